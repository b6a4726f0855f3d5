import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { federalStates } from '../../src/model/federal-state.ts';
import { allowedWords, type SchemaField } from './schema-fields.ts';

/** The rows of the first table below a heading of a manual, as cells. */
export function tableBelow(manual: string, heading: string): string[][] {
  const [, section = ''] = manual.split(`\n${heading}\n`);
  const [table = ''] = /(?:^\|.*\n)+/m.exec(section) ?? [];
  const rows = table.trimEnd().split('\n');
  return rows.map((row) =>
    row
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

/** What stands in a cell as code. */
export const code = (cell = '') => /`(.*)`/.exec(cell)?.[1];

/**
 * The tests that hold a manual's table (field, meaning, example, whether it may be left out) to the fields of a schema.
 * `toldElsewhere`: fields whose words have a table of their own.
 */
export function testFieldTable(
  manual: string,
  heading: string,
  fields: readonly SchemaField[],
  toldElsewhere: readonly string[] = [],
): void {
  const [, , ...rows] = tableBelow(manual, heading);
  const rowOf = (path: string) => rows.find(([name]) => code(name) === path) ?? [];

  test('names every field there is, and no other', () => {
    expect(rows.map(([name]) => code(name)).sort()).toEqual(fields.map(({ path }) => path).sort());
  });

  test('says of each what the schema says to its author', () => {
    const told = fields.map(({ path }) => [path, rowOf(path)[1]?.replaceAll('`', '')]);
    expect(told).toEqual(fields.map(({ path, schema }) => [path, schema.description]));
  });

  test('says which fields nobody may leave out', () => {
    const told = fields.map(({ path }) => [path, rowOf(path)[3]?.startsWith('ja')]);
    // What depends on the legal form has a table of its own.
    const depends = (path: string) => rowOf(path)[3] === 'je nach Rechtsform';
    expect(told.filter(([path]) => !depends(String(path)))).toEqual(
      fields.filter(({ path }) => !depends(path)).map(({ path, isRequired }) => [path, isRequired]),
    );
    expect(fields.filter(({ path, isRequired }) => depends(path) && isRequired)).toEqual([]);
  });

  test('has an example for each that the product takes, and every word that may stand there', () => {
    for (const { path, schema: field, isGroup } of fields) {
      const [, what = '', example] = rowOf(path);
      if (!isGroup) expect([path, field.safeParse(parse(code(example) ?? '')).success]).toEqual([path, true]);
      const words = allowedWords(field);
      if (words.length === federalStates.length || toldElsewhere.includes(path)) continue;
      expect([path, words.filter((word) => !`${what}`.includes(`\`${word}\``))]).toEqual([path, []]);
    }
  });
}
