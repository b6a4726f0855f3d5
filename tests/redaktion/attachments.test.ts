import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '../../src/model/day.ts';
import { contentOnDisk } from '../../src/reader/files/content-folder.ts';
import { createReader } from '../../src/reader/read.ts';
import { organisation } from '../cli/command-line.ts';
import { zip } from '../import/zip.ts';
import { axeFindings } from './axe.ts';
import { browsedRedaktion } from './browsed.ts';
import { byKeyboard } from './keyboard.ts';
import { redaktionInOwnProcess } from './own-process.ts';
import { formWith, opened, type RunningRedaktion, redaktion } from './redaktion.ts';
import { write } from './typing.ts';

const file = 'content/issues/2026-kw49/01-bilder-und-nachweise.md';
const folder = 'content/issues/2026-kw49';
const bring = (desk: RunningRedaktion, name: string, bytes: string | Uint8Array, text = file) =>
  desk.ask('/api/anhang', {
    method: 'POST',
    ...formWith({ file: text }, { field: 'datei', name, bytes: Buffer.from(bytes) }),
  });
const answerOf = async (asked: ReturnType<typeof bring>) => {
  const { status, body } = await asked;
  return { status, ...(JSON.parse(body) as { name?: string; title?: string; told?: string[]; error?: string }) };
};
const lying = (desk: RunningRedaktion) => readdirSync(join(desk.folder, folder)).sort();

