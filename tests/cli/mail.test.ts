import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { article, index, projectWith } from '../reader/sample-content.ts';
import { shippedLibrary } from '../shipped.ts';
import { kurrende, organisation, serving } from './command-line.ts';
import { inProcess } from './in-process.ts';
import { preparedOrganisation } from './organisations.ts';

function edit(folder: string, file: string, change: (text: string) => string): void {
  const path = join(folder, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

const keys = shippedLibrary('2026-11-24', 'preview').issues.map(({ key }) => key);
const newest = shippedLibrary().issues[0]?.key;

describe('npm run mail', () => {
  test('writes HTML, text and message, and says how large they are', async () => {
    // Without pictures from before.
    const folder = organisation();
    const { code, out, err } = await kurrende(['mail', '2025-kw33'], folder);
    expect(err).toBe('');
    expect(out).toMatch(
      /^Geschrieben: dist-mail\/2025-kw33\/\nBetreff: Kurrende 33\.\u00A0KW\u00A02025: Wer sich um das/,
    );
    expect(out).toMatch(
      / {2}ausgabe\.html +\d\d\.\d{3}\u00A0Byte\n {2}ausgabe\.txt +\d\.\d{3}\u00A0Byte\n {2}ausgabe\.eml/,
    );
    expect(out).toMatch(/HTML in der E-Mail: \d\d\.\d{3}\u00A0Byte von höchstens 100\.000\u00A0Byte\n$/);
    expect(code).toBe(0);
    const files = join(folder, 'dist-mail', '2025-kw33');
    expect(readdirSync(files).sort()).toEqual(['ausgabe.eml', 'ausgabe.html', 'ausgabe.txt']);
    const message = await simpleParser(readFileSync(join(files, 'ausgabe.eml')));
    expect(message.text).toContain('Ülsmann-Pohl');
    expect(message.html).toContain('Ülsmann-Pohl');
    expect(message.date?.toISOString()).toBe('2025-08-14T06:00:00.000Z');
    // The one picture of this issue: none of other issues, and no title picture, which no mail shows.
    const prepared = readdirSync(join(folder, '.cache', 'bilder'), { withFileTypes: true });
    expect(prepared.filter((entry) => entry.isDirectory())).toHaveLength(1);
  });

  test('shows an issue that is not out yet, and says so; one that is out holds no draft', async () => {
    const folder = await preparedOrganisation();
    const { out, code } = await inProcess(['mail', '2026-kw49'], folder);
    expect(out).toContain('Die Ausgabe ist noch nicht erschienen; die E-Mail ist nur zum Ansehen.');
    expect(code).toBe(0);
    edit(folder, 'content/issues/2026-kw47/02-redaktionswerkstatt.md', (text) =>
      text.replace(/^kind:/m, 'draft: true\nkind:'),
    );
    await inProcess(['mail', '2026-kw47'], folder);
    const html = readFileSync(join(folder, 'dist-mail/2026-kw47/ausgabe.html'), 'utf8');
    expect(html).toContain('Redaktionskalender 2027');
    expect(html).not.toContain('Redaktionswerkstatt in Musterstadt');
  });

  test('makes the mail of an unfinished draft as the preview shows it, and lists what is still to be done', async () => {
    const folder = await preparedOrganisation();
    edit(folder, 'content/issues/2026-kw49/index.md', (text) => text.replace(/^lead: .*\n/m, ''));
    edit(folder, 'content/issues/2026-kw49/01-bilder-und-nachweise.md', (text) =>
      text.replace(/^summary: .*\n/m, '').replace('kind: notice', 'kind: x'),
    );
    const { out, err, code } = await inProcess(['mail', '2026-kw49'], folder);
    expect(err).toBe('');
    expect(out).toContain('\nIn 2026-kw49 ist noch zu tun: 3 Stellen.\n');
    expect(out).toMatch(/\n {2}content\/issues\/2026-kw49\/01-bilder-und-nachweise\.md:4 {2}kind {2}Gefunden: /);
    expect(out).toMatch(/\n {2}content\/issues\/2026-kw49\/index\.md:\d {2}lead {2}Gefunden: /);
    expect(code).toBe(0);
    const text = readFileSync(join(folder, 'dist-mail/2026-kw49/ausgabe.txt'), 'utf8');
    expect(text).toContain('Noch ohne Vorspann.');
    expect(text).toContain('Kein Bild ohne Nachweis');
    expect(existsSync(join(folder, 'dist-mail/2026-kw49/ausgabe.eml'))).toBe(true);
  });

  test('writes nothing while the content has errors', async () => {
    const folder = organisation();
    edit(folder, 'content/issues/2025-kw33/01-open-prosoz-wesermarsch.md', (text) =>
      text.replace('kind: case-study', 'kind: x'),
    );
    const { err, code } = await inProcess(['mail', '2025-kw33'], folder);
    expect(err).toBe('Solange die Inhalte Fehler enthalten, entsteht keine E-Mail. „npm run check“ zeigt, welche.\n');
    expect(code).toBe(1);
    expect(existsSync(join(folder, 'dist-mail'))).toBe(false);
  });

  test('says that there is no issue yet', async () => {
    const { err } = await inProcess(['mail', 'sommer'], projectWith({ [index]: undefined, [article]: undefined }));
    expect(err).toBe('Die Ausgabe „sommer“ gibt es nicht. Noch ist keine angelegt.\n');
  });

  test.each<{ args: string[]; change?: (folder: string) => void; says: string }>([
    { args: ['mail'], says: `Nennen Sie die Ausgabe: npm run mail -- ${newest}\n` },
    {
      args: ['mail', '2025-kw99'],
      says: `Die Ausgabe „2025-kw99“ gibt es nicht. Meinten Sie 2025-kw33?\nEs gibt: ${keys.slice(0, 10).join(', ')} und ${keys.length - 10} ältere.\n`,
    },
    { args: ['mail', '2026-KW47'], says: 'Meinten Sie 2026-kw47?' },
    { args: ['mail', '2024-kw10'], says: 'Die Ausgabe „2024-kw10“ gibt es nicht.\nEs gibt: 2026-kw49,' },
    { args: ['mail', 'sommer'], says: 'Die Ausgabe „sommer“ gibt es nicht.\nEs gibt: 2026-kw49,' },
    {
      args: ['mail', '2025-kw33'],
      change: (folder) =>
        edit(folder, 'content/site.md', (text) =>
          text.replace(/^aboUrl: .*\n/m, '').replace(/^mail:\n(?: .*\n)+/m, ''),
        ),
      says: 'content/site.md nennt keinen Absender.',
    },
    {
      args: ['mail', '2025-kw33'],
      change: (folder) =>
        edit(
          folder,
          'content/issues/2025-kw33/index.md',
          (text) => text + '\nÜberlange Ansprache an alle.'.repeat(5_000),
        ),
      says: 'Die E-Mail ist zu lang: ',
    },
  ])('$args is answered with a sentence: $says', async ({ args, change, says }) => {
    const folder = await preparedOrganisation();
    change?.(folder);
    const { code, err } = await inProcess(args, folder);
    expect(err).toContain(says);
    expect(err).not.toMatch(/^\s+at /m);
    expect(code).toBe(2);
    expect(existsSync(join(folder, 'dist-mail'))).toBe(false);
  });
});

test('npm run dev shows the edition with its size, linked from the issue', async () => {
  const { origin } = await serving(['dev'], await preparedOrganisation());
  const issue = await (await fetch(`${origin}/ausgaben/2025/kw33/`)).text();
  expect(issue).toContain('<a href="/vorschau/mail/2025-kw33/">So kommt die Ausgabe als E-Mail an</a>');
  const page = await (await fetch(`${origin}/vorschau/mail/2025-kw33/`)).text();
  expect(page).toMatch(/HTML in der E-Mail: \d\d\.\d{3}\u00A0Byte von höchstens/);
  expect(page).toContain('<iframe');
  expect(page).toContain(`Im Browser lesen: ${origin}/ausgaben/2025/kw33/`);
});
