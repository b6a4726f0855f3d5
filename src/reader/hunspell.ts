/** Spelling by the Hunspell of this machine: its dictionaries are under the GPL and are not ours to hand out. */
import { spawn } from 'node:child_process';
import type { Speller } from '../text/style/spelling.ts';

/** German of Germany, as Debian’s `hunspell-de-de` and others name it. */
const dictionary = 'de_DE';

/** Words of one look for which others are proposed: each costs the program some milliseconds. */
const mostProposals = 60;

/** Proposals that are told of a word. */
const mostTold = 3;

/** The answer of the program to lines of text; undefined where it or its dictionary is missing. */
function ask(mode: '-l' | '-a', lines: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn('hunspell', ['-d', dictionary, '-i', 'utf-8', mode], {
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
    });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      out += chunk;
    });
    child.on('error', () => resolve(undefined));
    // It ends early where it has no dictionary.
    child.stdin.on('error', () => {});
    child.on('close', (code) => resolve(code === 0 ? out : undefined));
    child.stdin.end(`${lines.join('\n')}\n`);
  });
}

/** The speller of this machine, which remembers what it has looked up; undefined where there is none. */
export async function openHunspell(): Promise<Speller | undefined> {
  if ((await ask('-l', ['Haus'])) !== '') return undefined;
  const known = new Map<string, readonly string[] | 'right'>();
  return async (words) => {
    const unseen = [...new Set(words)].filter((word) => !known.has(word));
    if (unseen.length > 0) {
      const wrong = new Set((await ask('-l', unseen))?.split('\n').filter((word) => word !== ''));
      for (const word of unseen) known.set(word, wrong.has(word) ? [] : 'right');
      const asked = [...wrong].slice(0, mostProposals);
      // `^` in front: whatever the word is, it is none of the program's commands.
      const answers =
        asked.length > 0
          ? await ask(
              '-a',
              asked.map((word) => `^${word}`),
            )
          : '';
      for (const [, word = '', proposals = ''] of answers?.matchAll(/^& (\S+) \d+ \d+: (.*)$/gm) ?? []) {
        if (wrong.has(word)) known.set(word, proposals.split(', ').slice(0, mostTold));
      }
    }
    return new Map(
      words.flatMap((word) => {
        const proposals = known.get(word);
        return proposals === undefined || proposals === 'right' ? [] : [[word, proposals] as const];
      }),
    );
  };
}
