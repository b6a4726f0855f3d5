import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { loseData } from '../postgres/new-database.ts';
import { temporaryFolder } from '../store/sample-database.ts';
import { inProcess } from './in-process.ts';

/** A project without data, whose `abo` runs on 15 September 2025. */
function project() {
  const folder = temporaryFolder();
  const at = Temporal.Instant.from('2025-09-15T08:00:00Z');
  const abo = (...args: string[]) => inProcess(['abo', ...args], folder, {}, at);
  const write = (name: string, ...lines: string[]) => writeFileSync(join(folder, name), lines.join('\r\n'));
  const proofOf = async (email: string) => JSON.parse((await abo('show', email, '--json')).out).consents[0];
  return { folder, abo, write, proofOf };
}

test('a list that goes out and comes back keeps every row and cell, and no cell is a formula, number or date', async () => {
  const { folder, abo, write, proofOf } = project();
  const consents = [
    'Ich möchte den Newsletter.\n- Widerruf jederzeit\n=2+3',
    '=HYPERLINK("https://boese.example";"hier")',
    '+49 441 1234; ja, gern',
    '-1',
    '@SUM(A1)',
    "'so",
    '4711',
    '1/2',
    '"Ja", sagte sie',
  ];
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const head = 'email;status;consentText;confirmedAt;privacyVersion;siteCommit;list';
  const rest = "2024-03-01T09:00:00Z;2025-08-01;12e4567;=cmd|'/c calc'!A0";
  write('ein.csv', head, ...consents.map((text, n) => `a${n}@x.example;active;${quote(text)};${rest}`));
  expect(await abo('import', 'ein.csv')).toMatchObject({ code: 0, out: expect.stringContaining('9 Adressen neu') });
  await abo('export', 'aus.csv');
  const text = readFileSync(join(folder, 'aus.csv'), 'utf8');
  const cells: string[][] = parse(text, { bom: true, delimiter: ';', record_delimiter: ['\r\n', '\n', '\r'] });
  expect(cells).toHaveLength(10);
  expect(cells.flat().filter((cell) => /^(?:[=+\-@\t\r]|[\d.,:/ -]+$|\d+e\d+$)/i.test(cell))).toEqual([]);

  const addresses = consents.map((_, n) => `a${n}@x.example`);
  const proofs = async () => {
    const found = [];
    for (const address of addresses) found.push(await proofOf(address));
    return found;
  };
  const before = await proofs();
  expect(before.map(({ consentText }) => consentText)).toEqual(consents);
  expect(before[0]).toMatchObject({ privacyVersion: '2025-08-01', siteCommit: '12e4567', list: "=cmd|'/c calc'!A0" });
  await loseData(folder);
  expect(await abo('import', 'aus.csv')).toMatchObject({ code: 0, out: expect.stringContaining('9 Adressen neu') });
  expect(await proofs()).toEqual(before);
});

test('the table of another program is taken: its headings, states and moments, and what stays out is named at once', async () => {
  const { abo, write, proofOf } = project();
  write(
    'liste.csv',
    'sep=;',
    'Email;Status;Consent Text;Confirmed At;Vorname',
    'a@x.example;Active;Ja, gern;2024-03-01 09:00:00;A',
    'b@x.example;AKTIV;Ja, gern;01.07.2024 09:05;B',
    'c@x.example;active;Ja, gern;01.03.2024;C',
    'd@x.example;active;;2024-03-01 09:00:00;D',
    'e@x.example;abgemeldet;;;E',
  );
  const { code, out, err } = await abo('import', 'liste.csv');
  expect(code).toBe(1);
  expect(out).toContain('Diese Spalten werden nicht übernommen: Vorname.');
  expect(out).toContain('+ b@x.example  neu, aktiv');
  expect(out).toContain('- e@x.example  war nicht angemeldet, wird gesperrt');
  expect(err.split('\n').map((line) => line.slice(0, 40))).toEqual([
    'Zeile 5: ein Zeitpunkt fehlt (confirmedA',
    'Zeile 6: keine Einwilligung in der Spalt',
    '2 Zeilen blieben draußen; alle anderen g',
    '',
  ]);
  expect((await proofOf('a@x.example')).confirmedAt).toBe('2024-03-01T08:00:00Z');
  expect((await proofOf('b@x.example')).confirmedAt).toBe('2024-07-01T07:05:00Z');
  expect((await abo('stats')).out).toMatch(/Aktive Abonnements +2\n/);
});