describe('an editor', () => {
  const browsed = browsedRedaktion();
  const read = () => readFileSync(join(browsed.desk.folder, file), 'utf8');
  const files = mkdtempSync(join(tmpdir(), 'anhaenge-'));
  const path = (name: string) => join(files, name);

  beforeAll(async () => {
    const page = await browsed.window();
    await page.setContent('<html lang="de"><title>Zeitplan</title><h1>Zeitplan</h1>');
    writeFileSync(path('Zeitplan Bürgerbüro (1).PDF'), await page.pdf());
    const word = new Document({
      creator: 'Erika Muster',
      lastModifiedBy: 'Max Beispiel',
      sections: [{ children: [new Paragraph('Ein Antrag')] }],
    });
    writeFileSync(path('antrag_auf_umzug.docx'), await Packer.toBuffer(word));
    const photo = sharp({ create: { width: 60, height: 40, channels: 3, background: '#567' } }).jpeg();
    const taken = photo.withExif({
      IFD0: { Artist: 'Foto Hafen' },
      IFD3: { GPSLatitude: '53/1 0/1 0/1', GPSLatitudeRef: 'N', GPSLongitude: '8/1 0/1 0/1', GPSLongitudeRef: 'E' },
    });
    writeFileSync(path('Lageplan.jpg'), await taken.toBuffer());
    writeFileSync(path('zahlen.csv'), 'Straße;Zahl\nAm Hafen;3\n');
    writeFileSync(path('seite.pdf'), '<!doctype html><script>alert(1)</script>');
    closeSync(openSync(path('film.zip'), 'w'));
    truncateSync(path('film.zip'), 50_000_001);
  });

  const openField = async (page: Page, text = file) => {
    await write(page, browsed.desk, text);
    const group = page.locator('details', { has: page.locator('#anhang-datei') });
    // It is open where it holds something already.
    if ((await group.getAttribute('open')) === null) await group.locator('summary').click();
    return page.getByLabel(/^Datei hierher ziehen/);
  };
  const message = (page: Page) => page.locator('#anhang-meldung');

  test('chooses files, and each becomes an entry with a title, lies beside the text and is published', async () => {
    const page = await browsed.window();
    const input = await openField(page);
    const names = ['Zeitplan Bürgerbüro (1).PDF', 'antrag_auf_umzug.docx', 'Lageplan.jpg', 'zahlen.csv'];
    await input.setInputFiles(names.map(path));
    await message(page).getByText('„zahlen.csv“ liegt jetzt bei der Ausgabe (CSV-Tabelle, 24 Byte)').waitFor();
    const told = await message(page).textContent();
    expect(told).toContain('In „antrag-auf-umzug.docx“ steht noch: als Verfasser Erika Muster und Max Beispiel.');
    expect(told).toContain('In „Lageplan.jpg“ steht noch: der Aufnahmeort des Bildes und als Verfasser Foto Hafen.');
    expect(await page.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field'))).toBe(
      'attachments[1].title',
    );
    await page.keyboard.type('Der Zeitplan');
    await page.keyboard.press('Control+s');
    await page.getByText(/^Gesichert um/).waitFor();
    expect(read()).toContain(`attachments:
  - file: Zeitplan-Bürgerbüro.pdf
    title: Der Zeitplan
  - file: antrag-auf-umzug.docx
    title: Antrag auf umzug
  - file: Lageplan.jpg
    title: Lageplan
  - file: zahlen.csv
    title: Zahlen
`);
    for (const [before, after] of [
      ['Zeitplan Bürgerbüro (1).PDF', 'Zeitplan-Bürgerbüro.pdf'],
      ['Lageplan.jpg', 'Lageplan.jpg'],
    ] as const) {
      expect(readFileSync(join(browsed.desk.folder, folder, after)).equals(readFileSync(path(before)))).toBe(true);
    }
    const log = execFileSync('git', ['log', '--format=%s', '--', folder], {
      cwd: browsed.desk.folder,
      encoding: 'utf8',
    });
    expect(log).toContain(`Anhang hinzugefügt: ${folder}/Zeitplan-Bürgerbüro.pdf\n`);
    const frame = page.frameLocator('#vorschau-bild');
    await frame.getByRole('link', { name: 'Der Zeitplan' }).waitFor();
  });

  test('drops one on the field, and goes on in an entry that stood there empty', async () => {
    const page = await browsed.window();
    await openField(page);
    await page.getByRole('button', { name: 'Dateien zum Herunterladen: Eintrag von Hand' }).click();
    const entries = await page.locator('[data-list=\'["attachments"]\'] > .entry').count();
    const dropped = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(['Punkt 1\n'], 'Tagesordnung.txt'));
      return data;
    });
    const field = page.locator('#formular .drop');
    await field.dispatchEvent('dragover', { dataTransfer: dropped });
    expect(await field.getAttribute('class')).toContain('over');
    await field.dispatchEvent('drop', { dataTransfer: dropped });
    await message(page)
      .getByText(/^„Tagesordnung.txt“ liegt jetzt/)
      .waitFor();
    expect(await page.locator('[data-list=\'["attachments"]\'] > .entry').count()).toBe(entries);
    expect(
      await page.locator('[data-list=\'["attachments"]\'] > .entry').last().locator('input').first().inputValue(),
    ).toBe('Tagesordnung.txt');
  });

  test('who drops a file on the text and not on the field adds nothing by it', async () => {
    const page = await browsed.window();
    await openField(page);
    const before = lying(browsed.desk);
    const dropped = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(['Punkt 1\n'], 'Daneben.txt'));
      return data;
    });
    await page.locator('h1').dispatchEvent('drop', { dataTransfer: dropped });
    await page.waitForTimeout(300);
    expect(lying(browsed.desk)).toEqual(before);
  });

  test('does it by keyboard alone', async () => {
    const page = await browsed.window();
    const { tabTo } = byKeyboard(page);
    await write(page, browsed.desk, 'content/issues/2026-kw47/02-redaktionswerkstatt.md');
    await page.locator('summary', { hasText: 'Quellen und Dateien' }).focus();
    await page.keyboard.press('Enter');
    // A key comes through at once: whoever waits for what it opens has to do so before.
    const opened = page.waitForEvent('filechooser');
    await tabTo(/^anhang-datei$/);
    await page.keyboard.press('Enter');
    await (await opened).setFiles(path('zahlen.csv'));
    await message(page)
      .getByText(/liegt jetzt bei der Ausgabe/)
      .waitFor();
    await page.keyboard.type('Was der Umzug kostet');
    await page.keyboard.press('Control+s');
    await page.getByText(/^Gesichert um/).waitFor();
    const text = readFileSync(join(browsed.desk.folder, 'content/issues/2026-kw47/02-redaktionswerkstatt.md'), 'utf8');
    expect(text).toContain('attachments:\n  - file: zahlen.csv\n    title: Was der Umzug kostet\n');
  });

  test.each(['light', 'dark'] as const)(
    'on a telephone, %s, is told what can’t be taken, and axe finds nothing',
    async (colorScheme) => {
      const page = await browsed.window({ viewport: { width: 360, height: 740 }, colorScheme });
      const input = await openField(page);
      const before = lying(browsed.desk);
      await input.setInputFiles([path('seite.pdf'), path('film.zip')]);
      await message(page)
        .getByText(/^„film.zip“ ist größer als 50 MB/)
        .waitFor();
      expect(await message(page).textContent()).toContain('„seite.pdf“ kann Programme enthalten');
      expect(await message(page).getAttribute('role')).toBe('status');
      await input.setInputFiles(path('zahlen.csv'));
      await message(page)
        .getByText(/liegt jetzt bei der Ausgabe/)
        .waitFor();
      expect(await axeFindings(page, 'attachments')).toEqual([]);
      expect(lying(browsed.desk).length).toBe(before.length + 1);
    },
  );

  test('has no page that complained', () => {
    expect(browsed.complaints.filter((text) => !/422 \(Unprocessable/.test(text))).toEqual([]);
  });
});

