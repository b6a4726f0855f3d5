import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { type CsvRow, type CsvSubscriber, csvColumns, writeCsv } from '../../src/subscription/operator/csv.ts';
import { form } from '../store/sample-database.ts';
import { readCsv } from './read-csv.ts';

const { id: _, ...said } = form;

const row = (changes: Partial<CsvSubscriber> = {}): CsvSubscriber => ({
  email: 'erika@rathaus.example',
  status: 'active',
  statusSince: '2025-09-01T09:00:00Z',
  pauseReason: null,
  source: 'form',
  ...said,
  requestedAt: null,
  mailedAt: null,
  messageId: null,
  mailVersion: null,
  mailText: null,
  confirmedAt: '2025-09-01T09:00:00Z',
  consentId: '00000000-0000-4000-8000-000000000000',
  formerLinks: '',
  formerAddresses: '',
  ...changes,
});

async function rowsOf(text: string): Promise<CsvRow[]> {
  const table = await readCsv(text);
  if (table.kind !== 'table') throw new Error(`no table: ${JSON.stringify(table)}`);
  return table.rows;
}

describe('what is written', () => {
  test.each([
    'Ich kann meine Einwilligung jederzeit widerrufen, zum Beispiel über den Link.',
    'Ja; gern, „immer“ und "überall"',
    'Erste Zeile\nzweite Zeile',
    'Erste Zeile\r\nzweite Zeile\rdritte\n=1+1',
    '=HYPERLINK("https://boese.example")',
    "'=1+1",
    '@SUM(A1)',
    '-1',
    "'kein Befehl",
    '4711',
    '12e4567',
    '2025-08-01',
    '01.08.2025',
    '1/2',
  ])('is read back as it was: %j', async (consentText) => {
    const written = row({ consentText, mailText: consentText });
    expect(await rowsOf(writeCsv([written], []))).toMatchObject([{ consentText, mailText: consentText }]);
  });

  test.each(['+a@rathaus.example', '-a@rathaus.example', "'-a@rathaus.example"])(
    'keeps the address %s',
    async (email) => {
      expect(await rowsOf(writeCsv([row({ email })], []))).toMatchObject([{ email }]);
    },
  );

  test.each(['=1', '+1', '-1', '@a', '\u{FF1D}1', "'=1"])('is no formula for a spreadsheet: %j', (pauseReason) => {
    expect(writeCsv([row({ pauseReason })], [])).toContain(`;'${pauseReason};`);
  });
});

test('a line break in a cell makes no row of its own, whatever a spreadsheet takes for the end of one', () => {
  const consentText = 'Ich möchte den Newsletter.\n- Widerruf jederzeit\n=2+3';
  const text = writeCsv(
    ['a@x.example', 'b@x.example'].map((email) => row({ email, consentText })),
    [],
  );
  for (const record_delimiter of ['\r\n', ['\r\n', '\n', '\r']]) {
    const rows: string[][] = parse(text, { bom: true, delimiter: ';', record_delimiter });
    expect(rows.map((cells) => cells.length)).toEqual(Array(3).fill(csvColumns.length));
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  }
  expect(text).toContain(`;"${consentText}";`);
  for (const mailText of ['a\rb', 'a\r\nb', 'a\n', '\n=1']) {
    expect(writeCsv([row({ mailText })], [])).toMatch(/;"'?[a\r\n][^"]*";/);
  }
});

