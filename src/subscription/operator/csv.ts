/** Subscribers as a table that a spreadsheet opens and `import` takes back. */
import { stringify } from 'csv-stringify/sync';
import type { ExportRow } from '../../store/queries/export.ts';
import type { LeaverTable } from '../../store/schema.ts';
import {
  type BreakOff,
  CsvBreak,
  type CsvRecord,
  csvRecords,
  type RecordFault,
  type RecordLines,
} from './csv-records.ts';

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
  'formerAddresses',
  'addressHash',
  'way',
  'erasedAt',
] as const;

type Column = (typeof csvColumns)[number];

/** A line of the table by its columns; what is missing is `''`. */
export type CsvRow = Record<Column, string> & RecordLines;

/** A line that can't be read. */
export type FaultyRow = RecordLines & { fault: RecordFault };

/**
 * A subscriber as a line, with the hashes of all links to unsubscribe that were sent, and with the addresses that the proof was
 * given for, each before the moment at which its domain got another name; all parted by spaces.
 */
export type CsvSubscriber = ExportRow & { formerLinks: string; formerAddresses: string };

/**
 * What a spreadsheet would take for a formula, a number or a date and change, or what was guarded against that. A moment
 * (`2025-09-01T08:00:00Z`) is none of them.
 */
const guarded = /^'*(?:[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]|[\d.,:/ -]+$|\d+e\d+$)/i;

/**
 * Subscribers, then those that left, as hashes; the line of headings only above the first of several stretches. A cell that
 * a spreadsheet would change gets a `'`.
 */
export function writeCsv(
  subscribers: readonly CsvSubscriber[],
  leavers: readonly LeaverTable[],
  { isFirst = true } = {},
): string {
  const gone = leavers.map(({ leftAt, ...leaver }) => ({ status: 'left', statusSince: leftAt, ...leaver }));
  return stringify([...subscribers, ...gone], {
    header: isFirst,
    columns: [...csvColumns],
    delimiter: ';',
    bom: isFirst,
    record_delimiter: 'windows',
    // The library quotes its own end of a record only; a cell may have a line break of another kind.
    quoted_match: /[\r\n]/,
    // The library's own guard can't be undone: it leaves a cell alone that begins with `'` already.
    cast: { string: (text) => (guarded.test(text) ? `'${text}` : text) },
  });
}

/** What can be wrong with a table as a whole. */
export type CsvMistake = BreakOff | { kind: 'columns'; unknown: string[]; missing: string[] };

/** A table that can't be read, or not to its end. */
export class CsvFault extends Error {
  readonly mistake: CsvMistake;

  constructor(mistake: CsvMistake) {
    super(mistake.kind);
    this.mistake = mistake;
  }
}

/** A table of which the headings were read; columns that are `unknown` are left out. */
export interface CsvTable {
  /** To be read once. Throws a CsvFault where the table breaks off. */
  rows: AsyncIterable<CsvRow | FaultyRow>;
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

/** Reads a table as spreadsheets and other programs write it, of which no more is in memory than a line. Throws a CsvFault. */
export async function openCsv(text: AsyncIterable<string>): Promise<CsvTable> {
  const pieces = text[Symbol.asyncIterator]();
  let start = '';
  // As far as the first line, and the one behind `sep=`, go.
  while (!/[\r\n]/.test(start.trimStart())) {
    const { value, done } = await pieces.next();
    if (done) break;
    start += value;
  }
  const { delimiter, skipped } = delimiterOf(start);
  let found: string[] = [];
  const all = async function* () {
    yield skipped === 0 ? start : start.replace(/^.*?(?:\r\n|\r|\n|$)/, '');
    for await (const piece of { [Symbol.asyncIterator]: () => pieces }) yield piece;
  };
  const records = csvRecords(all(), {
    delimiter,
    nameOf(headings) {
      found = headings;
      return headings.map((heading) => columnOf(heading) ?? heading);
    },
  });
  const next = async () => {
    try {
      return await records.next();
    } catch (error) {
      if (error instanceof CsvBreak) throw new CsvFault({ ...error.at, line: error.at.line + skipped });
      throw error;
    }
  };
  const first = await next();
  const unknown = found.filter((heading) => heading !== '' && columnOf(heading) === undefined);
  const has = (column: Column) => found.some((heading) => columnOf(heading) === column);
  const missing = [...(has('email') || has('addressHash') ? [] : ['email']), ...(has('status') ? [] : ['status'])];
  if (missing.length > 0) {
    await records.return(undefined);
    throw new CsvFault({ kind: 'columns', unknown, missing });
  }
  return {
    unknown,
    rows: (async function* () {
      for (let record = first; !record.done; record = await next()) yield rowOf(record.value, skipped);
    })(),
  };
}

function rowOf(record: CsvRecord, skipped: number): CsvRow | FaultyRow {
  const lines = { line: record.line + skipped, lastLine: record.lastLine + skipped };
  if ('fault' in record) return { ...lines, fault: record.fault };
  const cell = (name: string) => {
    const content = record.cells[name] ?? '';
    return content.startsWith("'") && guarded.test(content) ? content.slice(1) : content;
  };
  const cells = Object.fromEntries(csvColumns.map((name) => [name, cell(name)])) as Record<Column, string>;
  return { ...cells, status: statusOf(cells.status), ...lines };
}

const statusNames: Record<string, string> = { aktiv: 'active', angehalten: 'paused', abgemeldet: 'left' };

function statusOf(text: string): string {
  const plain = text.toLowerCase();
  return statusNames[plain] ?? plain;
}
