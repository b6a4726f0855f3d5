/** Subscribers as a table that a spreadsheet opens and `import` takes back. */
import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { ExportRow } from '../../store/queries/export.ts';
import type { LeaverTable } from '../../store/schema.ts';

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
  'mailText',
  'confirmedAt',
  'addressHash',
] as const;

/** A line of the table by its columns; what is missing is `''`. */
export type CsvRow = Record<(typeof csvColumns)[number], string> & { line: number };

/** What a spreadsheet would take for a formula, or what was guarded against that. */
const formula = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Subscribers, then those that left, as hashes. A cell that a spreadsheet would take for a formula gets a `'`. */
export function writeCsv(subscribers: readonly ExportRow[], leavers: readonly LeaverTable[]): string {
  const gone = leavers.map(({ addressHash, leftAt }) => ({ status: 'left', statusSince: leftAt, addressHash }));
  return stringify([...subscribers, ...gone], {
    header: true,
    columns: [...csvColumns],
    delimiter: ';',
    bom: true,
    record_delimiter: 'windows',
    // The library quotes its own end of a record only; a cell may have a line break of another kind.
    quoted_match: /[\r\n]/,
    // The library's own guard can't be undone: it leaves a cell alone that begins with `'` already.
    cast: { string: (text) => (formula.test(text) ? `'${text}` : text) },
  });
}

/** What can be wrong with a table as a whole. */
export type CsvMistake = { kind: 'broken'; line: number } | { kind: 'columns'; unknown: string[]; missing: string[] };

/**
 * Reads a table with semicolons or commas, whichever its first line has: the other may stand unquoted in any cell.
 */
export function readCsv(text: string): CsvRow[] | CsvMistake {
  const [head = ''] = text.trimStart().split(/[\r\n]/, 1);
  let records: { record: Record<string, string>; info: { lines: number } }[];
  let found: string[] = [];
  try {
    records = parse(text, {
      bom: true,
      columns: (names: string[]) => {
        found = names;
        return names;
      },
      delimiter: head.includes(';') ? ';' : ',',
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
      info: true,
      max_record_size: 100_000,
    }) as unknown as typeof records;
  } catch (error) {
    if (error instanceof CsvError) return { kind: 'broken', line: Number(error.lines ?? 1) };
    throw error;
  }
  const unknown = found.filter((name) => !csvColumns.some((column) => column === name));
  const missing = found.includes('status') ? [] : ['status'];
  if (unknown.length > 0 || missing.length > 0) return { kind: 'columns', unknown, missing };
  return records.map(({ record, info }) => {
    const cell = (name: string) => {
      const content = record[name] ?? '';
      return content.startsWith("'") && formula.test(content) ? content.slice(1) : content;
    };
    const cells = Object.fromEntries(csvColumns.map((name) => [name, cell(name)])) as Omit<CsvRow, 'line'>;
    return { ...cells, line: info.lines };
  });
}