describe('a table is read', () => {
  test('with commas as well, and semicolons are text then', async () => {
    expect(await rowsOf('email,status,consentText\na@b.example,active,Ja; gern\n')).toMatchObject([
      { email: 'a@b.example', consentText: 'Ja; gern', line: 2 },
    ]);
  });

  test.each([
    ['with other capitals', 'Email;STATUS;ConsentText\na@b.example;Active;Ja'],
    ['with a line for Excel', 'sep=;\r\nEmail;Status;consentText\r\na@b.example;ACTIVE;Ja'],
    ['with a line for Excel that was quoted', '"sep=,"\nE-Mail,Status,consent text\na@b.example,active,Ja'],
    ['with tabs', 'E-Mail-Adresse\tStatus\tconsentText\na@b.example\taktiv\tJa'],
  ])('%s', async (_name, text) => {
    expect(await rowsOf(text)).toMatchObject([{ email: 'a@b.example', status: 'active', consentText: 'Ja' }]);
  });

  test('with columns that it has no use for, which are named, and with the numbers of its lines', async () => {
    expect(await readCsv('sep=;\nemail;status;Name\na@b.example;left;A\n')).toMatchObject({
      unknown: ['Name'],
      rows: [{ line: 3 }],
    });
  });

  test('without its empty lines', async () => {
    expect(await rowsOf('\uFEFFemail;status\r\n\r\n;\r\na@b.example;active\r\n')).toMatchObject([
      { email: 'a@b.example' },
    ]);
  });

  test('only if its first line names the columns, whether or not lines follow', async () => {
    const kind = 'columns';
    expect(await readCsv('email;name\n')).toMatchObject({ kind, missing: ['status'], unknown: ['name'] });
    expect(await readCsv('name;status\nA;left')).toMatchObject({ kind, missing: ['email'], unknown: ['name'] });
    expect(await readCsv('')).toMatchObject({ kind, missing: ['email', 'status'] });
  });
});

describe('what is wrong stays out, with its lines', () => {
  const found = async (...lines: string[]) => {
    const table = await readCsv(['email;status;consentText', ...lines].join('\r\n'));
    if (table.kind !== 'table') return table;
    const { rows, faulty } = table;
    return { read: rows.map(({ email, line }) => `${line} ${email}`), faulty };
  };

  test('a line with too few or too many cells', async () => {
    expect(await found('a@x.example;active', 'b@x.example;active;Ja', ';;;;', 'c@x.example;active;Ja;', '')).toEqual({
      read: ['3 b@x.example'],
      faulty: [
        { line: 2, lastLine: 2, fault: 'cells' },
        { line: 5, lastLine: 5, fault: 'cells' },
      ],
    });
  });

  test('a quotation mark within a cell, and one that closes in another line, with the lines that it takes in', async () => {
    expect(
      await found(
        'a@x.example;active;Ja "gern"',
        'b@x.example;active;"Ja" gern"',
        'c@x.example;active;"Ja',
        'd@x.example;active;"Ja"',
        'e@x.example;active;"Ja, ""gern"""',
        '',
        '"f@x.example";"active;"Ja"',
        'g@x.example;active;"Ja',
        'so steht es da"',
        'h@x.example;active;Ja',
        'i@x.example;active;"Ja" "',
      ),
    ).toEqual({
      read: ['6 e@x.example', '9 g@x.example', '11 h@x.example'],
      faulty: [
        { line: 2, lastLine: 2, fault: 'quote' },
        { line: 3, lastLine: 3, fault: 'quote' },
        { line: 4, lastLine: 5, fault: 'quote' },
        { line: 8, lastLine: 8, fault: 'quote' },
        { line: 12, lastLine: 12, fault: 'quote' },
      ],
    });
  });

  test('but behind one that closes nowhere nothing can be told apart', async () => {
    const rest = Array.from({ length: 20_000 }, (_, n) => `n${n}@x.example;active;Ja`);
    const open = { kind: 'open-quote', line: 4 };
    expect(await found('a@x.example;active;"Ja', 'gern"', 'b@x.example;active;"Ja')).toEqual(open);
    expect(await found('a@x.example;active;Ja', '', 'b@x.example;active;"Ja', ...rest)).toEqual(open);
    expect(await found('a@x.example;active;"""Ja"', `b@x.example;active;${'J'.repeat(100_000)}`)).toEqual({
      kind: 'too-long',
      line: 3,
    });
    expect(await readCsv('"email";"status\na@x.example;active\n')).toEqual({ kind: 'headings', line: 1 });
  });
});
