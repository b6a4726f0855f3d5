import { expect, it } from 'vitest';
import { articleTemplate, issueTemplate } from '../../src/words/templates.ts';
import { article, type Files, index, issueFolder, problems } from './sample-content.ts';

const id = 'tag:blatt.example,2025-08-21';
const folder = 'content/issues/2025-kw34';
const made = {
  [`${folder}/index.md`]: issueTemplate(`${id}:ausgabe`, '2025-08-21'),
  [`${folder}/01-fenster.md`]: articleTemplate(`${id}:beitrag`),
};
const released = (files: Files) =>
  Object.fromEntries(
    Object.entries(files).map(([file, text]) => [file, String(text).replace(/^draft: true.*\n/m, '')]),
  );

it('what the template says is no text to publish', () => {
  const inDraft = problems(made);
  expect(inDraft.map(({ rule, isUnfinished }) => `${rule} ${isUnfinished}`)).toEqual(Array(8).fill('placeholder true'));
  expect(inDraft[0]?.advice).toBe('Ersetzen Sie den Platzhalter.');
  expect(problems(released(made))).toMatchInlineSnapshot(`
    content/issues/2025-kw34/01-fenster.md:3 title (error placeholder)
      Gefunden: „Titel des Beitrags“ aus der Vorlage
      Erwartet: Ihren eigenen Text
      Zu tun: Ersetzen Sie den Platzhalter. Soll der Text noch nicht erscheinen, schreiben Sie „draft: true“ in den Kopf.
    content/issues/2025-kw34/01-fenster.md:5 summary (error placeholder)
      Gefunden: „Ein oder zwei Sätze für Übersicht, Feed und Suchmaschine.“ aus der Vorlage
      Erwartet: Ihren eigenen Text
      Zu tun: Ersetzen Sie den Platzhalter. Soll der Text noch nicht erscheinen, schreiben Sie „draft: true“ in den Kopf.
    content/issues/2025-kw34/01-fenster.md:9 (error placeholder)
      Gefunden: „Hier steht der Text.“ aus der Vorlage
      Erwartet: Ihren eigenen Text
      Zu tun: Ersetzen Sie den Platzhalter. Soll der Text noch nicht erscheinen, schreiben Sie „draft: true“ in den Kopf.
    content/issues/2025-kw34/01-fenster.md:11 (error placeholder)
      Gefunden: „Eine Zwischenüberschrift“ aus der Vorlage
      Erwartet: Ihren eigenen Text
      Zu tun: Ersetzen Sie den Platzhalter. Soll der Text noch nicht erscheinen, schreiben Sie „draft: true“ in den Kopf.
    content/issues/2025-kw34/01-fenster.md:13 (error placeholder)
      Gefunden: „Und hier geht er weiter.“ aus der Vorlage
      Erwartet: Ihren eigenen Text
      Zu tun: Ersetzen Sie den Platzhalter. Soll der Text noch nicht erscheinen, schreiben Sie „draft: true“ in den Kopf.
    content/issues/2025-kw34/index.md:3 title (error placeholder)
      Gefunden: „Titel der Ausgabe“ aus der Vorlage
      Erwartet: Ihren eigenen Text
      Zu tun: Ersetzen Sie den Platzhalter. Soll der Text noch nicht erscheinen, schreiben Sie „draft: true“ in den Kopf.
    content/issues/2025-kw34/index.md:4 lead (error placeholder)
      Gefunden: „Ein oder zwei Sätze, die sagen, worum es in dieser Ausgabe geht.“ aus der Vorlage
      Erwartet: Ihren eigenen Text
      Zu tun: Ersetzen Sie den Platzhalter. Soll der Text noch nicht erscheinen, schreiben Sie „draft: true“ in den Kopf.
    content/issues/2025-kw34/index.md:8 (error placeholder)
      Gefunden: „Hier steht das Editorial.“ aus der Vorlage
      Erwartet: Ihren eigenen Text
      Zu tun: Ersetzen Sie den Platzhalter. Soll der Text noch nicht erscheinen, schreiben Sie „draft: true“ in den Kopf.
  `);
});

it('nor is the name that it gives an article', () => {
  const name = `${issueFolder}/02-neuer-beitrag.md`;
  const text = (fields: string) =>
    `---\nid: ${id}:zwei\ntitle: Ein Bürgerbüro für alle\nkind: news\nsummary: Kurz.\n${fields}---\n\nText.\n`;
  expect(problems({ [name]: text('') })).toMatchInlineSnapshot(`
    content/issues/2025-kw33/02-neuer-beitrag.md:1 (warning placeholderName)
      Gefunden: den Namen „02-neuer-beitrag.md“ aus der Vorlage; er wird Teil der Adresse, die sich nie mehr ändert
      Erwartet: einen Namen, der sagt, worum es geht
      Zu tun: Benennen Sie die Datei um, zum Beispiel in „02-ein-buergerbuero-fuer-alle.md“, bevor der Beitrag erscheint.
  `);
  expect(problems({ [name]: text('draft: true\n') })).toEqual([]);
});

it('the same words amid others are no placeholder', () => {
  const text = `---\nid: ${id}:eins\ntitle: Der Titel des Beitrags\nkind: news\nsummary: Kurz.\n---\n\nHier steht der Text. Und noch einer.\n`;
  expect(problems({ [article]: text, [index]: undefined }).map(({ rule }) => rule)).toEqual(['indexMissing']);
  expect(problems({ [article]: text })).toEqual([]);
});
