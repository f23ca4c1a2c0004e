import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Job {
  template: string;
  data: unknown;
}

/** What a template came to: its output, an expected end, a mistake that it names itself, or one of the template's. */
export type Rendered = { output: string } | { stop: string } | { fail: string } | { error: string };

/** Where Debian's packages put the sources of Go libraries. */
const goPath = '/usr/share/gocode';

const packages = 'golang-go and golang-github-masterminds-sprig-dev';

/** Why templates cannot be rendered on this machine; `undefined` where they can. */
function missingGo(): string | undefined {
  const go = spawnSync('go', ['version']);
  if (go.status === 0 && existsSync(join(goPath, 'src/github.com/Masterminds/sprig')))
    return undefined;
  return `The templates of the Gladly app are rendered with Go and Sprig, which this machine has not: apt-get install ${packages}.`;
}

const program = join(import.meta.dirname, 'go/render.go');

interface Renderer {
  /** False where Go is missing: tests that render are left out then. */
  available: boolean;
  renderAll: (jobs: readonly Job[]) => Rendered[];
  render: (template: string, data: unknown) => Rendered;
  /** Removes the program from the disk. */
  close: () => void;
}

function build(folder: string): string {
  const binary = join(folder, 'render');
  execFileSync('go', ['build', '-o', binary, program], {
    env: {
      ...process.env,
      GO111MODULE: 'off',
      GOPATH: goPath,
      GOFLAGS: '',
      CGO_ENABLED: '0',
      // Go wants a place for what it has compiled, also where there is no home.
      ...(process.env['HOME'] ? {} : { GOCACHE: join(folder, 'cache') }),
    },
  });
  return binary;
}

/**
 * Builds the program that renders, from the sources on this machine, without a network. Where Go is missing
 * it throws in CI; elsewhere it says so, and what it returns is not available.
 */
export function openRenderer(): Renderer {
  const missing = missingGo();
  if (missing !== undefined) {
    if (process.env['CI'] === 'true') throw new Error(missing);
    process.stderr.write(`Left out: ${missing}\n`);
    const refuse = () => {
      throw new Error(missing);
    };
    return { available: false, renderAll: refuse, render: refuse, close: () => {} };
  }
  const folder = mkdtempSync(join(tmpdir(), 'gladly-app-'));
  const binary = build(folder);
  const renderAll = (jobs: readonly Job[]) => {
    const output = execFileSync(binary, {
      input: JSON.stringify(jobs),
      encoding: 'utf8',
      maxBuffer: 100_000_000,
    });
    return JSON.parse(output) as Rendered[];
  };
  return {
    available: true,
    renderAll,
    render: (template, data) =>
      renderAll([{ template, data }])[0] ?? { error: 'nothing came back' },
    close: () => rmSync(folder, { recursive: true }),
  };
}
