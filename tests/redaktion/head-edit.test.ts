import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { changedData, type FieldPath, headData } from '../../src/redaktion/text/head-data.ts';
import { editedHead } from '../../src/redaktion/text/head-edit.ts';
import { fc } from '../properties.ts';

const order = () => ['id', 'title', 'subtitle', 'kind', 'summary', 'topics', 'people', 'image', 'draft'];

const head = `id: tag:kurrende.example,2026:1
# Ein Kommentar über dem Titel
title: "OPEN/PROSOZ: mehr Zeit" # und einer dahinter
kind: case-study
summary: >-
  Ein langer
  Satz.
topics: [soziales, it-betrieb]
unbekannt:   {a: 1,  b: [x, y]}
people:
  - name: Daniel   # wer
    function: Leitung
  - name: Erika
image:
  withheld: Ein Grund
  credit: A/b

leer:
halb: # noch zu tun
draft: true
`;

/** The lines that a change takes away and brings. */
function lines(path: FieldPath, value: unknown, from = head): { gone: string[]; come: string[] } {
  const before = from.split('\n');
  const after = editedHead(from, [{ path, value }], order).split('\n');
  return {
    gone: before.filter((line) => !after.includes(line)),
    come: after.filter((line) => !before.includes(line)),
  };
}

describe('a change of one field leaves every other line as it is', () => {
  it.each<[what: string, path: FieldPath, value: unknown, gone: string[], come: string[]]>([
    [
      'a value in quotes keeps them and the comment behind it',
      ['title'],
      'Neu: „anders“',
      ['title: "OPEN/PROSOZ: mehr Zeit" # und einer dahinter'],
      ['title: "Neu: „anders“" # und einer dahinter'],
    ],
    ['a bare word stays bare', ['kind'], 'news', ['kind: case-study'], ['kind: news']],
    ['a folded text stays folded', ['summary'], 'Kurz.', ['  Ein langer', '  Satz.'], ['  Kurz.']],
    ['a list in brackets stays one', ['topics'], ['recht'], ['topics: [soziales, it-betrieb]'], ['topics: [recht]']],
    ['a list that is emptied goes', ['topics'], undefined, ['topics: [soziales, it-betrieb]'], []],
    [
      'a value in braces',
      ['unbekannt', 'a'],
      2,
      ['unbekannt:   {a: 1,  b: [x, y]}'],
      ['unbekannt:   {a: 2,  b: [x, y]}'],
    ],
    ['a field of an entry goes', ['people', 0, 'function'], undefined, ['    function: Leitung'], []],
    [
      'a value that would be a comment gets quotes',
      ['people', 1, 'name'],
      'Erika #1',
      ['  - name: Erika'],
      ['  - name: "Erika #1"'],
    ],
    ['an entry goes', ['people', 1], undefined, ['  - name: Erika'], []],
    ['an entry comes', ['people', 2, 'name'], 'Max', [], ['  - name: Max']],
    ['a field comes where its kin stand', ['subtitle'], 'Darunter', [], ['subtitle: Darunter']],
    ['a record comes with its first field', ['contact', 'name'], 'Amt', [], ['contact:', '  name: Amt']],
    ['an empty field is filled', ['leer'], 'nicht mehr', ['leer:'], ['leer: nicht mehr']],
    ['what isn’t changed changes nothing', ['kind'], 'case-study', [], []],
  ])('%s', (_, path, value, gone, come) => {
    expect(lines(path, value)).toEqual({ gone, come });
  });

  it('writes the line ends of the file', () => {
    const dos = head.replaceAll('\n', '\r\n');
    const edited = editedHead(dos, [{ path: ['contact'], value: { name: 'A', email: 'a@b.example' } }], order);
    expect(edited.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(edited).toContain('contact:\r\n  name: A\r\n  email: a@b.example\r\n');
  });

  it('puts a field behind those that come before it in the schema', () => {
    expect(editedHead(head, [{ path: ['subtitle'], value: 'S' }], order)).toContain(
      '# und einer dahinter\nsubtitle: S\nkind',
    );
  });
});

const text = fc.oneof(
  fc.constantFrom(
    'ja',
    'null',
    '2026-11-24',
    '#x',
    'a: b',
    '„Zitat“',
    "it's",
    '- x',
    '[x]',
    'x, y',
    '@a',
    '%',
    '1',
    'true',
    '|',
    '>',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map((value) => value.replace(/\s+/g, ' ').trim() || 'x'),
);
const name = fc.constantFrom('title', 'kind', 'summary', 'alt', 'credit', 'eigenes', 'noch-eins');
const comment = fc.constantFrom('', ' # Bemerkung', '   #  noch eine');

/** One field as somebody may have written it. */
const written = fc
  .tuple(name, text, comment, fc.constantFrom('plain', 'double', 'single', 'folded', 'record', 'list', 'flow'))
  .map(([key, value, after, form]): string[] => {
    const quoted = JSON.stringify(value);
    switch (form) {
      case 'single':
        return [`${key}: '${value.replaceAll("'", "''")}'${after}`];
      case 'folded':
        return [`${key}: >-`, `  ${/^[\w ]+$/.test(value) ? value : 'Ein Satz.'}`, '  Und noch einer.'];
      case 'record':
        return [`${key}:${after}`, `    name: ${quoted}${after}`, '    # dazwischen', '    rolle: Amt'];
      case 'list':
        return [`${key}:`, `- name: ${quoted}${after}`, '  rolle: Amt', '', '- name: zwei'];
      case 'flow':
        return [`${key}: {a: ${quoted},  b: [1, zwei]}${after}`];
      default:
        return [`${key}:  ${quoted}${after}`];
    }
  });

const anyHead = fc
  .tuple(
    fc.uniqueArray(written, { minLength: 1, maxLength: 6, selector: ([line = '']) => line.split(':')[0] }),
    fc.boolean(),
  )
  .map(([fields, isDos]) => `${fields.flat().join('\n')}\n`.replaceAll('\n', isDos ? '\r\n' : '\n'));

/** A place in the data, there or not yet. */
const anyPath = fc.oneof(
  name.map((key): FieldPath => [key]),
  fc.tuple(name, fc.constantFrom('name', 'rolle', 'a', 'neu')).map((path): FieldPath => path),
  fc.tuple(name, fc.constantFrom(0, 1), fc.constantFrom('name', 'rolle')).map((path): FieldPath => path),
);

it('gives the data that are wanted, whatever the file looks like and whatever is changed', () => {
  fc.assert(
    fc.property(anyHead, anyPath, fc.option(text, { nil: undefined }), (from, path, value) => {
      const before = headData(from);
      fc.pre(before !== undefined);
      const after = headData(editedHead(from, [{ path, value }], order));
      expect(isDeepStrictEqual(after, changedData(before, path, value) ?? {})).toBe(true);
    }),
    { numRuns: 1_500 },
  );
});

it('keeps every comment of fields that are not changed', () => {
  fc.assert(
    fc.property(anyHead, text, (from, value) => {
      fc.pre(headData(from) !== undefined);
      const edited = editedHead(from, [{ path: ['ganz-neu'], value }], order);
      for (const line of from.split(/\r?\n/)) expect(edited).toContain(line);
    }),
    { numRuns: 300 },
  );
});
