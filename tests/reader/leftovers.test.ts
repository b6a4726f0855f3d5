import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Problem } from '../../src/model/problem.ts';
import { shippedTraces } from '../../src/reader/example/shipped-traces.ts';
import { tracesOf } from '../../src/reader/example/traces.ts';
import { contentOnDisk } from '../../src/reader/files/content-folder.ts';
import { product } from '../shipped.ts';
import { readIn, site, statement } from './sample-content.ts';

const house = join(import.meta.dirname, '..', 'fixtures', 'real-house');
const article = 'content/issues/2026-kw40/01-neues-netz.md';
const page = 'content/seiten/ueber-uns.md';

/** What a release says of a folder. */
const release = (folder: string): Problem[] => readIn(folder, { today: '2026-11-24', release: true }).problems;

/** The house with one file of it changed. */
function changed(file: string, change: (text: string) => string | Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'kurrende-house-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(house, folder, { recursive: true });
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, change(file === attached ? '' : readFileSync(path, 'utf8')));
  return folder;
}

const attached = 'content/issues/2026-kw40/redaktionskalender-2027.csv';
const shippedFile = (file: string) => readFileSync(join(product, file));

it('the list of what ships is that of what ships: "npm run bench -- traces" writes it anew', () => {
  expect(tracesOf(contentOnDisk(product))).toEqual(shippedTraces);
});

