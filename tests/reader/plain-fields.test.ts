import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { plainFields } from '../../src/reader/files/plain-fields.ts';
import { fc } from '../properties.ts';
import { sized } from '../sized.ts';

const head = `
id: tag:blatt.example,2026:fenster
title: Das "Rathaus" hat neue Fenster – z. B. im Saal

draft: true
publishedOn: 2026-01-29
topics: [soziales, it-betrieb]`;

test('fields of one line are read with their lines', () => {
  const read = plainFields(head);
  expect(read?.data).toEqual({
    id: 'tag:blatt.example,2026:fenster',
    title: 'Das "Rathaus" hat neue Fenster – z. B. im Saal',
    draft: true,
    publishedOn: '2026-01-29',
    topics: ['soziales', 'it-betrieb'],
  });
  const lines = [['id'], ['draft'], ['topics', 1], ['topics', 5], ['summary'], []].map((path) => read?.lineOf(path));
  expect(lines).toEqual([2, 5, 7, 7, 1, 1]);
  const sources = [['draft'], ['topics', 1], ['topics'], ['title', 'x'], ['nix']].map((path) => read?.sourceOf(path));
  expect(sources).toEqual(['true', 'it-betrieb', undefined, undefined, undefined]);
});

test.each([
  ['a comment', 'title: Fenster # neu'],
  ['quotation marks', 'title: "Fenster"'],
  ['a colon', 'title: Fenster: neue'],
  ['a value that goes on', 'title: Fenster\n  und Türen'],
  ['a number', 'title: 12'],
  ['no value', 'title: null'],
  ['a field without a value', 'title:\nid: a'],
  ['a record', 'contact:\n  name: Erika Muster'],
  ['a list below', 'topics:\n  - soziales'],
  ['a word that is none in a list', 'topics: [true]'],
  ['a field twice', 'title: a\ntitle: b'],
  ['an anchor', 'title: &a Fenster'],
  ['nothing', '\n'],
])('left to the parser of YAML: %s', (_, yaml) => {
  expect(plainFields(yaml)).toBeUndefined();
});

const name = fc.constantFrom('id', 'title', 'draft', 'topics', 'null', 'constructor', 'x1');
const value = fc.constantFrom(
  ...['true', 'false', 'True', 'null', 'Null', 'yes', 'no', 'Text', 'tag:a,2026:b', 'a: b', 'a:b', 'a #b', 'a#b', 'x:'],
  ...['[a]', '[a, b]', '[a,b]', '[no, b]', '2026-01-01', '12', '1e3', 'e1', 'Worte & "mehr" *', "geht's", 'x ', 'a{b}'],
  ...['- a', '?', '~', 'TRUE', '...', '---', 'a\u00a0b', 'a\tb', '„x“', '|', '>', '!a', '%a', '@a', 'a, b', 'a ---'],
);

test('whatever is read so, the parser of YAML reads too', () => {
  const line = fc.tuple(name, fc.constantFrom(': ', ': ', ': ', ':', ' : '), value).map((parts) => parts.join(''));
  const heads = fc.array(fc.oneof({ weight: 6, arbitrary: line }, { weight: 1, arbitrary: value }), { maxLength: 4 });
  const property = fc.property(heads, (lines) => {
    const yaml = lines.join('\n');
    const read = plainFields(yaml);
    if (!read) return;
    const document = parseDocument(yaml);
    expect([document.errors, document.toJS()]).toEqual([[], read.data]);
  });
  fc.assert(property, { numRuns: sized({ ci: 5000, home: 1000 }) });
});
