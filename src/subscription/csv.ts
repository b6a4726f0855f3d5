/** Subscribers as a table that a spreadsheet opens and `import` takes back. */
import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { LeaverTable } from './schema.ts';
import type { ExportRow } from './store/export.ts';

/** Every column; `import` needs `email` or `addressHash`, and `status`. */
export const csvColumns = [
  'email',
  'status',
  'statusSince',
  'pauseReason',
  'source',
  'list',
  'consentText',
  'consentSha256',
  'formUrl',
  'privacyVersion',
  'siteCommit',
  'requestedAt',
  'mailedAt',
  'messageId',
  'mailVersion',
  'confirmedAt',
  'addressHash',
] as const;

/** A line of the table by its columns; what is missing is `''`. */
export type CsvRow = Record<(typeof csvColumns)[number], string> & { line: number };

/** Subscribers, then those that left, as hashes. A cell that a spreadsheet would take for a formula gets a `'`. */
export function writeCsv(subscribers: readonly ExportRow[], leavers: readonly LeaverTable[]): string {
  const gone = leavers.map(({ addressHash, leftAt }) => ({ status: 'left', statusSince: leftAt, addressHash }));
  return stringify([...subscribers, ...gone], {
    header: true,
    columns: [...csvColumns],
    delimiter: ';',
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  });
}

/** What can be wrong with a table as a whole. */
export type CsvMistake = { kind: 'broken'; line: number } | { kind: 'columns'; unknown: string[]; missing: string[] };

/** Reads a table with commas or semicolons. */
export function readCsv(text: string): CsvRow[] | CsvMistake {
  let records: { record: Record<string, string>; info: { lines: number } }[];
  try {
    records = parse(text, {
      bom: true,
      columns: true,
      delimiter: [';', ','],
      skip_empty_lines: true,
      trim: true,
      info: true,
      max_record_size: 100_000,
    }) as unknown as typeof records;
  } catch (error) {
    if (error instanceof CsvError) return { kind: 'broken', line: Number(error.lines ?? 1) };
    throw error;
  }
  const found = Object.keys(records[0]?.record ?? {});
  const unknown = found.filter((name) => !csvColumns.some((column) => column === name));
  const missing = records.length === 0 || found.includes('status') ? [] : ['status'];
  if (unknown.length > 0 || missing.length > 0) return { kind: 'columns', unknown, missing };
  return records.map(({ record, info }) => {
    const cell = (name: string) => (record[name] ?? '').replace(/^'(?=[=+\-@])/, '');
    const cells = Object.fromEntries(csvColumns.map((name) => [name, cell(name)])) as Omit<CsvRow, 'line'>;
    return { ...cells, line: info.lines };
  });
}
