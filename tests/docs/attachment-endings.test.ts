import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { attachableEndings } from '../../src/model/attachment-kind.ts';
import { mediaTypeOf } from '../../src/model/media-types.ts';

test('the endings of attachments in docs/redaktion.md are those that the product takes', () => {
  const manual = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'redaktion.md'), 'utf8');
  const [, sentence = ''] = /Möglich sind ((?:`\w+`(?:, | und )?)+)/.exec(manual) ?? [];
  const told = [...sentence.matchAll(/`(\w+)`/g)].map(([, ending]) => ending);
  expect(told.sort()).toEqual(attachableEndings.toSorted());
});

test('web servers know all of them', () => {
  expect(attachableEndings.filter((ending) => mediaTypeOf(`x.${ending}`) === undefined)).toEqual([]);
});