describe('what is left of the shipped example', () => {
  it('is nothing in the content of a house of its own, which may share form, Land, functions, periods and colours', () => {
    expect(release(house)).toEqual([]);
  });

  it('is told piece by piece, in every file of the shipped content', () => {
    const found = release(product).map(({ file, line, rule }) => `${file}:${line} ${rule}`);
    const places = (file: string, text: string) =>
      readFileSync(join(product, file), 'utf8')
        .split('\n')
        .flatMap((line, index) => (line.includes(text) && !/^\s*#/.test(line) ? [`${file}:${index + 1}`] : []));
    for (const [file, text, rule] of [
      [site, 'Mustermann', 'exampleName'],
      [site, 'name: Zweckverband', 'exampleName'],
      [site, 'Musterstraße', 'exampleAddress'],
      [site, 'Musterstadt', 'exampleAddress'],
      [site, '030 23125', 'examplePhone'],
      [site, 'kurrende.example', 'exampleHost'],
      [site, 'name: Kurrende', 'exampleTitle'],
      [site, 'name: Redaktion Kurrende', 'exampleTitle'],
      [site, 'Die Kurrende erzählt', 'exampleSentence'],
      [statement, 'reason:', 'exampleSentence'],
      [statement, 'alternative:', 'exampleSentence'],
      [statement, 'Menschen, die auf', 'exampleSentence'],
      [statement, '030 23125', 'examplePhone'],
      ['content/terms.yaml', 'name: Stadt Musterstadt', 'exampleName'],
    ] as const) {
      const expected = places(file, text);
      expect([text, expected.length > 0]).toEqual([text, true]);
      for (const place of expected) expect(found).toContain(`${place} ${rule}`);
    }
    expect(found).toContain('public/redaktion.vcf:1 exampleFile');
    const issues = found.filter((place) => place.startsWith('content/issues/') && !place.endsWith('pictureWithheld'));
    expect(new Set(issues.map((place) => place.replace(/.*:2 /, '')))).toEqual(new Set(['exampleId']));
  });

  it.each<[what: string, file: string, from: string, to: string, told: string]>([
    ['who represents', site, 'Antje Harms', 'Max Mustermann', '23 exampleName'],
    ['who is responsible', site, 'Enno Harms', 'Erika Mustermann', '35 exampleName'],
    ['the publisher', site, 'Rechenzentrum am Fluss', 'Kommunale IT Musterland', '13 exampleName'],
    ['a street', site, 'Deichstraße 12', 'Musterstraße 1', '17 exampleAddress'],
    ['a postal code', site, '"26999"', '"12345"', '18 exampleAddress'],
    ['a town', site, 'city: Flussstadt', 'city: Musterstadt', '19 exampleAddress'],
    ['a telephone number', site, 'phone: 04999 12 0', 'phone: +49 30 23125-100', '21 examplePhone'],
    ['an address for mail', site, 'sicherheit@blatt.de', 'sicherheit@kurrende.example', '53 exampleHost'],
    ['the sender’s name', site, '    name: Verbandsblatt', '    name: Kurrende', '47 exampleName'],
    ['the editors’ name', site, 'Redaktion Verbandsblatt', 'Redaktion Kurrende', '42 exampleName'],
    ['a gap', statement, 'Streckenpläne', 'Redaktionskalender 2027, ein Anhang im Format CSV', '8 exampleSentence'],
    [
      'a sentence of the statement, broken and typed otherwise',
      statement,
      'Zwei Kolleginnen',
      'Menschen, die auf Vorleseprogramme,\nstarke Vergrößerung  oder Sprachsteuerung **angewiesen** sind, haben die Website noch nicht geprüft. Zwei Kolleginnen',
      '22 exampleSentence',
    ],
    ['a number in a text', article, 'Die Servicestelle', 'Die Servicestelle (030 23125 200)', '16 examplePhone'],
    ['a name in a text', page, 'einem Programm', 'Erika Mustermann und einem Programm', '7 exampleName'],
    [
      'a name that goes on in the next line',
      page,
      'einem Programm',
      'Erika\nMustermann und einem Programm',
      '7 exampleName',
    ],
    ['the vCard’s number', 'public/redaktion.vcf', '+4949991210', '+493023125110', '7 examplePhone'],
  ])('%s is told at its line, and nothing else is', (_, file, from, to, told) => {
    const found = release(changed(file, (text) => text.replace(from, to)));
    expect(found.map((problem) => `${problem.file}:${problem.line} ${problem.rule}`)).toEqual([`${file}:${told}`]);
  });

  it('is said with what to do', () => {
    const with_ = (file: string, from: string, to: string) => release(changed(file, (text) => text.replace(from, to)));
    expect(with_(site, 'Enno Harms', 'Erika Mustermann')).toMatchInlineSnapshot(`
      content/site.md:35 responsible[1].name (error exampleName)
        Gefunden: „Erika Mustermann“, einen Namen aus dem mitgelieferten Beispiel
        Erwartet: wie es in Ihrem Haus heißt
        Zu tun: Ersetzen Sie den Namen, oder löschen Sie die Stelle.
    `);
    expect(with_(site, 'Deichstraße 12', 'Musterstraße 1')).toMatchInlineSnapshot(`
      content/site.md:17 publishers[1].address.street (error exampleAddress)
        Gefunden: „Musterstraße 1“, eine Anschrift aus dem mitgelieferten Beispiel
        Erwartet: die Anschrift Ihres Hauses
        Zu tun: Schreiben Sie Straße, Postleitzahl und Ort, unter denen Sie zu erreichen sind.
    `);
    expect(with_(article, '04999 12 30', '030 23125 200')).toMatchInlineSnapshot(`
      content/issues/2026-kw40/01-neues-netz.md:10 contact.phone (error examplePhone)
        Gefunden: die Telefonnummer „030 23125 200“ aus dem mitgelieferten Beispiel
        Erwartet: eine Nummer, unter der jemand abnimmt; diese ist erfunden
        Zu tun: Ersetzen Sie die Nummer, oder löschen Sie die Stelle.
    `);
    expect(
      with_(statement, 'Streckenpläne', 'Redaktionskalender 2027, ein Anhang im Format CSV'),
    ).toMatchInlineSnapshot(`
      content/legal/barrierefreiheit.md:8 gaps[1].part (error exampleSentence)
        Gefunden: den Satz „Redaktionskalender 2027, ein Anhang im Format CSV“ aus dem mitgelieferten Beispiel
        Erwartet: Ihren eigenen Text
        Zu tun: Schreiben Sie, was bei Ihnen gilt, oder löschen Sie die Stelle.
    `);
  });

  it('may be a file that an article hands out', () => {
    const folder = changed(attached, () => shippedFile('content/issues/2026-kw47/redaktionskalender-2027.csv'));
    writeFileSync(
      join(folder, article),
      readFileSync(join(folder, article), 'utf8').replace(
        '\npeople:',
        '\nattachments:\n  - file: redaktionskalender-2027.csv\n    title: Kalender\npeople:',
      ),
    );
    expect(release(folder)).toMatchInlineSnapshot(`
      content/issues/2026-kw40/redaktionskalender-2027.csv:1 (error exampleFile)
        Gefunden: die Datei „content/issues/2026-kw40/redaktionskalender-2027.csv“ aus dem mitgelieferten Beispiel
        Erwartet: Ihre eigenen Dateien
        Zu tun: Legen Sie Ihre Datei an diese Stelle, oder löschen Sie sie.
    `);
  });

  it('may be the title by choice: then it is only asked for, and so is what is called after it', () => {
    const folder = changed(site, (text) => text.replaceAll('Verbandsblatt', 'Kurrende'));
    expect(release(folder).map(({ line, severity, rule }) => [line, severity, rule])).toEqual([
      [2, 'warning', 'exampleTitle'],
      [42, 'warning', 'exampleTitle'],
      [47, 'warning', 'exampleTitle'],
    ]);
    expect(release(folder).slice(0, 1)).toMatchInlineSnapshot(`
      content/site.md:2 title (warning exampleTitle)
        Gefunden: „Kurrende“, wie es im mitgelieferten Beispiel heißt
        Erwartet: den Namen Ihrer Veröffentlichung, auch bei Redaktion und Absender
        Zu tun: Ersetzen Sie den Namen. Heißt Ihre Veröffentlichung wirklich so, lassen Sie ihn stehen.
    `);
  });

  it('is told of an article whose id alone is new', () => {
    const text = shippedFile('content/issues/2026-kw48/04-erreichbar-zwischen-den-jahren.md').toString('utf8');
    const folder = changed(article, () => text.replace(/^id: .*$/m, 'id: tag:blatt.de,2026-10-01:5f1c2c2f'));
    const rules = new Set(release(folder).map(({ file, rule }) => `${file} ${rule}`));
    expect(rules).toEqual(new Set([`${article} exampleSentence`, `${article} exampleHost`, `${article} examplePhone`]));
  });

  it('is no matter before a release', () => {
    const folder = changed(site, (text) => text.replace('Enno Harms', 'Erika Mustermann'));
    expect(readIn(folder, { today: '2026-11-24' }).problems).toEqual([]);
  });
});
