import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** An app's files by their paths from its root, with `/` between folders. */
export type AppFiles = ReadonlyMap<string, string>;

const appFolder = join(import.meta.dirname, '../../gladly-app');

export function readApp(folder: string = appFolder): AppFiles {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    files
      .map(
        (file) =>
          [relative(folder, file).split(sep).join('/'), readFileSync(file, 'utf8')] as const,
      )
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** A file that must be there. */
export function fileOf(files: AppFiles, path: string): string {
  const text = files.get(path);
  if (text === undefined) throw new Error(`The app has no ${path}.`);
  return text;
}
