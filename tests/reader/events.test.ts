import { describe, expect, it } from 'vitest';
import { inArticle, problems } from './sample-content.ts';

const changed = 'updatedOn: 2025-08-20\ncorrection: Der Termin gilt nicht mehr.';
const event = (fields: string, more = changed) =>
  problems(inArticle(`kind: event\nevent: {start: 2026-02-10T09:30, ${fields}}\n${more}`));

describe('an event', () => {
  it('takes place somewhere, or online, or both', () => {
    expect(event('end: 2026-02-10T12:00')).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 event.place (error eventPlaceMissing)
        Gefunden: einen Termin ohne Ort
        Erwartet: „place“ mit dem Ort, „online“ mit der Adresse zum Teilnehmen oder beides
        Zu tun: Ergänzen Sie, wo die Veranstaltung stattfindet.
    `);
    expect(event('place: Rathaus')).toEqual([]);
    expect(event('online: "https://konferenz.example"')).toEqual([]);
    expect(event('place: Rathaus, online: "https://konferenz.example"')).toEqual([]);
    expect(event('online: konferenz.example').map(({ rule, field }) => [rule, field])).toEqual([
      ['notAWebAddress', 'event.online'],
    ]);
  });

  it('is cancelled or postponed, not both', () => {
    expect(event('place: Saal, cancelled: Nein., postponed: Später.')).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 event.postponed (error eventStateTwice)
        Gefunden: eine Veranstaltung, die abgesagt und verschoben ist
        Erwartet: entweder „cancelled“ oder „postponed“
        Zu tun: Löschen Sie das Feld, das nicht mehr gilt.
    `);
    expect(event('place: Saal, cancelled: Der Saal ist gesperrt.')).toEqual([]);
    expect(event('place: Saal, postponed: Der Saal ist gesperrt.')).toEqual([]);
  });

  it('tells its readers since when that is so', () => {
    expect(event('place: Saal, cancelled: Der Saal ist gesperrt.', '')).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 event.cancelled (warning eventChangeUndated)
        Gefunden: „cancelled“ ohne den Tag, seit dem es gilt
        Erwartet: „updatedOn“ und „correction“, mit denen die nächste Ausgabe es ihren Lesern sagt
        Zu tun: Ergänzen Sie „updatedOn“ mit dem Tag und „correction“ mit einem Satz.
    `);
    expect(event('place: Saal, postponed: Der Saal ist gesperrt.', '').map(({ field }) => field)).toEqual([
      'event.postponed',
    ]);
  });

  it('has a former date only if it is postponed, and another than the new one', () => {
    expect(event('place: Saal, previousStart: 2026-02-03T09:30')).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 event.previousStart (error previousStartAlone)
        Gefunden: einen früheren Beginn ohne Verschiebung
        Erwartet: „postponed“ mit dem Grund, aus dem die Veranstaltung verschoben ist
        Zu tun: Ergänzen Sie „postponed“, oder löschen Sie „previousStart“.
    `);
    expect(
      event('place: Saal, postponed: Der Saal ist gesperrt., previousStart: 2026-02-10T09:30'),
    ).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 event.previousStart (error previousStartSame)
        Gefunden: 2026-02-10T09:30 als früheren und als neuen Beginn
        Erwartet: unter „start“ den neuen Beginn, unter „previousStart“ den bisherigen
        Zu tun: Tragen Sie unter „start“ den neuen Termin ein; ist er noch offen, löschen Sie „previousStart“.
    `);
    expect(event('place: Saal, postponed: Der Saal ist gesperrt., previousStart: 2026-02-03T09:30')).toEqual([]);
  });

  it('may have more dates, each in its order', () => {
    const dates = (text: string) =>
      event(`place: Saal, furtherDates: [${text}]`).map(({ rule, field }) => [rule, field]);
    expect(dates('{start: 2026-02-17T09:30, end: 2026-02-17T12:00}, {start: 2026-02-24}')).toEqual([]);
    expect(dates('{start: 2026-02-17T09:30, end: 2026-02-17T09:00}')).toEqual([
      ['eventEndsEarly', 'event.furtherDates[1].end'],
    ]);
    expect(dates('{start: 17. Februar}')).toEqual([['notAMoment', 'event.furtherDates[1].start']]);
    expect(dates('{end: 2026-02-17}')).toEqual([['fieldMissing', 'event.furtherDates[1].start']]);
  });

  it('is over with the last of its dates', () => {
    const late = (more: string) =>
      problems(inArticle(`kind: event\nevent: {start: 2025-08-12, place: Saal${more}}`)).map(({ rule }) => rule);
    expect(late('')).toEqual(['eventBeforePublication']);
    expect(late(', furtherDates: [{start: 2025-08-19}]')).toEqual([]);
  });
});

describe('the registration for an event', () => {
  const registration = (fields: string) => event(`place: Saal, registration: {${fields}}`);
  const url = 'url: "https://anmeldung.example"';

  it('has an address, and words and a last day if need be', () => {
    expect(registration(url)).toEqual([]);
    expect(registration(`${url}, text: Platz sichern, deadline: 2026-02-10`)).toEqual([]);
    expect(registration('deadline: 2026-02-10').map(({ rule, field }) => [rule, field])).toEqual([
      ['fieldMissing', 'event.registration.url'],
    ]);
    expect(registration(`${url}, deadline: 5.2.2026`).map(({ rule, field }) => [rule, field])).toEqual([
      ['germanDate', 'event.registration.deadline'],
    ]);
  });

  it('ends before the event does', () => {
    expect(registration(`${url}, deadline: 2026-02-11`)).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 event.registration.deadline (error deadlineLate)
        Gefunden: eine Anmeldung bis 2026-02-11, die Veranstaltung endet am 2026-02-10
        Erwartet: eine Frist, die spätestens am letzten Tag der Veranstaltung endet
        Zu tun: Korrigieren Sie „deadline“ oder den Termin.
    `);
  });
});

describe('a withdrawn article', () => {
  it('says since when it is withdrawn, so that the next issue can tell', () => {
    expect(problems(inArticle('withdrawn: Sie war erfunden.'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:1 withdrawnOn (warning withdrawnOnMissing)
        Gefunden: einen zurückgezogenen Beitrag ohne den Tag des Rückzugs
        Erwartet: „withdrawnOn“ mit dem Tag; ohne ihn sagt keine Ausgabe den Rückzug an
        Zu tun: Ergänzen Sie „withdrawnOn“ in der Form JJJJ-MM-TT.
    `);
    expect(problems(inArticle('withdrawn: Sie war erfunden.\nwithdrawnOn: 2025-08-20'))).toEqual([]);
  });

  it('has a reason, and came out before', () => {
    expect(problems(inArticle('withdrawnOn: 2025-08-20'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:1 withdrawn (error withdrawnMissing)
        Gefunden: den Tag eines Rückzugs ohne Grund
        Erwartet: „withdrawn“ mit einem Satz, warum der Beitrag zurückgezogen ist
        Zu tun: Ergänzen Sie „withdrawn“, oder löschen Sie „withdrawnOn“.
    `);
    expect(problems(inArticle('withdrawn: Sie war erfunden.\nwithdrawnOn: 2025-08-13'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:7 withdrawnOn (error withdrawnEarly)
        Gefunden: einen Rückzug am 2025-08-13, vor der Veröffentlichung am 2025-08-14
        Erwartet: einen Tag am Erscheinungstag oder danach
        Zu tun: Korrigieren Sie „withdrawnOn“ oder „publishedOn“.
    `);
  });
});
