import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { organisation } from './command-line.ts';
import { inProcess } from './in-process.ts';

const file = 'content/issues/2025-kw33/01-open-prosoz-wesermarsch.md';

/** The hints that `npm run check -- --style` prints, as the places and rules of one file. */
async function hints(root: string): Promise<string[]> {
  const { code, out } = await inProcess(['check', '--style'], root);
  expect(code).toBe(0);
  return (
    Array.from(out.matchAll(/^(\S+):(\d+) {2}Stil {2}(\w+)$/gm), ([, name, line, rule]) => [name, line, rule])
      // What the dictionary of the machine has is none of this test.
      .filter(([name, , rule]) => name === file && rule !== 'wordUnknown')
      .map(([, line, rule]) => `${line} ${rule}`)
  );
}

it('check --style tells hints at their lines, by the decisions of the house, until a text excepts itself with a reason', async () => {
  const root = organisation();
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  const lines = text.trimEnd().split('\n').length;
  expect(await hints(root)).toEqual([]);

  writeFileSync(path, `${text.trimEnd()}\n\nDie Kolleg*innen der KDX treffen sich.\n`);
  expect(await hints(root)).toEqual([`${lines + 2} abbreviationUnexplained`]);

  const site = readFileSync(join(root, 'content/site.md'), 'utf8');
  writeFileSync(
    join(root, 'content/site.md'),
    site.replace('frequency:', 'style: { gender: colon, words: [KDX] }\nfrequency:'),
  );
  expect(await hints(root)).toEqual([`${lines + 2} genderForm`]);

  const exception = 'styleExceptions: [{ rule: genderForm, reason: So heißt die Gruppe }]';
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^kind:/m, `${exception}\nkind:`));
  expect(await hints(root)).toEqual([]);

  // Without asking nobody is told.
  writeFileSync(path, text);
  expect((await inProcess(['check'], root)).out).not.toContain('Stil');
});
