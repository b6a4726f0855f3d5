import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { printingProgram } from '../../src/redaktion/showing/pdf.ts';
import { redaktion } from './redaktion.ts';

const file = 'content/issues/2025-kw33/01-open-prosoz-wesermarsch.md';

test('a page is handed out as one file that says what it is, loads nothing and runs nothing', async () => {
  const desk = await redaktion();
  const { status, headers, body } = await desk.ask(`/zeigen/seite?datei=${file}`);
  expect([status, headers['content-disposition']]).toEqual([
    200,
    'attachment; filename="01-open-prosoz-wesermarsch.html"',
  ]);
  expect(body).toContain('Zur Ansicht vor dem Erscheinen, Stand 24.11.2026');
  expect(body).toContain('Die Aufgaben werden mehr, die Mittel bleiben begrenzt.');
  expect(body).toMatch(/<img[^>]* src="data:image\//);
  expect(body).toMatch(/url\("?data:font\/woff2/);
  expect(body).not.toMatch(/<script|<link|srcset=|src="(?!data:)|url\("?(?!data:)[^)]*\.woff2/i);
});

test('a page that is handed out names no other text, which may be a draft about somebody else', async () => {
  const desk = await redaktion();
  const { body } = await desk.ask('/zeigen/seite?datei=content/issues/2026-kw48/01-buergerbuero-musterstadt.md');
  expect(body).toContain('Termine für die meisten, Zeit für alle');
  expect(body).not.toContain('Entgelte 2027: drei Zeilen ändern sich');
  expect(body).not.toMatch(/class="teaser|Vorheriger Beitrag|Nächster Beitrag/);
});

test('the mail of an issue is handed out as a mail program opens it', async () => {
  const desk = await redaktion();
  const { status, headers, body } = await desk.ask(`/zeigen/email?datei=${file}`);
  expect([status, headers['content-disposition']]).toEqual([200, 'attachment; filename="2025-kw33.eml"']);
  const mail = await simpleParser(body);
  expect(mail.subject).toMatch(/33\.\sKW\s2025/);
  expect(mail.text).toContain('Die Aufgaben werden mehr, die Mittel bleiben begrenzt.');
});

test('what isn’t there yet is answered with a sentence', async () => {
  const desk = await redaktion();
  const { status, body } = await desk.ask('/zeigen/email?datei=content/seiten/ueber-diese-publikation.md');
  expect([status, body]).toEqual([422, expect.stringContaining('lässt sich noch nicht zeigen')]);
  expect((await desk.ask('/zeigen/seite?datei=package.json')).status).toBe(404);
});

test.skipIf(!printingProgram())('a page is handed out as PDF where a Chromium is installed', async () => {
  const desk = await redaktion();
  const { status, headers, body } = await desk.ask(`/zeigen/pdf?datei=${file}`);
  expect([status, headers['content-type'], headers['content-disposition']]).toEqual([
    200,
    'application/pdf',
    'attachment; filename="01-open-prosoz-wesermarsch.pdf"',
  ]);
  expect(body.startsWith('%PDF-')).toBe(true);
});
