import { PassThrough, Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { progressOn } from '../../src/settings/progress.ts';

test('nothing is said of what is done within two seconds; then a line every five', () => {
  let time = 0;
  const printed: string[] = [];
  const { tell } = progressOn(
    new PassThrough(),
    (text) => printed.push(text),
    () => time,
  );
  for (let done = 0; done <= 130; done += 1) {
    time = done * 100;
    tell('pages', done, 130);
  }
  expect(printed).toEqual(['Seiten: 20 von 130 …', 'Seiten: 70 von 130 …', 'Seiten: 120 von 130 …']);
});

test('a terminal shows a bar, which is gone before anything else is printed', () => {
  let time = 3_000;
  let shown = '';
  const write = (chunk: unknown, _encoding: string, done: () => void) => {
    shown += String(chunk);
    done();
  };
  const screen = Object.assign(new Writable({ write }), {
    isTTY: true,
    columns: 80,
    cursorTo: () => {},
    clearLine: () => {},
  });
  const { tell, clear } = progressOn(
    screen,
    () => {},
    () => time,
  );
  tell('pages', 1, 120);
  time = 5_500;
  tell('pages', 2, 120);
  time = 6_000;
  tell('pages', 30, 120);
  clear();
  expect(shown).toContain('25 % · Seiten: 30 von 120');
  // From the first moment on it says of what.
  expect(shown).not.toMatch(/% · :/);
});