test('of several lines of one address the strictest counts, wherever it stands', async () => {
  const { abo, write } = project();
  const rest = 'Ja;2024-03-01T09:00:00Z';
  write(
    'liste.csv',
    'email;status;consentText;confirmedAt',
    `a@x.example;active;${rest}`,
    `A@x.example;left;${rest}`,
    `b@x.example;active;${rest}`,
    `b@x.example;paused;${rest}`,
    `c@x.example;active;${rest}`,
    `c@x.example;active;${rest}`,
  );
  const { out, err } = await abo('import', 'liste.csv');
  expect(out).toMatch(
    /^- A@x\.example {2}war nicht angemeldet, wird gesperrt\n\+ b@x\.example {2}neu, angehalten\n\+ c@x/,
  );
  expect(err.match(/^Zeile \d/gm)).toEqual(['Zeile 2', 'Zeile 4', 'Zeile 7']);
  expect((await abo('stats')).out).toMatch(/Aktive Abonnements +1\nAngehalten.* 1\n/);
});

test('a list keeps the addresses that proofs were given for, through renamings of their domain', async () => {
  const { folder, abo, write, proofOf } = project();
  write('ein.csv', 'email;status;consentText;confirmedAt', 'Anna@alt.example;active;Ja;2024-03-01T09:00:00Z');
  await abo('import', 'ein.csv');
  await abo('rename-domain', 'alt.example', 'neu.example');
  await abo('rename-domain', 'neu.example', 'neuer.example');
  await abo('export', 'aus.csv');
  const [head = [], line = []]: string[][] = parse(readFileSync(join(folder, 'aus.csv'), 'utf8'), {
    bom: true,
    delimiter: ';',
  });
  const at = '2025-09-15T08:00:00Z';
  expect(line[head.indexOf('formerAddresses')]).toBe(`Anna@alt.example ${at} Anna@neu.example ${at}`);
  const before = await abo('show', 'anna@neuer.example');
  expect(before.out).toContain('Frühere Adresse: Anna@alt.example');
  expect((await proofOf('anna@neuer.example')).confirmedAt).toBe('2024-03-01T09:00:00Z');

  await loseData(folder);
  expect(await abo('import', 'aus.csv')).toMatchObject({ code: 0, out: expect.stringContaining('1 Adresse neu') });
  const noted = (out: string) => out.match(/Frühere Adresse: .*/g);
  expect(noted((await abo('show', 'anna@neuer.example')).out)).toEqual(noted(before.out));
});

test('a line that is no line of the table stays out like any other, and the rest counts; behind an open quotation mark nothing does', async () => {
  const { abo, write } = project();
  const head = 'email;status;consentText;confirmedAt';
  const right = (email: string) => `${email};active;Ja, gern;2024-03-01T09:00:00Z`;
  write(
    'liste.csv',
    head,
    right('a@x.example'),
    'zu@wenig.example;active',
    right('b@x.example'),
    'c@x.example;"active',
  );
  expect(await abo('import', 'liste.csv')).toMatchObject({
    code: 2,
    out: '',
    err: 'In Zeile 5 öffnet ein Anführungszeichen, das nirgends schließt; was dahinter steht, lässt sich nicht auseinanderhalten. Es wurde nichts importiert. Schließen oder löschen Sie es, und importieren Sie die Datei noch einmal.\n',
  });
  expect((await abo('stats')).out).toMatch(/Aktive Abonnements +0\n/);
  write(
    'liste.csv',
    head,
    right('a@x.example'),
    'zu@wenig.example;active',
    right('"b@x.example'),
    right('"c@x.example"'),
    `${right('d@x.example')};1`,
    right('e@x.example'),
  );
  const { code, out, err } = await abo('import', 'liste.csv');
  expect(code).toBe(1);
  expect(out).toContain('2 Adressen neu');
  expect(err).toMatch(
    /^Zeile 3: zu wenige .*\nZeilen 4 bis 5: ein Anführungszeichen .*\nZeile 6: zu wenige .*\n3 Zeilen/,
  );
});

test('the table that the manual shows is taken as it stands there, and a folder is no table', async () => {
  const { abo, write } = project();
  const manual = readFileSync(join(import.meta.dirname, '../../docs/betrieb.md'), 'utf8');
  const [, table = ''] = /```csv\n(.*?)```/s.exec(manual) ?? [];
  write('liste.csv', ...table.split('\n'));
  const { code, out, err } = await abo('import', 'liste.csv');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('2 Adressen neu, 1 Adresse angehalten, abgemeldet oder gesperrt');
  expect(await abo('import', '.')).toMatchObject({ code: 2, err: '. ist ein Ordner. Nennen Sie die Datei darin.\n' });
});