describe('a file that isn’t fit to be published', () => {
  const stops: (() => Promise<void>)[] = [];
  let desk: RunningRedaktion;
  beforeAll(async () => {
    desk = await redaktion(undefined, {}, (stop) => stops.push(stop));
  });
  afterAll(async () => {
    for (const stop of stops) await stop();
  });
  const html = '<!DOCTYPE html><html><script>alert(1)</script></html>';

  test.each<[name: string, bytes: string | Uint8Array, why: RegExp]>([
    ['seite.html', html, /HTML, SVG, XML/],
    ['plan.pdf', html, /HTML, SVG, XML/],
    ['plan.txt', `\ufeff\n${html}`, /HTML, SVG, XML/],
    ['bild.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', /HTML, SVG, XML/],
    ['daten.xml', '<a xmlns="http://www.w3.org/1999/xhtml"/>', /HTML, SVG, XML/],
    ['skript.mjs', 'alert(1)', /HTML, SVG, XML/],
    ['setup.exe', 'MZ\u0090', /ist ein Programm/],
    ['plan.pdf', Buffer.from('MZ\x90\0\x03', 'latin1'), /ist ein Programm/],
    ['plan.zip', Buffer.from('\x7fELF\x02\x01', 'latin1'), /ist ein Programm/],
    ['liste.csv', '#!/bin/sh\nrm -rf /\n', /ist ein Programm/],
    ['makro.docm', 'PK\u0003\u0004', /ist ein Programm/],
    ['film.mp4', 'film', /nimmt die Redaktion nicht an\. Möglich sind die Endungen pdf, docx/],
    ['liesmich', 'Text', /nimmt die Redaktion nicht an/],
    ['artikel.md', '# Titel', /nimmt die Redaktion nicht an/],
    ['plan.pdf', 'kein PDF', /nicht, was die Endung sagt \(PDF\)/],
    ['plan.pdf', 'PK\u0003\u0004word/', /nicht, was die Endung sagt \(PDF\)/],
    ['text.docx', '%PDF-1.7', /nicht, was die Endung sagt \(Word\)/],
    ['bild.png', Buffer.from('\xff\xd8\xff\xe0', 'latin1'), /nicht, was die Endung sagt \(PNG\)/],
    ['daten.json', '{kaputt', /nicht, was die Endung sagt \(JSON\)/],
    ['termin.ics', 'BEGIN:VCARD', /nicht, was die Endung sagt \(Kalenderdatei\)/],
    ['zahlen.csv', Buffer.from('Stra\xdfe;3\n', 'latin1'), /nicht in UTF-8/],
    ['leer.pdf', '', /ist leer/],
  ])('%s is refused with a sentence, and lies nowhere: %#', async (name, bytes, why) => {
    const before = lying(desk);
    const { status, error } = await answerOf(bring(desk, name, bytes));
    expect([status, error]).toEqual([422, expect.stringMatching(why)]);
    expect(lying(desk)).toEqual(before);
  });

  test('a file of another kind than its name says is refused for each Office format, and the right one taken', async () => {
    const types: Record<string, string> = {
      odt: 'application/vnd.oasis.opendocument.text',
      ods: 'application/vnd.oasis.opendocument.spreadsheet',
      epub: 'application/epub+zip',
    };
    for (const ending of ['odt', 'ods', 'epub']) {
      const bytes = await zip({ mimetype: types[ending] ?? '', 'content.xml': '<a/>' });
      for (const other of ['odt', 'ods', 'epub', 'docx']) {
        const { status } = await answerOf(bring(desk, `datei.${other}`, bytes));
        expect([ending, other, status]).toEqual([ending, other, ending === other ? 200 : 422]);
      }
    }
  });

  test('a sentence about a name of 500 characters is still one that can be read', async () => {
    const { error } = await answerOf(bring(desk, `${'x'.repeat(500)}.exe`, 'MZ'));
    expect(error?.length).toBeLessThan(300);
  });

  test('a file for an issue, a page or no text at all is refused', async () => {
    const csv = 'a;b\n';
    expect(await answerOf(bring(desk, 'a.csv', csv, `${folder}/index.md`))).toMatchObject({
      status: 422,
      error: expect.stringContaining('gehören zu Beiträgen'),
    });
    expect((await bring(desk, 'a.csv', csv, 'content/site.md')).status).toBe(422);
    const broken = { 'Content-Type': 'multipart/form-data; boundary=x' };
    expect((await desk.ask('/api/anhang', { method: 'POST', headers: broken, body: 'kein Formular' })).status).toBe(
      400,
    );
    for (const text of ['../geheim.md', 'package.json', '']) {
      expect([text, (await bring(desk, 'a.csv', csv, text)).status]).toEqual([text, 400]);
    }
  });

  test('more than 50 MB are refused before they are read, and from another site nothing is taken', async () => {
    const headers = { 'Content-Type': 'multipart/form-data; boundary=x', 'Content-Length': '60000000' };
    const { status, body } = await desk.ask('/api/anhang', { method: 'POST', headers });
    expect([status, JSON.parse(body).error]).toEqual([413, expect.stringContaining('50 MB')]);
    const form = formWith({ file }, { field: 'datei', name: 'a.csv', bytes: Buffer.from('a;b\n') });
    for (const more of [{ Origin: 'https://boese.example' }, { Cookie: undefined }]) {
      const asked = await desk.ask('/api/anhang', {
        method: 'POST',
        body: form.body,
        headers: { ...form.headers, ...more },
      });
      expect([401, 403]).toContain(asked.status);
    }
  });

  test('none of it is a fault of the program', () => {
    expect(desk.told).toEqual([]);
  });
});

