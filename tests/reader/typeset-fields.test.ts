import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { accessibilityStatementSchema } from '../../src/model/accessibility-statement.ts';
import { articleSchema } from '../../src/model/article.ts';
import { easyLanguageSchema } from '../../src/model/easy-language.ts';
import { schemaOfValue } from '../../src/model/field.ts';
import { issueSchema } from '../../src/model/issue.ts';
import { ownPageSchema } from '../../src/model/own-page.ts';
import { privacyNoticeSchema } from '../../src/model/privacy-notice.ts';
import { siteSchema } from '../../src/model/site.ts';
import { termsSchema } from '../../src/model/terms.ts';
import { typesetFields } from '../../src/reader/typeset-fields.ts';
import { fieldsOf } from '../docs/schema-fields.ts';
import { inArticle, library, terms } from './sample-content.ts';

const typed = 'Er sagt "so" - und geht';
const set = 'Er sagt „so“\u00A0– und geht';

/** A value with the same words in each field of a schema that has none below it. */
function filled(schema: unknown): unknown {
  const form = schemaOfValue(schema);
  if (form instanceof z.ZodArray) return [filled(form.element)];
  if (!(form instanceof z.ZodObject)) return typed;
  return Object.fromEntries(Object.entries(form.shape).map(([name, field]) => [name, filled(field)]));
}

/** The words in a value by the paths of their fields, entries of lists counting as the list itself. */
function wordsIn(value: unknown, path = ''): [path: string, words: unknown][] {
  if (Array.isArray(value)) return value.flatMap((entry) => wordsIn(entry, path));
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([name, field]) => wordsIn(field, path ? `${path}.${name}` : name));
}

const ofPicture = (field: string) => ['alt', 'caption', 'withheld'].map((name) => `${field}.${name}`);
const pictures = ['image', 'pictures'].flatMap(ofPicture);

/** What is read as running text. All other fields are names, credits, addresses, days, or words of our own. */
const typesetPaths: [of: string, schema: z.ZodType, paths: string[]][] = [
  [
    'an article',
    articleSchema,
    [
      'title',
      'subtitle',
      'summary',
      'correction',
      'withdrawn',
      'author.function',
      'reviewedBy.function',
      'contact.function',
      'people.function',
      'source.title',
      'event.place',
      'event.registration.text',
      'event.cancelled',
      'event.postponed',
      'attachments.title',
      'attachments.description',
      'related.title',
      ...pictures,
    ],
  ],
  ['an issue', issueSchema, ['title', 'lead', ...pictures]],
  ["a page of the organisation's own", ownPageSchema, ['title', 'description']],
  ['site.md', siteSchema, ['title', 'description', 'frequency', 'logo.alt']],
  ['the data protection notice', privacyNoticeSchema, ['publicTaskAct', 'legalBasis', 'correspondenceKept']],
  [
    'the accessibility statement',
    accessibilityStatementSchema,
    [
      'law',
      'scope',
      'gaps.part',
      'gaps.reason',
      'gaps.alternative',
      'conciliationBody.name',
      'conciliationBody.procedure',
    ],
  ],
  ['Leichte Sprache', easyLanguageSchema, []],
  [
    'terms.yaml',
    termsSchema,
    ['topics.name', 'topics.description', 'municipalities.name', 'municipalities.description', 'software.description'],
  ],
];

describe('German typography in the fields', () => {
  it.each(typesetPaths)('of %s is where it is read as text, and nowhere else', (_, schema, paths) => {
    const words = wordsIn(typesetFields(schema, filled(schema)));
    expect(words.map(([path]) => path).sort()).toEqual(
      fieldsOf(schema)
        .filter(({ isGroup }) => !isGroup)
        .map(({ path }) => path)
        .sort(),
    );
    const told = ([path, found]: [path: string, words: unknown]) => [path, found === set, found === typed];
    expect(words.map(told)).toEqual(words.map(([path]) => [path, paths.includes(path), !paths.includes(path)]));
    expect(paths.filter((path) => !words.some(([known]) => known === path))).toEqual([]);
  });

  it('reaches what is shown, and leaves names and credits as they were typed', () => {
    const read = library({
      ...inArticle(`author: {name: 'Eva "Evi" Muster', function: '${typed}'}
releasedBy: {name: 'Max "Maxi" Muster', function: '${typed}', on: 2025-08-01}
image: {withheld: '${typed}', credit: 'Foto "Muster"', licence: own}`),
      [terms]: `topics:\n  - {name: '${typed}', slug: so}\nsoftware:\n  - {name: '${typed}', slug: so, description: '${typed}'}\n`,
    });
    expect(read.issues[0]?.articles[0]).toMatchObject({
      authors: [{ name: 'Eva "Evi" Muster', function: set }],
      releasedBy: { name: 'Max "Maxi" Muster', function: typed },
      image: { withheld: set, credit: 'Foto "Muster"' },
    });
    expect(read.terms).toMatchObject({
      topics: [{ name: set }],
      software: [{ name: typed, description: set }],
    });
  });
});
