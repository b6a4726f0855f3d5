import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { articleSchema } from '../../src/model/article.ts';
import { imageSchema } from '../../src/model/image-credit.ts';
import { issueSchema } from '../../src/model/issue.ts';
import { licences } from '../../src/model/licence.ts';
import { ownPageSchema } from '../../src/model/own-page.ts';
import { termsSchema } from '../../src/model/terms.ts';
import { code, tableBelow, testFieldTable } from './field-tables.ts';
import { fieldsOf } from './schema-fields.ts';

const manual = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'redaktion.md'), 'utf8');

const belowPicture = /^(?:image|pictures)\./;

describe.each([
  ['### Die Felder eines Beitrags', articleSchema],
  ['### Die Felder einer Ausgabe', issueSchema],
  ['### Die Felder einer eigenen Seite', ownPageSchema],
  ['### Die Felder der Begriffe', termsSchema],
] as const)('%s in docs/redaktion.md', (heading, schema) => {
  testFieldTable(
    manual,
    heading,
    fieldsOf(schema).filter(({ path }) => !belowPicture.test(path)),
  );
});

describe('### Die Felder eines Bildes in docs/redaktion.md', () => {
  testFieldTable(manual, '### Die Felder eines Bildes', fieldsOf(imageSchema), ['licence']);

  test.each([articleSchema, issueSchema])('is for all pictures of articles and issues', (schema) => {
    const [, , ...rows] = tableBelow(manual, '### Die Felder eines Bildes');
    const names = rows.map(([name]) => code(name));
    const fields = fieldsOf(schema).map(({ path }) => path);
    expect(fields.filter((path) => belowPicture.test(path))).toEqual(
      ['image', 'pictures'].flatMap((record) => names.map((name) => `${record}.${name}`)),
    );
  });
});

test('the table of licences names every licence there is, and no other', () => {
  const [, , ...rows] = tableBelow(manual, '### Welche Lizenz');
  const named = rows.flatMap(([cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
  expect(named.sort()).toEqual([...licences].sort());
});