test('in a long list, what stays out is told last: the first hundred, and all in a file that only this account reads', async () => {
  const { folder, abo, write } = project();
  const head = 'email;status;consentText;confirmedAt';
  const line = (email: string, status = 'active') => `${email};${status};Ja, gern;2024-03-01T09:00:00Z`;
  const gone = Array.from({ length: 101 }, (_, n) => `weg${n}@x.example`);
  write('weg.csv', 'email;status', ...gone.map((email) => `${email};left`));
  await abo('import', 'weg.csv');
  const wrong = Array.from({ length: 1200 }, (_, n) => `falsch${n}`);
  write(
    'liste.csv',
    head,
    ...wrong.map((email) => line(email)),
    ...gone.map((email) => line(email)),
    line('a@x.example'),
  );
  const file = join(folder, 'liste.csv.draussen.txt');
  writeFileSync(file, 'von gestern');
  const { out, err } = await abo('import', 'liste.csv');
  expect(out).toMatch(/^\+ a@x\.example {2}neu, aktiv\n! weg0@x/);
  expect(out).toMatch(/\n! weg99@x.*\n… und 1 weitere\.\n\n1 Adresse neu, .* 101 Adressen zurückgewiesen/);
  expect(err.match(/^Zeile /gm)).toHaveLength(100);
  expect(err).toContain('\n… und 1.100 weitere.\nAlle, die draußen blieben, stehen in ');
  expect(err).toContain('1200 Zeilen blieben draußen');
  const all = readFileSync(file, 'utf8').trimEnd().split('\n');
  expect([all.length, all[1199], all[1300]?.slice(0, 16)]).toEqual([
    1301,
    'Zeile 1201: keine E-Mail-Adresse in der Spalte email.',
    '! weg100@x.examp',
  ]);
  expect(statSync(file).mode & 0o777).toBe(0o600);

  const again = await abo('import', 'liste.csv');
  expect(again.out).toMatch(/^! weg0@x/);
  expect(again.out).toContain('1 Adresse unverändert.');
});

test('where a subscription comes from by the list stands in its proof, and goes out with it again', async () => {
  const { folder, abo, write } = project();
  const line = (email: string, source: string) => `${email};active;Ja, gern;2024-03-01T09:00:00Z;${source}`;
  const head = 'email;status;consentText;confirmedAt;source';
  write('liste.csv', head, line('a@x.example', 'Mailman 2'), line('b@x.example', ''), line('c@x.example', 'form'));
  const { out } = await abo('import', 'liste.csv');
  expect(out).not.toContain('nicht übernommen');
  const told = async (email: string) => /Herkunft: (.*)/.exec((await abo('show', email)).out)?.[1];
  expect(await told('a@x.example')).toBe('Import aus einem früheren System (Mailman 2)');
  for (const email of ['b@x.example', 'c@x.example'])
    expect(await told(email)).toBe('Import aus einem früheren System');
  await abo('export', 'aus.csv');
  await loseData(folder);
  await abo('import', 'aus.csv');
  expect(await told('a@x.example')).toBe('Import aus einem früheren System (Mailman 2)');
});

test('the numbers tell by whom subscriptions were paused, as far as that is known', async () => {
  const { abo, write } = project();
  const line = (email: string, status: string, reason: string) =>
    `${email};${status};Ja, gern;2024-03-01T09:00:00Z;${reason}`;
  write(
    'liste.csv',
    'email;status;consentText;confirmedAt;pauseReason',
    line('a@x.example', 'paused', ''),
    line('b@x.example', 'paused', 'Postfach gibt es nicht (Antwort 550)'),
    line('c@x.example', 'paused', 'bei drei Ausgaben nacheinander abgelehnt (Antwort ?)'),
    line('d@x.example', 'paused', 'Urlaub'),
    line('e@x.example', 'active', ''),
  );
  await abo('import', 'liste.csv');
  await abo('pause', 'e@x.example');
  expect((await abo('stats')).out).toMatch(
    /^Aktive Abonnements +0\nAngehalten +5\n {2}weil die Zustellung scheiterte +2\n {2}von Hand +1\n {2}durch einen Import +1\n {2}aus anderen Gründen +1\nUnbestätigte/,
  );
});
