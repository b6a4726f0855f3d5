import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mediaTypes } from '../../src/model/media-types.ts';

/** What only the product itself makes. */
const own = ['html', 'css', 'js', 'mjs', 'opml', 'wasm', 'ico', 'woff2'];

test('the endings of attachments in docs/redaktion.md are those that the product takes', () => {
  const manual = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'redaktion.md'), 'utf8');
  const [, sentence = ''] = /Möglich sind ((?:`\w+`(?:, | und )?)+)/.exec(manual) ?? [];
  const told = [...sentence.matchAll(/`(\w+)`/g)].map(([, ending]) => ending);
  const taken = mediaTypes.flatMap(({ endings }) => endings).filter((ending) => !own.includes(ending));
  expect(told.sort()).toEqual(taken.sort());
});
