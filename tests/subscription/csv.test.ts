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
    const missing = { kind: 'columns', missing: ['status'] };
    expect(await readCsv('email;name\n')).toMatchObject({ ...missing, unknown: ['name'] });
    expect(await readCsv('')).toMatchObject(missing);
  });
});
