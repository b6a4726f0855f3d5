import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { kurrende, type Outcome, organisation } from './command-line.ts';
import { inProcess } from './in-process.ts';
import { preparedOrganisation } from './organisations.ts';

const fixtures = join(import.meta.dirname, '..', 'fixtures', 'import');
const product = join(import.meta.dirname, '..', '..');
const aushang = join(fixtures, 'aushang.docx');

const text = `Das Freibad bekommt eine neue Rutsche

Die alte Rutsche ist vierzig Jahre alt. Im Herbst wird sie abgebaut, und im Mai steht eine neue da.

Ausgabe 30. KW 2026
`;

/** An organisation with a file that somebody wants to take over. */
function withFile(
  name: string,
  content: string | Uint8Array,
  folder = organisation(),
): { folder: string; file: string } {
  const file = join(folder, name);
  writeFileSync(file, content);
  return { folder, file };
}

const issues = (folder: string) => join(folder, 'content', 'issues');

describe('npm run import', () => {
  test('makes an issue with the article and its picture, and says what it did', async () => {
    const folder = organisation();
    const { code, out, err } = await kurrende(['import', aushang], folder);
    expect(err).toBe('');
    expect(code).toBe(0);
    const issue = join(issues(folder), '2025-kw35');
    expect(readdirSync(issue).sort()).toEqual([
      '01-der-aushang-kommt-aufs-telefon.md',
      'der-aushang-kommt-aufs-telefon-1.png',
      'index.md',
    ]);
    expect(out).toContain('Gelesen: aushang.docx\nErkannt:\n  Titel: „Der Aushang kommt aufs Telefon“\n');
    expect(out).toContain('\nWeggelassen:\n');
    expect(out).toContain('\nNoch zu tun:\n');
    expect(out).toContain('\nAngelegt: content/issues/2025-kw35/01-der-aushang-kommt-aufs-telefon.md\n');
    expect(readFileSync(join(issue, 'index.md'), 'utf8')).toMatch(
      /^---\nid: tag:kurrende\.example,2026-11-24:[0-9a-f-]{36}\ntitle: Der Aushang kommt aufs Telefon\n[\s\S]*\npublishedOn: 2025-08-28\n[\s\S]*\ndraft: true\n---\n$/,
    );
  });

  test('into an issue that there is gives the next number, and leaves the issue as it was', async () => {
    const { folder, file } = withFile('rutsche.txt', text);
    const before = readFileSync(join(issues(folder), '2026-kw47', 'index.md'), 'utf8');
    const { code, out } = await inProcess(['import', file, '--issue', '2026-kw47'], folder);
    expect(code).toBe(0);
    expect(out).toContain('Angelegt: content/issues/2026-kw47/04-das-freibad-bekommt-eine-neue-rutsche.md\n');
    expect(out).toContain(
      'Im Text steht Ausgabe 2026-kw30; abgelegt ist der Beitrag in 2026-kw47, wie Sie es wollten.',
    );
    expect(out).not.toContain('index.md');
    expect(readFileSync(join(issues(folder), '2026-kw47', 'index.md'), 'utf8')).toBe(before);
  });

  test('leads to a built page in three commands', async () => {
    const { folder, file } = withFile('rutsche.txt', text, await preparedOrganisation());
    expect((await inProcess(['import', file], folder)).code).toBe(0);
    const issue = join(issues(folder), '2026-kw30');
    for (const name of readdirSync(issue)) {
      const path = join(issue, name);
      writeFileSync(
        path,
        readFileSync(path, 'utf8')
          .replace(/^draft: true\n/m, '')
          .replace(/^lead: .*$/m, 'lead: Eine Rutsche.'),
      );
    }
    const { code, err } = await kurrende(['build'], folder);
    expect([code, err]).toEqual([0, '']);
    const page = readFileSync(
      join(folder, 'dist/ausgaben/2026/kw30/das-freibad-bekommt-eine-neue-rutsche/index.html'),
      'utf8',
    );
    expect(page).toContain('<h1 id="titel">Das Freibad bekommt eine neue Rutsche</h1>'.replace(' id="titel"', ''));
    expect(page).toContain('Die alte Rutsche ist vierzig Jahre alt.');
  });

  test('takes several files at once, each with its number', async () => {
    const { folder, file } = withFile('rutsche.txt', text);
    const { code, out } = await inProcess(['import', file, aushang, '--issue', '2026-kw10'], folder);
    expect(code).toBe(0);
    expect(out.match(/^Angelegt: .*$/gm)).toEqual([
      'Angelegt: content/issues/2026-kw10/01-das-freibad-bekommt-eine-neue-rutsche.md',
      'Angelegt: content/issues/2026-kw10/index.md',
      'Angelegt: content/issues/2026-kw10/der-aushang-kommt-aufs-telefon-1.png',
      'Angelegt: content/issues/2026-kw10/02-der-aushang-kommt-aufs-telefon.md',
    ]);
  });

  test('reads what is piped into it, and gives it the title that is wanted', async () => {
    const folder = organisation();
    const { code, out } = await piped(['import', '-', '--title', 'Eine neue Rutsche'], folder, text);
    expect(code).toBe(0);
    expect(out).toContain('Angelegt: content/issues/2026-kw30/01-eine-neue-rutsche.md\n');
    expect(out).toContain('Der Titel in der Datei war „Das Freibad bekommt eine neue Rutsche“.');
  });

  test('never overwrites: the same text a second time changes nothing', async () => {
    const { folder, file } = withFile('rutsche.txt', text);
    await inProcess(['import', file], folder);
    const issue = join(issues(folder), '2026-kw30');
    const article = join(issue, '01-das-freibad-bekommt-eine-neue-rutsche.md');
    writeFileSync(article, 'verbessert');
    const { code, err } = await inProcess(['import', file], folder);
    expect(code).toBe(2);
    expect(err).toBe(
      'Die Datei content/issues/2026-kw30/01-das-freibad-bekommt-eine-neue-rutsche.md gibt es schon. Es wurde nichts verändert. Geben Sie dem Beitrag mit --title einen anderen Titel.\n',
    );
    expect(readFileSync(article, 'utf8')).toBe('verbessert');
    expect(readdirSync(issue)).toHaveLength(2);
  });

  test('writes nothing at all where one of several files can’t be read', async () => {
    const { folder, file } = withFile('rutsche.txt', text);
    const broken = join(folder, 'kaputt.docx');
    writeFileSync(broken, 'PK\x03\x04word/');
    const { code, err } = await inProcess(['import', file, broken], folder);
    expect(code).toBe(2);
    expect(err).toMatch(/^„kaputt\.docx“ ist beschädigt/);
    expect(existsSync(join(issues(folder), '2026-kw30'))).toBe(false);
    expect(readdirSync(issues(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('leaves nothing behind where the disk refuses', async () => {
    const { folder, file } = withFile('rutsche.txt', text);
    const issue = join(issues(folder), '2026-kw47');
    // A folder where the picture wants to be: the disk says no in the middle.
    mkdirSync(join(issue, 'der-aushang-kommt-aufs-telefon-1.png'));
    const before = readdirSync(issue);
    const { code, err } = await inProcess(['import', aushang, '--issue', '2026-kw47'], folder);
    expect(code).toBe(2);
    expect(err).toContain('der-aushang-kommt-aufs-telefon-1.png gibt es schon');
    expect(readdirSync(issue)).toEqual(before);
    rmSync(issues(folder), { recursive: true });
    writeFileSync(issues(folder), 'eine Datei');
    const second = await inProcess(['import', file], folder);
    expect(second.code).toBe(2);
    expect(second.err).not.toMatch(/^\s+at /m);
  });
});

describe('a wrong call is answered with a sentence', () => {
  test.each<[string[], RegExp]>([
    [['import'], /^Nennen Sie eine Datei: npm run import -- beitrag\.docx/],
    [['import', 'gibt-es-nicht.docx'], /^Die Datei „gibt-es-nicht\.docx“ gibt es nicht\.\n$/],
    [['import', 'content'], /^„content“ ist keine gewöhnliche Datei\.\n$/],
    [['import', 'link.txt'], /^„link\.txt“ ist keine gewöhnliche Datei\.\n$/],
    [
      ['import', 'ohne.txt'],
      /^In „ohne\.txt“ steht nicht, zu welcher Ausgabe der Text gehört\. Nennen Sie sie: --issue 2026-kw48\n$/,
    ],
    [['import', 'ohne.txt', '--issue', 'kw51-2026'], /^„kw51-2026“ ist keine Ausgabe\. Meinten Sie 2026-kw51\?\n$/],
    [
      ['import', 'ohne.txt', '--issue', '2025-kw53'],
      /^Die Woche „2025-kw53“ gibt es nicht: 2025 hat 52 Kalenderwochen\.\n$/,
    ],
    [['import', 'ohne.txt', 'ohne.txt', '--title', 'X'], /^--title gilt für eine Datei\./],
    [['import', '-', '-'], /^Das Zeichen „-“ für die Eingabe darf nur einmal vorkommen\.\n$/],
  ])('%j', async (args, sentence) => {
    const { folder } = withFile('ohne.txt', 'Der Saal ist offen.');
    symlinkSync('/etc/hostname', join(folder, 'link.txt'));
    const { code, err, out } = await inProcess(args, folder);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(sentence);
  });
});

/** Runs a command with something on its standard input. */
function piped(args: string[], folder: string, input: string): Promise<Outcome> {
  const child = spawn(process.execPath, [join(product, 'src', 'cli', 'kurrende.mjs'), ...args], {
    env: { ...process.env, BUILD_DATE: '2026-11-24', VITEST: '', NODE_ENV: '', SITE_ROOT: folder },
  });
  const outcome: Outcome = { code: null, out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    outcome.out += stripVTControlCharacters(String(chunk));
  });
  child.stderr.on('data', (chunk) => {
    outcome.err += stripVTControlCharacters(String(chunk));
  });
  child.stdin.end(input);
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ ...outcome, code }));
  });
}
