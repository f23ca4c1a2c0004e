import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { EmulatorOptions } from './emulator.ts';
import { readSeeds } from './readSeeds.ts';

type CommandLine = { port: number; options: EmulatorOptions };

type Report = (problem: string) => void;

const flags = {
  port: { type: 'string' },
  'custom-attributes': { type: 'string' },
  'attribute-values': { type: 'string' },
  seed: { type: 'string' },
  'rate-limit': { type: 'string' },
} as const;

/** What the emulator is started with, or everything that is wrong with it. Reads the seed file. */
export function readCommandLine(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): CommandLine | { problems: string[] } {
  const problems: string[] = [];
  const report: Report = (problem) => void problems.push(problem);
  const values = readFlags(args, report);
  const options: EmulatorOptions = {};

  const port = readWhole('--port', values.get('port') ?? '4180', 0, 65_535, report);
  const merging = values.get('custom-attributes');
  if (merging === 'replace' || merging === 'merge') options.customAttributes = merging;
  else if (merging !== undefined) {
    report(`--custom-attributes must be replace or merge, not "${merging}"`);
  }
  const allowed = values.get('attribute-values');
  if (allowed === 'any' || allowed === 'scalars') options.attributeValues = allowed;
  else if (allowed !== undefined) {
    report(`--attribute-values must be any or scalars, not "${allowed}"`);
  }
  const rate = values.get('rate-limit');
  if (rate === 'off') options.rateLimit = false;
  else if (rate !== undefined) {
    options.rateLimit = readWhole('--rate-limit', rate, 1, 1_000_000, report, ' or off');
  }
  const seed = values.get('seed');
  if (seed !== undefined) options.profiles = readSeedFile(seed, report);
  const email = env['GLADLY_AGENT_EMAIL'];
  if (email !== undefined && email !== '') options.agentEmail = email;
  const token = env['GLADLY_API_TOKEN'];
  if (token !== undefined && token !== '') options.apiToken = token;

  return problems.length > 0 ? { problems } : { port, options };
}

function readFlags(args: readonly string[], report: Report): Map<string, string> {
  const values = new Map<string, string>();
  const { tokens } = parseArgs({
    args: [...args],
    options: flags,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional') report(`"${token.value}" belongs to no flag`);
    if (token.kind !== 'option') continue;
    if (!Object.hasOwn(flags, token.name)) report(`${token.rawName} is no flag of the emulator`);
    else if (token.value === undefined || token.value === '')
      report(`${token.rawName} needs a value`);
    else values.set(token.name, token.value);
  }
  return values;
}

function readWhole(
  flag: string,
  text: string,
  from: number,
  to: number,
  report: Report,
  orElse = '',
): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < from || value > to) {
    report(`${flag} must be a whole number from ${from} to ${to}${orElse}, not "${text}"`);
  }
  return value;
}

function readSeedFile(path: string, report: Report): string {
  try {
    const text = readFileSync(path, 'utf8');
    readSeeds(text);
    return text;
  } catch (error) {
    report(`--seed ${path}: ${error instanceof Error ? error.message : String(error)}`);
    return '';
  }
}