describe('the name of a file', () => {
  test.each<[written: string, name: string]>([
    ['../../../site.txt', 'site.txt'],
    ['..\\..\\site.txt', 'site-2.txt'],
    ['/etc/passwd.txt', 'passwd.txt'],
    [`${'lang '.repeat(100)}.txt`, `${Array(12).fill('lang').join('-')}.txt`],
    ['Quote 80% #3?.txt', 'Quote-80-Prozent-Nr-3.txt'],
    ['NUL.txt', 'anhang-NUL.txt'],
    ['.htaccess.txt', 'htaccess.txt'],
    ['index.html.txt', 'index-html.txt'],
    ['x.php.txt', 'x-php.txt'],
  ])('%j leads into no other folder and is an address: %s', async (written, name) => {
    expect(await answerOf(bring(await shared(), written, 'Text\n'))).toMatchObject({ status: 200, name });
    expect(lying(await shared())).toContain(name);
  });

  const stops: (() => Promise<void>)[] = [];
  let running: Promise<RunningRedaktion> | undefined;
  const shared = () => {
    running ??= redaktion(undefined, {}, (stop) => stops.push(stop));
    return running;
  };
  afterAll(async () => {
    for (const stop of stops) await stop();
  });

  test('with a NUL in it is taken without, or refused, and is no fault of the program', async () => {
    const desk = await shared();
    const { status } = await bring(desk, 'plan\u0000.pdf.txt', 'Text\n');
    expect([200, 400]).toContain(status);
    expect(lying(desk).join()).not.toContain('\u0000');
    expect(desk.told).toEqual([]);
  });

  test('that the site needs itself is never given', async () => {
    const ics = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';
    const desk = await shared();
    expect(await answerOf(bring(desk, 'Termin.ICS', ics))).toMatchObject({ name: 'Termin-2.ics' });
  });

  test('that several bring at the same moment, in capitals or not, is given to one, and nothing is overwritten', async () => {
    const desk = await shared();
    const brought = ['Plan.txt', 'plan.txt', 'PLAN.TXT', 'plan.txt'].map((name, index) =>
      answerOf(bring(desk, name, `Fassung ${index}\n`)),
    );
    const names = (await Promise.all(brought)).map(({ name }) => name ?? '');
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(4);
    for (const [index, name] of names.entries()) {
      expect(readFileSync(join(desk.folder, folder, name), 'utf8')).toBe(`Fassung ${index}\n`);
    }
  });
});

