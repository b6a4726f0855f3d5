import {
  CsvFault,
  type CsvMistake,
  type CsvRow,
  type FaultyRow,
  openCsv,
} from '../../src/subscription/operator/csv.ts';

/** What a table holds, or what is wrong with it; it comes in in two pieces. */
export async function readCsv(
  text: string,
): Promise<{ kind: 'table'; rows: CsvRow[]; faulty: FaultyRow[]; unknown: string[] } | CsvMistake> {
  const half = Math.floor(text.length / 2);
  async function* pieces() {
    yield text.slice(0, half);
    yield text.slice(half);
  }
  try {
    const { rows, unknown } = await openCsv(pieces());
    const all = await Array.fromAsync(rows);
    const faulty = all.filter((row) => 'fault' in row);
    return { kind: 'table', rows: all.filter((row): row is CsvRow => !('fault' in row)), faulty, unknown };
  } catch (error) {
    if (error instanceof CsvFault) return error.mistake;
    throw error;
  }
}
