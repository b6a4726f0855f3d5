import { describe, expect, test } from 'vitest';
import type { ExportRow } from '../../src/store/queries/export.ts';
import { readCsv, writeCsv } from '../../src/subscription/operator/csv.ts';
import { form } from '../store/sample-database.ts';

const { id: _, ...said } = form;

const row = (changes: Partial<ExportRow> = {}): ExportRow => ({
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
  ...changes,
});

describe('what is written', () => {
  test.each([
    'Ich kann meine Einwilligung jederzeit widerrufen, zum Beispiel über den Link.',
    'Ja; gern, „immer“ und "überall"',
    'Erste Zeile\nzweite Zeile',
    '=HYPERLINK("https://boese.example")',
    "'=1+1",
    '@SUM(A1)',
    '-1',
    "'kein Befehl",
  ])('is read back as it was: %j', (consentText) => {
    const written = row({ consentText, mailText: consentText });
    expect(readCsv(writeCsv([written], []))).toMatchObject([{ consentText, mailText: consentText }]);
  });

  test.each(['+a@rathaus.example', '-a@rathaus.example', "'-a@rathaus.example"])('keeps the address %s', (email) => {
    expect(readCsv(writeCsv([row({ email })], []))).toMatchObject([{ email }]);
  });

  test.each(['=1', '+1', '-1', '@a', '\u{FF1D}1', "'=1"])('is no formula for a spreadsheet: %j', (pauseReason) => {
    expect(writeCsv([row({ pauseReason })], [])).toContain(`;'${pauseReason};`);
  });
});

describe('a table is read', () => {
  test('with commas as well, and semicolons are text then', () => {
    expect(readCsv('email,status,consentText\na@b.example,active,Ja; gern\n')).toMatchObject([
      { email: 'a@b.example', consentText: 'Ja; gern', line: 2 },
    ]);
  });

  test('without its empty lines', () => {
    expect(readCsv('\uFEFFemail;status\r\n\r\n;\r\na@b.example;active\r\n')).toMatchObject([{ email: 'a@b.example' }]);
  });

  test('only if its first line names the columns, whether or not lines follow', () => {
    const missing = { kind: 'columns', missing: ['status'] };
    expect(readCsv('email;name\n')).toMatchObject({ ...missing, unknown: ['name'] });
    expect(readCsv('')).toMatchObject(missing);
  });
});