describe('a file that is taken off the list', () => {
  const other = `${folder}/index.md`;
  const neighbour = `${folder}/02-noch-ein-beitrag.md`;

  /** A Redaktion, and an article there with two attachments that were brought and saved. */
  async function withAttachments() {
    const desk = await redaktion();
    const load = async (text = file) => {
      const { body } = await desk.ask(`/text/?datei=${text}`);
      const data = JSON.parse(/id="daten">(.*?)<\/script>/s.exec(body)?.[1] ?? '{}');
      return data as { version: string; base: string };
    };
    const save = async (change: (text: string) => string, text = file, synced?: string) => {
      const { version, base } = await load(text);
      const edits = { base, changes: [], whole: change(base) };
      const { answer } = await desk.post('/api/sichern', { file: text, version, synced: synced ?? base, edits });
      return answer as { kind: string; told?: string[] };
    };
    const entry = (name: string) => `  - file: ${name}\n    title: Eine Liste\n`;
    const before = readFileSync(join(desk.folder, file), 'utf8');
    for (const name of ['plan.csv', 'zahlen.csv']) await answerOf(bring(desk, name, 'Straße;Zahl\n'));
    await save((text) => text.replace('---\n', `---\nattachments:\n${entry('plan.csv')}${entry('zahlen.csv')}`));
    const without = (name: string) => save((text) => text.replace(entry(name), ''));
    return { desk, load, save, without, entry, before };
  }

  test('leaves the folder of the issue, and comes back with an earlier state of the text', async () => {
    const { desk, without, before } = await withAttachments();
    const { told } = await without('plan.csv');
    expect(told).toEqual([
      expect.stringMatching(/^„plan\.csv“ nennt kein Text mehr und liegt nicht mehr bei der Ausgabe/),
    ]);
    expect(lying(desk)).not.toContain('plan.csv');
    expect(lying(desk)).toContain('zahlen.csv');
    const git = (...args: string[]) => execFileSync('git', args, { cwd: desk.folder, encoding: 'utf8' });
    expect(git('log', '-1', '--format=%s')).toBe(`Anhang weggenommen: ${folder}/plan.csv\n`);
    expect(git('status', '--porcelain', '--', `${folder}/plan.csv`)).toBe('');

    const [id] = git('log', '--format=%H', '-1', '--skip=1', '--', file).split('\n');
    const restored = await desk.ask('/verlauf/', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ datei: file, stand: id ?? '' }).toString(),
    });
    expect(restored.status).toBe(303);
    expect(readFileSync(join(desk.folder, file), 'utf8')).toContain('- file: plan.csv');
    expect(readFileSync(join(desk.folder, folder, 'plan.csv'), 'utf8')).toBe('Straße;Zahl\n');
    expect(git('status', '--porcelain', '--', `${folder}/plan.csv`)).toBe('');
    expect(before).not.toContain('plan.csv');
  });

  test('is there again once its entry is put back by hand, and when its entry moves to another article', async () => {
    const { desk, save, without, entry } = await withAttachments();
    await without('plan.csv');
    expect(lying(desk)).not.toContain('plan.csv');
    const { told } = await save((text) => text.replace('attachments:\n', `attachments:\n${entry('plan.csv')}`));
    expect(told).toEqual([
      expect.stringMatching(/^„plan\.csv“ lag nicht mehr bei der Ausgabe und ist jetzt wieder da/),
    ]);
    expect(readFileSync(join(desk.folder, folder, 'plan.csv'), 'utf8')).toBe('Straße;Zahl\n');

    await without('zahlen.csv');
    expect(lying(desk)).not.toContain('zahlen.csv');
    const another = readFileSync(join(desk.folder, file), 'utf8').replace(/^(?:id|attachments):.*\n(?: .*\n)*/gm, '');
    writeFileSync(join(desk.folder, neighbour), another);
    const moved = `---\nattachments:\n${entry('zahlen.csv')}`;
    await save((text) => text.replace('---\n', moved), neighbour);
    expect(readFileSync(join(desk.folder, folder, 'zahlen.csv'), 'utf8')).toBe('Straße;Zahl\n');
    const log = execFileSync('git', ['log', '-1', '--format=%s'], { cwd: desk.folder, encoding: 'utf8' });
    expect(log).toBe(`Anhang zurückgeholt: ${folder}/zahlen.csv\n`);
  });

  test('comes back with a state of the text that is older than the file in the history', async () => {
    const desk = await redaktion();
    const git = (...args: string[]) => execFileSync('git', args, { cwd: desk.folder, encoding: 'utf8' });
    const { version, base } = await opened(desk, file);
    const named = base.replace('---\n', '---\nattachments: [{file: plan.csv, title: Der Plan}]\n');
    const save = async (whole: string, before: { version: unknown; synced: unknown }) =>
      (await desk.post('/api/sichern', { file, ...before, edits: { base: before.synced, changes: [], whole } })).answer;
    writeFileSync(join(desk.folder, folder, 'plan.csv'), 'Straße;Zahl\n');
    const first = await save(named, { version, synced: base });
    const id = git('log', '--format=%H', '-1', '--', file).trim();
    git('add', '--', `${folder}/plan.csv`);
    git('-c', 'user.name=Erika', '-c', 'user.email=erika@musterstadt.example', 'commit', '-qm', 'Plan');
    await save(base, { version: first.version, synced: first.text });
    expect(lying(desk)).not.toContain('plan.csv');
    await desk.ask('/verlauf/', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ datei: file, stand: id }).toString(),
    });
    expect(readFileSync(join(desk.folder, file), 'utf8')).toContain('plan.csv');
    expect(readFileSync(join(desk.folder, folder, 'plan.csv'), 'utf8')).toBe('Straße;Zahl\n');
  });

  test('that a colleague has just added is there after “theirs” is chosen in a conflict', async () => {
    const { desk, save, load, entry } = await withAttachments();
    const mine = await load();
    await answerOf(bring(desk, 'neu.csv', 'Straße;Haus\n'));
    await save((text) => text.replace('attachments:\n', `attachments:\n${entry('neu.csv')}`));
    const edits = { base: mine.base, changes: [], whole: mine.base.replace(/^title: .*$/m, 'title: Mein Titel') };
    const { answer } = await desk.post('/api/sichern', { file, version: mine.version, synced: mine.base, edits });
    expect(answer).toMatchObject({ kind: 'conflict', theirs: expect.stringContaining('neu.csv') });
    // What the page does then: mine is kept as a state, and theirs is put over it.
    const over = { version: answer.version, synced: answer.theirs };
    const { answer: first } = await desk.post('/api/sichern', { file, edits, ...over });
    const again = { base: answer.theirs, changes: [] };
    const saved = { version: first.version, synced: first.text };
    expect((await desk.post('/api/sichern', { file, edits: again, ...saved })).answer.kind).toBe('saved');
    expect(readFileSync(join(desk.folder, file), 'utf8')).toContain('- file: neu.csv');
    expect(readFileSync(join(desk.folder, folder, 'neu.csv'), 'utf8')).toBe('Straße;Haus\n');
  });

  test.each([
    ['an escape of YAML', '---\nattachments: [{file: "Pl\\u00e4ne.csv", title: Die Liste}]\n', ''],
    ['an address in small letters', '---\n', '\nSiehe [die Liste](pl%c3%a4ne.csv).\n'],
    ['a sign of HTML', '---\n', '\nSiehe [die Liste](Pl&auml;ne.csv).\n'],
    ['a head that can’t be read', '---\nattachments: [\n', ''],
  ])('stays where another text names it by %s', async (_, head, end) => {
    const { desk, save, entry } = await withAttachments();
    await answerOf(bring(desk, 'Pläne.csv', 'Straße;Zahl\n'));
    await save((text) => text.replace('attachments:\n', `attachments:\n${entry('Pläne.csv')}`));
    const text = join(desk.folder, other);
    writeFileSync(text, readFileSync(text, 'utf8').replace('---\n', head) + end);
    expect((await save((written) => written.replace(entry('Pläne.csv'), ''))).told).toBeUndefined();
    expect(lying(desk).map((name) => name.normalize('NFC'))).toContain('Pläne.csv');
  });

  test('is one that the text on the disk named, whatever the browser says that it was', async () => {
    const { desk, save, load, entry } = await withAttachments();
    await answerOf(bring(desk, 'fremd.csv', 'Straße;Zahl\n'));
    const { base } = await load();
    const claimed = base.replace('attachments:\n', `attachments:\n${entry('fremd.csv')}`);
    expect(await save((text) => `${text}\n`, file, claimed)).toMatchObject({ kind: 'saved' });
    expect(lying(desk)).toContain('fremd.csv');
  });

  test('stays where only a file with a like name is in the history', async () => {
    const { desk, save, entry } = await withAttachments();
    const lies = (name: string) => join(desk.folder, folder, name);
    writeFileSync(lies('liste1.csv'), 'Straße;Zahl\n');
    execFileSync('git', ['add', '--', lies('liste1.csv')], { cwd: desk.folder });
    const as = ['-c', 'user.name=Erika', '-c', 'user.email=erika@musterstadt.example'];
    execFileSync('git', [...as, 'commit', '-qm', 'Liste', '--', lies('liste1.csv')], { cwd: desk.folder });
    writeFileSync(lies('liste[1].csv'), 'Straße;Zahl\n');
    const [head, wrong] = ['attachments:\n', entry('"liste[1].csv"')];
    await save((text) => text.replace(head, `${head}${wrong}`));
    expect((await save((text) => text.replace(wrong, ''))).told).toEqual([
      expect.stringContaining('liegt noch bei der Ausgabe'),
    ]);
    expect(readFileSync(lies('liste[1].csv'), 'utf8')).toBe('Straße;Zahl\n');
  });

  test('stays where another text names it, where the history has it otherwise, and where it is a text', async () => {
    const { desk, save, without } = await withAttachments();
    const text = join(desk.folder, other);
    writeFileSync(text, `${readFileSync(text, 'utf8')}\nSiehe [die Liste](plan.csv).\n`);
    expect((await without('plan.csv')).told).toBeUndefined();
    writeFileSync(join(desk.folder, folder, 'zahlen.csv'), 'Straße;Geld\n');
    expect((await without('zahlen.csv')).told).toEqual([expect.stringContaining('liegt noch bei der Ausgabe')]);
    const wrong = '  - file: index.md\n    title: Der Kopf\n';
    await save((written) => written.replace('attachments:\n', `attachments:\n${wrong}`));
    expect((await save((written) => written.replace(wrong, ''))).told).toBeUndefined();
    expect(lying(desk)).toEqual(expect.arrayContaining(['index.md', 'plan.csv', 'zahlen.csv']));
  });
});

test('a server that is killed while a file comes in leaves all of it or nothing, and the content reads as before', async () => {
  const house = organisation();
  const bytes = Buffer.from('Zeile für Zeile\n'.repeat(1_000_000));
  const problems = () =>
    createReader(contentOnDisk(house))({ today: day('2026-11-24'), mode: 'publish' }).problems.length;
  const before = problems();
  for (let round = 0; round < 4; round += 1) {
    const { ask, child, ended } = await redaktionInOwnProcess(house, file);
    const body = new FormData();
    body.append('file', file);
    body.append('datei', new File([bytes], `runde-${round}.txt`));
    const adding = ask('/api/anhang', { body }).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 40 + round * 40));
    child.kill('SIGKILL');
    await Promise.all([adding, ended]);
  }
  const whole = readdirSync(join(house, folder)).filter((name) => name.startsWith('runde-'));
  for (const name of whole) expect(readFileSync(join(house, folder, name)).equals(bytes)).toBe(true);
  expect(problems()).toBe(before + whole.length);
}, 180_000);
