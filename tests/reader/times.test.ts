import { describe, expect, it } from 'vitest';
import { article, inArticle, index, inIndex, library, problems, replaced } from './sample-content.ts';

const ten = replaced(index, 'publishedOn: 2025-08-14', 'publishedOn: 2025-08-14 10:00');
const at = (local: string) => ({
  today: local.slice(0, 10),
  now: Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Berlin').toInstant(),
});

describe('a text that comes out at a time of day', () => {
  it('is out from that minute on, with the articles that say no day of their own', () => {
    expect(library(ten, at('2025-08-14T09:59')).issues).toEqual([]);
    const { issues, articles } = library(ten, at('2025-08-14T10:00'));
    expect(issues).toMatchObject([{ publishedOn: '2025-08-14', publishedTime: '10:00', state: 'published' }]);
    expect(articles).toMatchObject([{ publishedOn: '2025-08-14', publishedTime: '10:00', state: 'published' }]);
    expect(library(ten, { ...at('2025-08-14T09:59'), mode: 'preview' }).issues).toMatchObject([{ state: 'scheduled' }]);
  });

  it('is out on the whole of its day where nobody asks for a moment, and with the day where it says none', () => {
    expect(library(ten, { today: '2025-08-14' }).issues).toHaveLength(1);
    expect(library({}, at('2025-08-14T00:00')).issues).toHaveLength(1);
  });

  it('may be an article alone, before or behind its issue', () => {
    const later = { ...ten, ...inArticle('publishedOn: 2025-08-14 15:30') };
    expect(library(later, at('2025-08-14T15:29'))).toMatchObject({ issues: [{}], articles: [] });
    expect(library(later, at('2025-08-14T15:30')).articles).toHaveLength(1);
    const earlier = { ...ten, ...inArticle('publishedOn: 2025-08-14 07:00') };
    expect(library(earlier, at('2025-08-14T08:00')).articles).toEqual([]);
  });

  it('is written with a blank or a T, quoted or not, and YAML makes nothing else of it', () => {
    for (const text of ['2025-08-14 10:00', '2025-08-14T10:00', '"2025-08-14 10:00"', "'2025-08-14T10:00'"]) {
      const files = replaced(index, 'publishedOn: 2025-08-14', `publishedOn: ${text}`);
      expect([text, problems(files)]).toEqual([text, []]);
      expect(library(files, at('2025-08-14T12:00')).issues).toMatchObject([{ publishedTime: '10:00' }]);
    }
  });

  it('is mended where it is written as in a letter', () => {
    expect(problems(inArticle('publishedOn: 14.8.2025, 10 Uhr'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 publishedOn (error notARelease)
        Gefunden: „14.8.2025, 10 Uhr“
        Erwartet: einen Tag, mit oder ohne Uhrzeit: 2026-12-03 oder 2026-12-03 10:00
        Zu tun: Schreiben Sie 2025-08-14 10:00.
    `);
    const forms = ['14. August 2025 um 9.30 Uhr', '2025-08-14 9:30', '14.08.2025 9:30'];
    for (const form of forms) {
      expect(problems(inArticle(`publishedOn: ${form}`))).toMatchObject([
        { rule: 'notARelease', edits: [{ from: form, to: '2025-08-14 09:30' }] },
      ]);
    }
    for (const wrong of ['2025-08-14 25:00', '2025-08-14 10:60', '2025-08-14T10:00Z', '2025-08-14 10:00:30']) {
      expect([wrong, problems(inArticle(`publishedOn: ${wrong}`)).map(({ rule }) => rule)]).toEqual([
        wrong,
        ['notARelease'],
      ]);
    }
  });

  it('has a time that there is: in spring an hour is missing, in autumn the later of two is meant', () => {
    expect(
      problems(inArticle('publishedOn: 2026-03-29 02:30')).filter(({ rule }) => rule === 'noSuchTime'),
    ).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 publishedOn (error noSuchTime)
        Gefunden: „2026-03-29 02:30“, eine Uhrzeit, die es an diesem Tag nicht gibt: Die Uhren werden von 2 auf 3 Uhr vorgestellt
        Erwartet: eine Uhrzeit vor 2 Uhr oder ab 3 Uhr
        Zu tun: Wählen Sie eine andere Uhrzeit.
    `);
    const autumn = inArticle('publishedOn: 2025-10-26 02:30');
    const first = Temporal.Instant.from('2025-10-26T02:30:00+02:00');
    const second = Temporal.Instant.from('2025-10-26T02:30:00+01:00');
    expect(library(autumn, { today: '2025-10-26', now: first }).articles).toEqual([]);
    expect(library(autumn, { today: '2025-10-26', now: second }).articles).toHaveLength(1);
  });

  it('belongs to the week of its issue by its day', () => {
    const sunday = replaced(index, 'publishedOn: 2025-08-14', 'publishedOn: 2025-08-17 23:59');
    expect(problems(sunday)).toEqual([]);
    const monday = replaced(index, 'publishedOn: 2025-08-14', 'publishedOn: 2025-08-18 00:00');
    expect(problems(monday)).toMatchObject([{ rule: 'dayOutsideWeek', field: 'publishedOn' }]);
  });

  it('can be corrected on its day', () => {
    const corrected = { ...ten, ...inArticle('updatedOn: 2025-08-14\ncorrection: Es sind zwölf.') };
    expect(problems(corrected)).toEqual([]);
  });
});

it('an issue is mailed by itself at a time of day alone', () => {
  expect(problems(inIndex('mailing: true'))).toMatchInlineSnapshot(`
    content/issues/2025-kw33/index.md:6 mailing (error mailingWithoutTime)
      Gefunden: einen Versand ohne Uhrzeit
      Erwartet: „publishedOn“ mit einer Uhrzeit, wie 2026-12-03 10:00
      Zu tun: Ergänzen Sie die Uhrzeit, oder löschen Sie die Zeile „mailing“ und senden Sie mit npm run send.
  `);
  expect(problems(replaced(index, 'publishedOn: 2025-08-14', 'publishedOn: 2025-08-14 10:00\nmailing: true'))).toEqual(
    [],
  );
  expect(problems(inArticle('mailing: true'))).toMatchObject([{ file: article, rule: 'unknownField' }]);
});
