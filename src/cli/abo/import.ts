import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../../model/user-error.ts';
import { listLeavers } from '../../store/leaver-list.ts';
import { listIndex } from '../../store/list-index.ts';
import { toMoment } from '../../store/moments.ts';
import { listFolder, withData } from '../../store/open-data.ts';
import { CsvFault, type CsvTable, csvColumns, openCsv } from '../../subscription/operator/csv.ts';
import type { RecordLines } from '../../subscription/operator/csv-records.ts';
import { runSteps, stepsAtOnce } from '../../subscription/operator/import.ts';
import {
  type ImportStep,
  indexList,
  type PlannedLine,
  planImport,
  type RowMistake,
} from '../../subscription/operator/import-plan.ts';
import { aboErrors, aboHelp, importWords } from '../../words/abo-commands.ts';
import { defineCommand } from '../door/command.ts';

/**
 * `abo import FILE`: says what changes and, without `--dry-run`, changes it, some lines at a time: a list may have any
 * length. It is read to its end before, so that one that breaks off changes nothing. Lines that are wrong stay out, and all
 * of them are named; exit code 1 then.
 */
export const command = defineCommand({
  help: aboHelp.import,
  options: { 'dry-run': { type: 'boolean' } },
  words: 1,
  settings: ['DATA_DIR', 'BACKUP_DIR'],
  async run({ words: [file], flags }, surroundings) {
    if (file === undefined) throw new UserError(aboErrors.fileMissing('import'));
    const { now, uuid: newId, print, printError } = surroundings;
    const lines = () => linesOf(resolve(surroundings.root, file), file);
    const { unknown, rows } = await lines();
    if (unknown.length > 0) print(importWords.unknownColumns(unknown));
    return withData(
      surroundings,
      async ({ db, secret }) => {
        const index = listIndex();
        try {
          await indexList(rows, index, db, secret);
          const planned = planImport((await lines()).rows, index, db, secret, now);
          const parts = { db, secret, index, now: toMoment(now), newId };
          const isDry = flags['dry-run'] === true;
          const told = await work(planned, print, async (steps) => {
            if (!isDry) await runSteps(steps, parts);
          });
          print(`\n${summaryOf(told.counts)}`);
          if (!isDry) await listLeavers(db, listFolder(surroundings), toMoment(now));
          print(isDry ? importWords.dryRun : importWords.done);
          return tellMistakes(told.mistakes, printError);
        } finally {
          index.close();
        }
      },
      { mayBeNew: true },
    );
  },
});

interface Told {
  counts: Map<ImportStep['kind'], number>;
  mistakes: (RecordLines & { mistake: RowMistake })[];
}

/** Says each step and hands them on, some together; whoever looks sees what is about to be done. */
async function work(
  planned: AsyncIterable<PlannedLine>,
  print: (text: string) => void,
  run: (steps: readonly ImportStep[]) => Promise<void>,
): Promise<Told> {
  const told: Told = { counts: new Map(), mistakes: [] };
  let steps: ImportStep[] = [];
  const hand = async () => {
    if (steps.length === 0) return;
    print(steps.map(stepText).join('\n'));
    await run(steps);
    steps = [];
  };
  for await (const found of planned) {
    if ('mistake' in found) {
      told.mistakes.push(found);
      continue;
    }
    const { step } = found;
    told.counts.set(step.kind, (told.counts.get(step.kind) ?? 0) + 1);
    steps.push(step);
    if (steps.length === stepsAtOnce) await hand();
  }
  await hand();
  return told;
}

/** Names all lines that stay out; returns the exit code. */
function tellMistakes(mistakes: Told['mistakes'], printError: (text: string) => void): number {
  if (mistakes.length === 0) return 0;
  for (const { mistake, ...lines } of mistakes) printError(importWords.atLines(lines, importWords.mistake[mistake]));
  printError(importWords.leftOut(mistakes.length));
  return 1;
}

/** The table in a file; what keeps it from being read is a UserError, also further down. */
async function linesOf(file: string, name: string): Promise<CsvTable> {
  try {
    const { unknown, rows } = await openCsv(textOf(file, name));
    return { unknown, rows: toldOf(rows) };
  } catch (error) {
    throw faultOf(error);
  }
}

async function* toldOf<Row>(rows: AsyncIterable<Row>): AsyncGenerator<Row> {
  try {
    yield* rows;
  } catch (error) {
    throw faultOf(error);
  }
}

function faultOf(error: unknown): unknown {
  if (!(error instanceof CsvFault)) return error;
  const { mistake } = error;
  return new UserError(
    mistake.kind === 'columns'
      ? aboErrors.columns(mistake.unknown, mistake.missing, csvColumns)
      : aboErrors.notACsv[mistake.kind](mistake.line),
  );
}

/** Only UTF-8: a wrong guess would change the wording of a consent. */
async function* textOf(file: string, name: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Uint8Array) => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw new UserError(aboErrors.notUtf8(name));
    }
  };
  const bytes: AsyncIterator<Uint8Array> = createReadStream(file)[Symbol.asyncIterator]();
  for (;;) {
    const piece = await bytes.next().catch(() => {
      throw new UserError(aboErrors.noSuchFile(name));
    });
    yield decode(piece.done ? undefined : piece.value);
    if (piece.done) return;
  }
}

function stepText(step: ImportStep): string {
  const hash = 'leaver' in step ? step.leaver.addressHash : 'addressHash' in step ? step.addressHash : '';
  const address = step.address?.email ?? importWords.hashed(hash);
  return step.kind === 'add' ? importWords.step.add(address, step.status) : importWords.step[step.kind](address);
}

function summaryOf(counts: Told['counts']): string {
  const count = (...kinds: ImportStep['kind'][]) => kinds.reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0);
  return importWords.summary(
    count('add'),
    count('pause', 'leave', 'block'),
    count('kept-out', 'not-loosened'),
    count('unchanged'),
  );
}
