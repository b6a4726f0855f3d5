import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { articleSchema } from '../../src/model/article.ts';
import { parseArticleFileName } from '../../src/model/article-file-name.ts';
import { imageSchema } from '../../src/model/image-credit.ts';
import { issueSchema } from '../../src/model/issue.ts';
import { addressSchema } from '../../src/model/publisher.ts';
import { siteSchema } from '../../src/model/site.ts';
import { termsSchema } from '../../src/model/terms.ts';

/** Paths of the fields that a schema refuses. */
const refused = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value).error?.issues.map(({ path }) => path.join('.')) ?? [];

const article = { id: 'tag:blatt.example,2025:1', title: 'Titel', kind: 'news', summary: 'Kurz.' };

describe('an article', () => {
  it('needs id, title, kind and summary, all else has a default or may be absent', () => {
    expect(articleSchema.parse(article)).toEqual({
      ...article,
      draft: false,
      topics: [],
      software: [],
      people: [],
      related: [],
      attachments: [],
      pictures: [],
      formerAddresses: [],
      styleExceptions: [],
    });
    expect(refused(articleSchema, {})).toEqual(['id', 'title', 'kind', 'summary']);
  });

  it('loses the space around its lines', () => {
    expect(articleSchema.parse({ ...article, title: '  Titel \n' }).title).toBe('Titel');
    expect(refused(articleSchema, { ...article, title: ' \n ' })).toEqual(['title']);
  });

  it('reports rules over several fields although one of them is wrong', () => {
    const wrong = { ...article, title: 5, updatedOn: '14.8.2025', correction: undefined, kind: 'event' };
    expect(refused(articleSchema, wrong)).toEqual(['title', 'updatedOn', 'correction', 'event']);
  });

  it.each([
    ['/news/33/', true],
    ['/a.b_c~d-e/', true],
    ['/', false],
    ['/news', false],
    ['news/', false],
    ['//example.org/', false],
    ['/news/?id=3/', false],
    ['/neü/', false],
  ])('former address %s: %s', (path, allowed) => {
    expect(refused(articleSchema, { ...article, formerAddresses: [path] })).toEqual(
      allowed ? [] : ['formerAddresses.0'],
    );
  });

  it.each([
    ['01-neue-fenster.md', { number: 1, slug: 'neue-fenster' }],
    ['7-a.md', { number: 7, slug: 'a' }],
    ['120-kw33-2.md', { number: 120, slug: 'kw33-2' }],
    ['1234-a.md', undefined],
    ['01_a.md', undefined],
    ['01-A.md', undefined],
    ['01-a--b.md', undefined],
    ['01-a-.md', undefined],
    ['01-.md', undefined],
    ['a.md', undefined],
    ['01-a.MD', undefined],
    ['01-ä.md', undefined],
  ])('file name %s', (name, parts) => {
    expect(parseArticleFileName(name)).toEqual(parts);
  });
});

describe('an event', () => {
  const event = (dates: object) =>
    refused(articleSchema, { ...article, kind: 'event', event: { place: 'Rathaus', ...dates } });

  it.each([
    [{ start: '2026-02-10' }, []],
    [{ start: '2026-02-10T09:30' }, []],
    [{ start: '2026-02-10', end: '2026-02-10' }, []],
    [{ start: '2026-02-10T09:30', end: '2026-02-11T08:00' }, []],
    [{ start: '2026-02-10T09:30', end: '2026-02-10' }, ['event.end']],
    [{ start: '2026-02-10', end: '2026-02-09' }, ['event.end']],
    [{ start: '2026-02-29' }, ['event.start']],
    [{ start: '2026-02-10T24:00' }, ['event.start']],
    [{ start: '2026-02-10t09:30' }, ['event.start']],
    [{ start: '2026-02-10T09:30:00' }, ['event.start']],
    [{ start: '2026-02-10T09:30Z', end: '2026-02-10T08:00' }, ['event.start']],
  ])('%j', (dates, wrong) => {
    expect(event(dates)).toEqual(wrong);
  });
});

