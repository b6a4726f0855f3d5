/** The records of a table in the form of RFC 4180, each with its lines, and those that are wrong among them. */
import { Readable } from 'node:stream';
import { type CsvError, type Parser, parse } from 'csv-parse';

/** Why a record can't be read while those around it can: another number of cells than headings, or a stray quotation mark. */
export type RecordFault = 'cells' | 'quote';

/** Where a record stands, counted from 1. */
export interface RecordLines {
  line: number;
  lastLine: number;
}

export type CsvRecord = RecordLines & ({ cells: Record<string, string> } | { fault: RecordFault });

/** Why a table can't be read to its end; `line` is where it goes wrong. */
export type BreakOff = { kind: 'headings' | 'open-quote' | 'too-long'; line: number };

/** A table that breaks off, so that nothing behind `line` can be known. */
export class CsvBreak extends Error {
  readonly at: BreakOff;

  constructor(at: BreakOff) {
    super(`${at.kind} in line ${at.line}`);
    this.at = at;
  }
}

/** Bytes that a record may have; an open quotation mark would take in all that follows. */
const mostRecordBytes = 100_000;

/** What the parser knows of a record. */
interface Parsed {
  record: Record<string, string>;
  raw: string;
  info: { lines: number; error?: unknown };
}

/**
 * Reads records, of which no more is in memory than a piece of the text. `nameOf` says what each column is called by its
 * heading. Throws a CsvBreak where the table breaks off.
 */
export async function* csvRecords(
  text: AsyncIterable<string>,
  { delimiter, nameOf }: { delimiter: string; nameOf: (headings: string[]) => string[] },
): AsyncGenerator<CsvRecord> {
  // The parser counts a line break within a cell twice where it has two characters.
  let twice = 0;
  // A record that is wrong by its quotation marks; its end shows by the one that follows.
  let wrong: { first: number; raw: string } | undefined;
  const endWrong = (next: number): CsvRecord[] => {
    if (!wrong || next <= wrong.first) return [];
    const line = wrong.first - twice;
    twice += pairsIn(wrong.raw);
    wrong = undefined;
    return [{ line, lastLine: Math.max(line, next - 1 - twice), fault: 'quote' }];
  };
  const parser: Parser = parse({
    bom: true,
    columns: nameOf,
    delimiter,
    skip_empty_lines: true,
    // At the other end `cast` does it: the parser would give up at the first word behind a closing quotation mark.
    ltrim: true,
    cast: (cell, { quoting }) => (quoting ? cell : cell.trimEnd()),
    relax_column_count: true,
    skip_records_with_error: true,
    on_skip(error, raw = '') {
      const at = breakOffOf(error, raw);
      const first = at ? Number.POSITIVE_INFINITY : Number(error?.lines) - breaksIn(raw);
      for (const record of endWrong(first)) parser.push(record);
      if (at) throw new CsvBreak({ ...at, line: at.line - twice });
      wrong = { first, raw };
    },
    on_record(parsed) {
      const { record, raw, info } = parsed as unknown as Parsed;
      const first = info.lines - breaksIn(raw);
      for (const found of endWrong(first)) parser.push(found);
      const line = first - twice;
      twice += pairsIn(raw);
      if (Object.values(record).every((cell) => cell === '')) return null;
      const lines = { line, lastLine: info.lines - twice };
      return info.error ? { ...lines, fault: 'cells' } : { ...lines, cells: record };
    },
    info: true,
    raw: true,
    max_record_size: mostRecordBytes,
  });
  const source = Readable.from(text);
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  yield* parser as AsyncIterable<CsvRecord>;
  yield* endWrong(Math.max(parser.info.lines, (wrong?.first ?? 0) + 1));
}

const lineEnds = (text: string) => text.match(/\r\n|\r|\n/g)?.length ?? 0;

/** Line breaks within a record, as the parser counts them; empty lines may stand above it. */
const breaksIn = (raw: string) => raw.trim().match(/[\r\n]/g)?.length ?? 0;

/** Those within a record that the parser counts twice. */
const pairsIn = (raw: string) => raw.trim().match(/\r\n/g)?.length ?? 0;

/** What the parser says about a whole table: behind it nothing can be told apart. */
function breakOffOf(error: CsvError | undefined, raw: string): BreakOff | undefined {
  const begin = raw.trimStart();
  // The parser counts a line break when it comes to what stands behind it.
  const start = Number(error?.lines ?? 1) - (begin.match(/[\r\n](?!$)/g)?.length ?? 0);
  if (error?.header) return { kind: 'headings', line: start };
  if (error?.code !== 'CSV_QUOTE_NOT_CLOSED' && error?.code !== 'CSV_MAX_RECORD_SIZE') return undefined;
  const opened = openQuote(begin);
  if (opened === undefined) return { kind: 'too-long', line: start };
  return { kind: 'open-quote', line: start + lineEnds(begin.slice(0, opened)) };
}

/** Where in a record the quotation mark stands that isn't closed. */
function openQuote(record: string): number | undefined {
  for (const { index, 1: end } of record.matchAll(/"[^"]*(?:""[^"]*)*("|$)/g)) if (end === '') return index;
  return undefined;
}
