/** Every state of a text that was saved, kept by Git; nobody at the Redaktion has to know of it. */
import { execFile } from 'node:child_process';
import { UserError } from '../../model/user-error.ts';
import { historyErrors, historyWords } from '../../words/redaktion.ts';
import { turns } from './turns.ts';

/** Who saves. */
export interface Editor {
  name: string;
  email: string;
}

/** A state of a text. */
export interface KeptState {
  id: string;
  /** The path that the file had then. */
  file: string;
  by: string;
  /** When it was saved (ISO 8601). */
  at: string;
  /** What was done, in a few words. */
  what: string;
  /** Changed by other means, nobody knows by whom. */
  isOutside: boolean;
}

export interface TextHistory {
  /** Keeps the files as they are now; nothing where they have been kept so already. `first` is said of one that is new. */
  keep(files: readonly string[], by: Editor, what: string, first?: string): Promise<void>;
  /** The bytes of a file in the newest of all states that have it, also where it has gone since; undefined where none has it. */
  latest(file: string): Promise<Uint8Array | undefined>;
  /** The states of a file, newest first. */
  of(file: string): Promise<KeptState[]>;
  /** Has the states of a file found quickly among very many of others, those that come later too. Changes nothing else. */
  index(): Promise<void>;
  /** The bytes of a file in one of its states; undefined where it had none. */
  at(file: string, id: string): Promise<Uint8Array | undefined>;
  /** Who saves where nobody has said: the name that this machine's user has told Git. */
  self(account: string | undefined): Promise<Editor>;
}