describe('a picture', () => {
  const credit = 'Foto Muster';
  const licence = 'own';

  it.each<[object, string[]]>([
    [{ file: 'a.jpg', alt: 'A', credit, licence }, []],
    [{ file: 'a.jpg', decorative: true, credit, licence }, []],
    [{ withheld: 'Nicht geklärt.', credit }, []],
    [{ withheld: 'Nicht geklärt.' }, ['credit']],
    [{ file: 'a.jpg', credit, licence }, ['alt']],
    [{ file: 'a.jpg', decorative: false, credit, licence }, ['alt']],
    [{ file: 'a.jpg', alt: 'A', decorative: true, credit, licence }, ['decorative']],
    [{ alt: 'A', credit, licence }, ['file']],
    [{ file: '../a.jpg', alt: 'A', credit, licence }, ['file']],
    [{}, ['credit', 'file', 'alt', 'licence']],
    [{ file: 'a.jpg', alt: 'A', credit, licence: 'gekauft' }, ['licence']],
    [{ file: 'a.jpg', alt: 'A', credit, licence: 'ai' }, []],
    [{ file: 'a.jpg', alt: 'A', credit, licence: 'cc-by-nd-4.0', edited: true }, ['edited']],
    [{ file: 'a.jpg', alt: 'A', credit, licence: 'cc-by-4.0', edited: true }, []],
    [{ file: 'a.jpg', alt: 'A', credit, licence, expiresOn: '2026-02-30' }, ['expiresOn']],
    [{ file: 'a.jpg', alt: 'A', credit, licence, licenceUrl: 'creativecommons.org' }, ['licenceUrl']],
  ])('%j', (image, wrong) => {
    expect(refused(imageSchema, image)).toEqual(wrong);
  });
});

it('an issue needs id, title and lead', () => {
  expect(refused(issueSchema, {})).toEqual(['id', 'title', 'lead']);
  const issue = { id: 'tag:blatt.example,2025:1', title: 'A', lead: 'B' };
  expect(issueSchema.parse(issue)).toEqual({
    ...issue,
    mailing: false,
    draft: false,
    pictures: [],
    formerAddresses: [],
    styleExceptions: [],
  });
});

it('an address for service is no post office box', () => {
  const address = { street: 'Musterstraße 1', postalCode: '12345', city: 'Musterstadt' };
  expect(refused(addressSchema, address)).toEqual([]);
  expect(refused(addressSchema, { ...address, street: 'PF 1, POSTFACH 1234' })).toEqual(['street']);
  for (const postalCode of ['1234', '123456', 'D-12345', '']) {
    expect(refused(addressSchema, { ...address, postalCode })).toEqual(['postalCode']);
  }
});

describe('the site', () => {
  it.each([
    ['https://blatt.example', 'https://blatt.example'],
    ['https://blatt.example/', 'https://blatt.example'],
    ['http://127.0.0.1:4321', 'http://127.0.0.1:4321'],
    ['https://blatt.example/pfad', undefined],
    ['https://blatt.example//', undefined],
    ['https://blatt.example?x', undefined],
    ['https://user@blatt.example', undefined],
    ['ftp://blatt.example', undefined],
    ['blatt.example', undefined],
    ['javascript:alert(1)', undefined],
  ])('published at %s', (publicUrl, origin) => {
    const result = siteSchema.shape.publicUrl.safeParse(publicUrl);
    expect(result.data).toBe(origin);
  });

  it('names at least one publisher and one responsible person', () => {
    expect(
      refused(z.object({ publishers: siteSchema.shape.publishers, responsible: siteSchema.shape.responsible }), {
        publishers: [],
        responsible: [],
      }),
    ).toEqual(['publishers', 'responsible']);
  });
});

describe('terms', () => {
  const term = (slug: string) => ({ name: slug, slug });

  it('may all be absent', () => {
    expect(termsSchema.parse({})).toEqual({ topics: [], municipalities: [], software: [] });
  });

  it('have one address each, counted within their list', () => {
    expect(refused(termsSchema, { topics: [term('a')], software: [term('a')] })).toEqual([]);
    expect(refused(termsSchema, { topics: [term('a'), term('b'), term('a')] })).toEqual(['topics.2.slug']);
    expect(refused(termsSchema, { software: ['a', term('b'), term('b')] })).toEqual(['software.0', 'software.2.slug']);
  });
});
