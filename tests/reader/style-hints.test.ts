import { expect, it } from 'vitest';
import { contentOnDisk } from '../../src/reader/files/content-folder.ts';
import { styleHints } from '../../src/reader/style-hints.ts';
import { inArticle, projectWith } from './sample-content.ts';

it('hints about style stand at their lines, by the rules of the house', async () => {
  const text = `Die Verwaltung ${'hat noch einmal lange '.repeat(8)}gewartet.

Die Prüfung der Einführung und die Umsetzung der Digitalisierung sind geplant.

Die Kolleg*innen treffen sich am Montag, 6. Oktober 2026, mit der KDX.

> Das war gut.

Er sagte: „Das geht so nicht.
`;
  const project = projectWith(inArticle('municipality: beispielstadt\nkind: news', text));
  expect(await styleHints(contentOnDisk(project), { gender: 'colon', words: [] })).toMatchInlineSnapshot(`
    content/issues/2025-kw33/01-erster-beitrag.md:6 (hint municipalityUnreleased)
      Gefunden: einen Beitrag über „beispielstadt“ ohne „releasedBy“
      Erwartet: die Freigabe der Kommune, über die er berichtet
      Zu tun: Lassen Sie den Text freigeben, und tragen Sie ein, wer das wann getan hat.
    content/issues/2025-kw33/01-erster-beitrag.md:9 (hint longSentence)
      Gefunden: einen Satz mit 35 Wörtern: „Die Verwaltung hat noch einmal lange hat noch einmal lange hat noch einmal lang…“
      Erwartet: Sätze bis etwa 25 Wörter; längere liest man zweimal
      Zu tun: Teilen Sie den Satz, meist beim zweiten „und“ oder vor dem Nebensatz.
    content/issues/2025-kw33/01-erster-beitrag.md:11 (hint nominalStyle)
      Gefunden: viele Hauptwörter für Tätigkeiten in einem Satz (Prüfung, Einführung, Umsetzung, Digitalisierung): „Die Prüfung der Einführung und die Umsetzung der Digitalisierung sind geplant.“
      Erwartet: Verben: „wir prüfen“ statt „die Prüfung erfolgt“
      Zu tun: Sagen Sie, wer was tut.
    content/issues/2025-kw33/01-erster-beitrag.md:13 (hint genderForm)
      Gefunden: die Form „Kolleg*innen“
      Erwartet: die Form des Hauses: Kolleg:innen
      Zu tun: Schreiben Sie das Wort in dieser Form, oder formulieren Sie um.
    content/issues/2025-kw33/01-erster-beitrag.md:13 (hint weekdayWrong)
      Gefunden: „Montag, 6. Oktober 2026“; dieser Tag ist ein Dienstag
      Erwartet: einen Wochentag, der zum Datum passt
      Zu tun: Prüfen Sie beide, und korrigieren Sie den falschen.
    content/issues/2025-kw33/01-erster-beitrag.md:13 (hint abbreviationUnexplained)
      Gefunden: die Abkürzung „KDX“ ohne Erklärung
      Erwartet: beim ersten Mal die lange Form: „… (KDX)“ oder <abbr title="…">KDX</abbr>
      Zu tun: Ergänzen Sie die lange Form. Kennen alle Ihre Leserinnen und Leser die Abkürzung, nehmen Sie sie in site.md auf (style.words).
    content/issues/2025-kw33/01-erster-beitrag.md:15 (hint speakerUnnamed)
      Gefunden: ein Zitat, bei dem nicht steht, von wem es ist: „Das war gut.“
      Erwartet: als letzte Zeile des Zitats einen Strich und den Namen: „> – Erika Mustermann, Amtsleiterin“
      Zu tun: Ergänzen Sie, wer das sagt, im Zitat oder im Satz davor.
    content/issues/2025-kw33/01-erster-beitrag.md:17 (hint quotationOpen)
      Gefunden: eine Anführung, die nicht geschlossen wird: „„Das geht so nicht.“
      Erwartet: am Ende der Anführung das schließende Zeichen
      Zu tun: Ergänzen Sie das Zeichen dort, wo die Rede endet.
  `);
});

it('without a form of the house a text keeps to its first', async () => {
  const project = projectWith(inArticle('kind: news', 'Kolleg*innen und Bürger:innen.\n'));
  expect(await styleHints(contentOnDisk(project), { words: [] })).toMatchInlineSnapshot(`
    content/issues/2025-kw33/01-erster-beitrag.md:8 (hint genderForms)
      Gefunden: die Form „Bürger:innen“, weiter oben aber „Kolleg*innen“
      Erwartet: eine Form im ganzen Text
      Zu tun: Schreiben Sie das Wort wie die anderen. Welche Form das Haus verwendet, kann in site.md stehen (style).
  `);
});

it('texts in other languages, and heads that nobody can read, get none', async () => {
  for (const fields of ['lang: en', 'kind: [']) {
    const project = projectWith(inArticle(fields, 'The KDX „tagt.\n'));
    expect(await styleHints(contentOnDisk(project), { words: [] })).toEqual([]);
  }
});

it('a word that no dictionary knows stands at its line, with what it may have been', async () => {
  const project = projectWith(inArticle('kind: news', 'Das Bürgebüro öffnet.\n'));
  const dictionary = async () => new Map([['Bürgebüro', ['Bürgerbüro']]]);
  expect(await styleHints(contentOnDisk(project), { words: [] }, dictionary)).toMatchInlineSnapshot(`
    content/issues/2025-kw33/01-erster-beitrag.md:8 (hint wordUnknown)
      Gefunden: das Wort „Bürgebüro“, das nicht im Wörterbuch steht
      Erwartet: zum Beispiel „Bürgerbüro“
      Zu tun: Prüfen Sie die Schreibung. Ist das Wort richtig und kommt öfter vor, nehmen Sie es in site.md auf (style.words).
  `);
  expect(await styleHints(contentOnDisk(project), { words: ['Bürgebüro'] }, dictionary)).toEqual([]);
});
