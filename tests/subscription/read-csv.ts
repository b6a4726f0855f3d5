import { CsvFault, type CsvMistake, type CsvRow, openCsv } from '../../src/subscription/operator/csv.ts';

/** What a table holds, or what is wrong with it; it comes in in two pieces. */
export async function readCsv(
  text: string,
): Promise<{ kind: 'table'; rows: CsvRow[]; unknown: string[] } | CsvMistake> {
  const half = Math.floor(text.length / 2);
  async function* pieces() {
    yield text.slice(0, half);
    yield text.slice(half);
  }
  try {
    const { rows, unknown } = await openCsv(pieces());
    return { kind: 'table', rows: await Array.fromAsync(rows), unknown };
  } catch (error) {
    if (error instanceof CsvFault) return error.mistake;
    throw error;
  }
}
