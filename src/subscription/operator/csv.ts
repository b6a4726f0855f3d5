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
  'consentId',
  'formerLinks',
  'addressHash',
  'way',
  'erasedAt',
] as const;

type Column = (typeof csvColumns)[number];

/** A line of the table by its columns; what is missing is `''`. */
export type CsvRow = Record<Column, string> & { line: number };

/** A subscriber as a line, with the hashes of all links to unsubscribe that were sent, parted by spaces. */
export type CsvSubscriber = ExportRow & { formerLinks: string };

/**
 * What a spreadsheet would take for a formula, a number or a date and change, or what was guarded against that. A moment
 * (`2025-09-01T08:00:00Z`) is none of them.
 */
const guarded = /^'*(?:[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]|[\d.,:/ -]+$|\d+e\d+$)/i;

/** Subscribers, then those that left, as hashes. A cell that a spreadsheet would change gets a `'`. */
export function writeCsv(subscribers: readonly CsvSubscriber[], leavers: readonly LeaverTable[]): string {
  const gone = leavers.map(({ leftAt, ...leaver }) => ({ status: 'left', statusSince: leftAt, ...leaver }));
  return stringify([...subscribers, ...gone], {
    header: true,
    columns: [...csvColumns],
    delimiter: ';',
    bom: true,
    record_delimiter: 'windows',
    // The library quotes its own end of a record only; a cell may have a line break of another kind.
    quoted_match: /[\r\n]/,
    // The library's own guard can't be undone: it leaves a cell alone that begins with `'` already.
    cast: { string: (text) => (guarded.test(text) ? `'${text}` : text) },
  });
}

/** What can be wrong with a table as a whole. */
export type CsvMistake = { kind: 'broken'; line: number } | { kind: 'columns'; unknown: string[]; missing: string[] };

/** A table that was read; columns that are `unknown` are left out. */
export interface CsvTable {
  kind: 'table';
  rows: CsvRow[];
  unknown: string[];
}

/** What other programs call the column of addresses. */
const emailNames = /^(?:e-?mail(?:[ _-]?(?:address|adresse))?|adresse|mail)$/i;

/** The column that a heading means: capital letters, spaces and dashes make no difference. */
function columnOf(heading: string): Column | undefined {
  if (emailNames.test(heading)) return 'email';
  const plain = heading.toLowerCase().replace(/[ _-]/g, '');
  return csvColumns.find((column) => column.toLowerCase() === plain);
}

/** The sign between cells: what a line `sep=` says, else the one of tabs, semicolons and commas that the first line has. */
function delimiterOf(text: string): { delimiter: string; skipped: number } {
  const [first = ''] = text.trimStart().split(/[\r\n]/, 1);
  const [, named] = /^"?sep=(.)"?$/i.exec(first.trim()) ?? [];
  if (named) return { delimiter: named, skipped: 1 };
  return { delimiter: ['\t', ';'].find((sign) => first.includes(sign)) ?? ',', skipped: 0 };
}

/** Reads a table as spreadsheets and other programs write it. */
export function readCsv(text: string): CsvTable | CsvMistake {
  const { delimiter, skipped } = delimiterOf(text);
  const withoutSep = skipped === 0 ? text : text.replace(/^.*?(?:\r\n|\r|\n|$)/, '');
  let records: { record: Record<string, string>; info: { lines: number } }[];
  let found: string[] = [];
  try {
    records = parse(withoutSep, {
      bom: true,
      columns: (headings: string[]) => {
        found = headings;
        return headings.map((heading) => columnOf(heading) ?? heading);
      },
      delimiter,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
      info: true,
      max_record_size: 100_000,
    }) as unknown as typeof records;
  } catch (error) {
    if (error instanceof CsvError) return { kind: 'broken', line: Number(error.lines ?? 1) + skipped };
    throw error;
  }
  const unknown = found.filter((heading) => heading !== '' && columnOf(heading) === undefined);
  if (!found.some((heading) => columnOf(heading) === 'status'))
    return { kind: 'columns', unknown, missing: ['status'] };
  const rows = records.map(({ record, info }) => {
    const cell = (name: string) => {
      const content = record[name] ?? '';
      return content.startsWith("'") && guarded.test(content) ? content.slice(1) : content;
    };
    const cells = Object.fromEntries(csvColumns.map((name) => [name, cell(name)])) as Record<Column, string>;
    return { ...cells, status: statusOf(cells.status), line: info.lines + skipped };
  });
  return { kind: 'table', rows, unknown };
}

const statusNames: Record<string, string> = { aktiv: 'active', angehalten: 'paused', abgemeldet: 'left' };

function statusOf(text: string): string {
  const plain = text.toLowerCase();
  return statusNames[plain] ?? plain;
}
