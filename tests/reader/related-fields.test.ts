import { describe, expect, it } from 'vitest';
import { article, inArticle, problems, replaced, terms } from './sample-content.ts';

describe('fields that belong together', () => {
  it('a change without a correction, and the other way round', () => {
    expect(problems(inArticle('updatedOn: 2025-08-20'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:1 correction (error correctionMissing)
        Gefunden: ein Änderungsdatum ohne Erklärung
        Erwartet: „correction“ mit einem Satz, was geändert wurde
        Zu tun: Ergänzen Sie „correction“; der Satz steht auf der Seite.
    `);
    expect(problems(inArticle('correction: Die Zahl war falsch.'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:1 updatedOn (error updatedOnMissing)
        Gefunden: eine Berichtigung ohne Datum
        Erwartet: „updatedOn“ mit dem Tag der Änderung
        Zu tun: Ergänzen Sie „updatedOn“.
    `);
    expect(problems(inArticle('updatedOn: 2025-08-20\ncorrection: Die Zahl war falsch.'))).toEqual([]);
  });

  it('a withdrawal without a reason, only ticked', () => {
    expect(problems(inArticle('withdrawn: ja\nwithdrawnOn: 2025-08-20'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 withdrawn (error reasonIsYes)
        Gefunden: „ja“ statt eines Grundes
        Erwartet: einen ganzen Satz; er steht unter der Adresse des Beitrags
        Zu tun: Schreiben Sie, warum der Beitrag zurückgezogen ist. Ist er es nicht, löschen Sie die Zeile.
    `);
    for (const text of ['yes', 'Ja.', '"true"', 'ok', '"1"', 'x', 'nein']) {
      const found = problems(inArticle(`withdrawn: ${text}\nwithdrawnOn: 2025-08-20`));
      expect([text, found.map(({ rule }) => rule)]).toEqual([text, ['reasonIsYes']]);
    }
    expect(problems(inArticle('withdrawn: true\nwithdrawnOn: 2025-08-20')).map(({ rule }) => rule)).toEqual([
      'wrongType',
    ]);
    expect(problems(inArticle('withdrawn: Ja, die Zahl war falsch.\nwithdrawnOn: 2025-08-20'))).toEqual([]);
  });

  it('a change before the day of publication', () => {
    const corrected = 'correction: Die Zahl war falsch.';
    expect(problems(inArticle(`updatedOn: 2025-08-13\n${corrected}`))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 updatedOn (error updatedEarly)
        Gefunden: eine Änderung am 2025-08-13, vor der Veröffentlichung am 2025-08-14
        Erwartet: einen Tag am Erscheinungstag oder danach
        Zu tun: Korrigieren Sie „updatedOn“ oder „publishedOn“.
    `);
    expect(problems(inArticle(`updatedOn: 2025-08-14\n${corrected}`))).toEqual([]);
  });

  it('an event without its date, and a date of another kind of article', () => {
    const event = 'event:\n  start: 2026-02-10\n  place: Rathaus';
    expect(problems(inArticle('kind: event'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:1 event (error eventMissing)
        Gefunden: eine Veranstaltung ohne Termin
        Erwartet: „event“ mit start und place
        Zu tun: Ergänzen Sie den Termin oder wählen Sie eine andere Art (kind).
    `);
    expect(problems(inArticle(event))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 event (error eventOfOtherKind)
        Gefunden: einen Termin in einem Beitrag der Art „news“
        Erwartet: „kind: event“
        Zu tun: Ändern Sie die Art (kind) auf event oder entfernen Sie den Termin.
    `);
    expect(problems({ ...replaced(article, 'kind: news\n', `${event}\n`) }).map(({ rule }) => rule)).toEqual([
      'fieldMissing',
    ]);
    expect(problems(inArticle(`kind: event\n${event}`))).toEqual([]);
  });

  it('an event that ends before it begins, or mixes days and times', () => {
    const lasts = (start: string, end: string) =>
      inArticle(`kind: event\nevent:\n  start: ${start}\n  end: ${end}\n  place: Rathaus`);
    expect(problems(lasts('2026-02-10T11:00', '2026-02-10T09:30'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 event.end (error eventEndsEarly)
        Gefunden: Beginn 2026-02-10T11:00, Ende 2026-02-10T09:30
        Erwartet: ein Ende nach dem Beginn, beide mit oder beide ohne Uhrzeit
        Zu tun: Korrigieren Sie „start“ oder „end“.
    `);
    expect(problems(lasts('2026-02-10', '2026-02-10T09:30')).map(({ rule }) => rule)).toEqual(['eventEndsEarly']);
    expect(problems(lasts('2026-02-10T09:30', '2026-02-10T11:00'))).toEqual([]);
    expect(problems(lasts('2026-02-10', '2026-02-11'))).toEqual([]);
  });

  it('an event that is over when the article comes out', () => {
    const event = (start: string, more = '') =>
      problems(inArticle(`kind: event\nevent:\n  start: ${start}\n  place: Rathaus${more}`));
    expect(event('2025-08-12T09:30')).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:7 event.start (warning eventBeforePublication)
        Gefunden: eine Veranstaltung am 2025-08-12, vor dem Erscheinen am 2025-08-14
        Erwartet: einen Termin, der beim Erscheinen noch bevorsteht
        Zu tun: Prüfen Sie „start“ und „publishedOn“; über Vergangenes berichtet eine Nachricht (kind: news) ohne „event“.
    `);
    expect(event('2025-08-14')).toEqual([]);
    expect(event('2025-08-12', '\n  end: 2025-08-15')).toEqual([]);
    expect(event('2025-08-16', '\npublishedOn: 2025-08-17').map(({ rule }) => rule)).toEqual([
      'eventBeforePublication',
    ]);
  });

  it('a case study without a release', () => {
    expect(problems(inArticle('kind: case-study'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:1 releasedBy (warning releaseMissing)
        Gefunden: keine Freigabe durch die vorgestellte Verwaltung
        Erwartet: „releasedBy“ mit name und on; oder „source“, wenn der Bericht nacherzählt, was schon veröffentlicht ist
        Zu tun: Tragen Sie ein, wer den Praxisbericht wann freigegeben hat.
    `);
    const released = 'releasedBy: {name: Erika Mustermann, on: 2025-08-10}';
    expect(problems(inArticle(`kind: case-study\n${released}`))).toEqual([]);
    expect(problems(inArticle('kind: case-study\nsource: {title: Amtsblatt der Stadt}'))).toEqual([]);
  });

  it('a term that terms.yaml does not have', () => {
    expect(problems(inArticle('topics: [soziales, sozales]'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 topics[2] (error unknownTerm)
        Gefunden: „sozales“; das steht nicht in content/terms.yaml
        Erwartet: ein Kürzel (slug) aus der Liste „Themen“
        Zu tun: Meinten Sie „soziales“? Sonst tragen Sie den Begriff in content/terms.yaml ein.
    `);
    expect(problems(inArticle('software: [unbekannt]\nmunicipality: landkreis-musta'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 software[1] (error unknownTerm)
        Gefunden: „unbekannt“; das steht nicht in content/terms.yaml
        Erwartet: ein Kürzel (slug) aus der Liste „Verfahren“
        Zu tun: Tragen Sie den Begriff in content/terms.yaml ein.
      content/issues/2025-kw33/01-erster-beitrag.md:7 municipality (error unknownTerm)
        Gefunden: „landkreis-musta“; das steht nicht in content/terms.yaml
        Erwartet: ein Kürzel (slug) aus der Liste „Kommunen“
        Zu tun: Meinten Sie „landkreis-muster“? Sonst tragen Sie den Begriff in content/terms.yaml ein.
    `);
    expect(
      problems(inArticle('topics: [soziales]\nsoftware: [musterverfahren]\nmunicipality: landkreis-muster')),
    ).toEqual([]);
  });

  it('a term is known although another one is wrong', () => {
    const broken = replaced(terms, 'municipalities:', '  - name: Recht\n    slug: Recht!\nmunicipalities:');
    const found = problems({ ...broken, ...inArticle('topics: [soziales]') });
    expect(found.map(({ file, rule }) => `${file} ${rule}`)).toEqual([`${terms} notASlug`]);
  });
});