/** A name as Git writes it, in all its versions: without signs that mean something to it, and none at either end. */
export function gitName(written: string): string {
  const withoutEnds = (text: string) => text.replace(/^[\s.,:;"'\\]+|[\s.,:;"'\\]+$/gu, '');
  return withoutEnds(withoutEnds(written.replace(/[\p{Cc}<>]/gu, '')).slice(0, 200));
}

/** States that are shown of a file. */
const mostStates = 200;

/** Milliseconds after which Git is given up on: everybody's next save waits for it. */
const patience = 60_000;

interface Ran {
  code: number;
  out: Buffer;
  err: string;
}

/** Runs Git in a folder. Never by a shell; nothing of the machine's own configuration may ask, sign or hook in. */
function git(root: string, args: readonly string[]): Promise<Ran> {
  const settings = ['core.quotepath=off', 'commit.gpgsign=false', 'gc.auto=0', 'maintenance.auto=false'].flatMap(
    (setting) => ['-c', setting],
  );
  // The name of a file is one, whatever signs are in it: `plan[1].csv` isn't `plan1.csv`.
  const quiet = ['--literal-pathspecs', ...settings];
  return new Promise((resolve, reject) => {
    execFile(
      'git',
      [...quiet, ...args],
      {
        cwd: root,
        encoding: 'buffer',
        maxBuffer: 200_000_000,
        windowsHide: true,
        timeout: patience,
        killSignal: 'SIGKILL',
      },
      (error, out, err) => {
        if (error?.killed && error.signal === 'SIGKILL') return reject(new UserError(historyErrors.noAnswer));
        // A file that is larger than that is as one that Git doesn't have.
        const isTooLarge = error?.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER';
        if (error && typeof error.code !== 'number' && !isTooLarge) {
          reject(error.code === 'ENOENT' ? new UserError(historyErrors.noGit) : error);
        } else resolve({ code: error ? Number(error.code) || 1 : 0, out, err: err.toString() });
      },
    );
  });
}

/** Who changes texts by other means than this; an editor's address is another even where the name is the same. */
export const outside: Editor = { name: historyWords.somebody, email: 'ausserhalb@localhost' };

/** The history of an organisation's folder; begun where it has none. Throws a UserError where there can be none. */
export async function openHistory(root: string): Promise<TextHistory> {
  const inside = await git(root, ['rev-parse', '--is-inside-work-tree']);
  if (inside.code !== 0) {
    // Another account's folder is refused by Git: a new history in it would be one too many.
    if (/dubious ownership/.test(inside.err)) throw new UserError(historyErrors.otherOwner(root));
    const begun = await git(root, ['init', '--quiet', '--initial-branch=main']);
    if (begun.code !== 0) throw new UserError(historyErrors.notBegun(root, begun.err.trim()));
  }
  const inTurn = turns();

  const keepNow = async (files: readonly string[], { name, email }: Editor, what: string, first = what) => {
    const changed = await git(root, ['status', '--porcelain', '--', ...files]);
    if (changed.code === 0 && changed.out.length === 0) return;
    const isNew = changed.out.toString().startsWith('??');
    const added = await git(root, ['add', '--', ...files]);
    const as = ['-c', `user.name=${name}`, '-c', `user.email=${email}`];
    const options = [
      '--quiet',
      '--no-verify',
      `--author=${name} <${email}>`,
      '-m',
      isNew ? first : what,
      '--only',
      '--',
      ...files,
    ];
    const kept = added.code === 0 ? await git(root, [...as, 'commit', ...options]) : added;
    if (kept.code !== 0) throw new UserError(historyErrors.notKept(kept.err.trim() || kept.out.toString().trim()));
  };

  const at = async (file: string, id: string) => {
    const { code, out } = await git(root, ['cat-file', '--filters', `${id}:./${file}`]);
    return code === 0 ? new Uint8Array(out) : undefined;
  };

  /** The states of a file under this path, from one of them on, newest first. */
  const named = async (file: string, from: string, most: number): Promise<KeptState[]> => {
    const format = '--format=%H%x1f%an%x1f%ae%x1f%aI%x1f%s';
    const log = ['log', '--full-history', '--no-merges', `-n${most}`, format, from, '--', file];
    const { code, out } = await git(root, log);
    const lines = code === 0 ? out.toString().split('\n') : [];
    return lines
      .filter((line) => line !== '')
      .map((line) => {
        const [id = '', by = '', email = '', at = '', what = ''] = line.split('\u001f');
        return { id, file, by, at, what, isOutside: email === outside.email };
      });
  };

  /** The path that a file had before the first state under the one that it has. */
  const nameBefore = async ({ id, file }: KeptState): Promise<string | undefined> => {
    const moved = ['diff-tree', '-r', '-z', '--find-renames', '--relative', '--name-status', '--diff-filter=R', id];
    const words = (await git(root, moved)).out.toString().split('\0');
    // Three words for each: how alike the two are, the old path, the new one.
    const place = words.findIndex((word, index) => word === file && /^R\d+$/.test(words[index - 2] ?? ''));
    return place < 0 ? undefined : words[place - 1];
  };

  return {
    keep: (files, by, what, first) => inTurn(() => keepNow(files, by, what, first)),
    async latest(file) {
      // Written anew or changed, not taken away; a merge may have taken it away too.
      const having = ['log', '-n1', '--full-history', '--diff-filter=AMT', '--format=%H', '--', file];
      const { code, out } = await git(root, having);
      const id = out.toString().trim();
      return code === 0 && id !== '' ? at(file, id) : undefined;
    },
    async of(file) {
      const states: KeptState[] = [];
      let next: { name: string; from: string } | undefined = { name: file, from: 'HEAD' };
      // Not `--follow`, which looks at each state of all files: that takes seconds where there are many.
      while (next && states.length < mostStates) {
        const found: KeptState[] = await named(next.name, next.from, mostStates - states.length);
        states.push(...found);
        const first = found.at(-1);
        const name = first && (await nameBefore(first));
        next = first && name !== undefined ? { name, from: `${first.id}^` } : undefined;
      }
      return states;
    },
    async index() {
      await git(root, ['commit-graph', 'write', '--reachable', '--changed-paths', '--split']);
    },
    at: async (file, id) => (/^[0-9a-f]{7,64}$/.test(id) ? at(file, id) : undefined),
    async self(account) {
      const told = async (key: string) => (await git(root, ['config', key])).out.toString().trim();
      const written = (await told('user.name')) || account || historyWords.somebody;
      const name = gitName(written);
      if (name === '') throw new UserError(historyErrors.notAName(written));
      return { name, email: (await told('user.email')) || 'redaktion@localhost' };
    },
  };
}
