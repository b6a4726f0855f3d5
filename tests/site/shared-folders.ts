import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, relative } from 'node:path';

/** What is noted beside a shared folder when it is complete: every file's hash and time, or why it could not be made. */
type Note = { files: Record<string, string> } | { failure: string };

const noteOf = (folder: string) => `${folder}.json`;

/**
 * Gives the folder, which `make` has filled once for all processes that ask for it: the first one fills it, the others
 * wait. Throws what `make` has thrown, in each of them.
 */
export async function sharedFolder(folder: string, make: (folder: string) => Promise<void>): Promise<string> {
  if (isFirst(folder)) {
    const failure = await make(folder).then(() => undefined, String);
    write(noteOf(folder), failure === undefined ? { files: filesIn(folder) } : { failure });
  }
  while (!existsSync(noteOf(folder))) await new Promise((resolve) => setTimeout(resolve, 50));
  const note = readNote(noteOf(folder));
  if ('failure' in note) throw new Error(note.failure);
  return folder;
}

/** The files of the shared folders in `parent` that are no longer as they were when they were complete. */
export function changesIn(parent: string): string[] {
  return globSync('*.json', { cwd: parent }).flatMap((name) => {
    const folder = join(parent, basename(name, '.json'));
    const note = readNote(noteOf(folder));
    const [before, after] = ['files' in note ? note.files : {}, filesIn(folder)];
    const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...paths].filter((path) => before[path] !== after[path]).map((path) => join(folder, path));
  });
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

/** The state of each file, by its path in the folder. */
function filesIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
  const paths = files.map(({ parentPath, name }) => relative(folder, join(parentPath, name))).sort();
  return Object.fromEntries(paths.map((path) => [path, stateOf(join(folder, path))]));
}

function stateOf(file: string): string {
  const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
  return `${hash} ${statSync(file).mtimeMs}`;
}

function readNote(file: string): Note {
  return JSON.parse(readFileSync(file, 'utf8')) as Note;
}

/** In one step: whoever sees the file sees all of it. */
function write(file: string, note: Note): void {
  writeFileSync(`${file}.new`, JSON.stringify(note));
  renameSync(`${file}.new`, file);
}
