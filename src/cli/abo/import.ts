import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../../model/user-error.ts';
import { listLeavers } from '../../store/leaver-list.ts';
import { listIndex } from '../../store/list-index.ts';
import { toMoment } from '../../store/moments.ts';
import { listFolder, withData } from '../../store/open-data.ts';
import { CsvFault, type CsvTable, csvColumns, openCsv } from '../../subscription/operator/csv.ts';
import { runSteps, stepsAtOnce } from '../../subscription/operator/import.ts';
import { type ImportStep, indexList, type PlannedLine, planImport } from '../../subscription/operator/import-plan.ts';
import { aboErrors, aboHelp, importWords } from '../../words/abo-commands.ts';
import { defineCommand } from '../door/command.ts';
import { type LeftOut, leftOut } from './left-out.ts';

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
          const outside = leftOut(`${resolve(surroundings.root, file)}.${importWords.leftOutFile}`);
          const counts = await work(planned, { print, outside }, async (steps) => {
            if (!isDry) await runSteps(steps, parts);
          });
          outside.end();
          tell(outside, 'refused', print);
          print(`\n${summaryOf(counts)}`);
          if (!isDry) await listLeavers(db, listFolder(surroundings), toMoment(now));
          print(isDry ? importWords.dryRun : importWords.done);
          tell(outside, 'wrong', printError);
          const all = outside.file();
          if (all !== undefined) printError(importWords.allIn(all));
          if (outside.count('wrong') === 0) return 0;
          printError(importWords.leftOut(outside.count('wrong')));
          return 1;
        } finally {
          index.close();
        }
      },
      { mayBeNew: true },
    );
  },
});

type Counts = Map<ImportStep['kind'], number>;

/**
 * Says each step and hands them on, some together; whoever looks sees what is about to be done. What stays out is collected,
 * and what stays as it is only counted: in a long list neither is found between the others.
 */
async function work(
  planned: AsyncIterable<PlannedLine>,
  { print, outside }: { print: (text: string) => void; outside: LeftOut },
  run: (steps: readonly ImportStep[]) => Promise<void>,
): Promise<Counts> {
  const counts: Counts = new Map();
  let steps: Exclude<ImportStep, { kind: 'unchanged' }>[] = [];
  const hand = async () => {
    if (steps.length === 0) return;
    print(steps.map(stepText).join('\n'));
    await run(steps);
    steps = [];
  };
  for await (const found of planned) {
    if ('mistake' in found) {
      outside.add('wrong', importWords.atLines(found, importWords.mistake[found.mistake]));
      continue;
    }
    const { step } = found;
    counts.set(step.kind, (counts.get(step.kind) ?? 0) + 1);
    if (step.kind === 'unchanged') continue;
    if (step.kind === 'kept-out' || step.kind === 'not-loosened') {
      outside.add('refused', stepText(step));
      continue;
    }
    steps.push(step);
    if (steps.length === stepsAtOnce) await hand();
  }
  await hand();
  return counts;
}

/** Names those that stay out, or the first of them. */
function tell(outside: LeftOut, kind: 'refused' | 'wrong', print: (text: string) => void): void {
  const shown = outside.shown(kind);
  for (const text of shown) print(text);
  const more = outside.count(kind) - shown.length;
  if (more > 0) print(importWords.more(more));
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
    const piece = await bytes.next().catch((error: NodeJS.ErrnoException) => {
      throw new UserError(error.code === 'EISDIR' ? aboErrors.aFolder(name) : aboErrors.noSuchFile(name));
    });
    yield decode(piece.done ? undefined : piece.value);
    if (piece.done) return;
  }
}

function stepText(step: Exclude<ImportStep, { kind: 'unchanged' }>): string {
  const hash = 'leaver' in step ? step.leaver.addressHash : '';
  const address = step.address?.email ?? importWords.hashed(hash);
  return step.kind === 'add' ? importWords.step.add(address, step.status) : importWords.step[step.kind](address);
}

function summaryOf(counts: Counts): string {
  const count = (...kinds: ImportStep['kind'][]) => kinds.reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0);
  return importWords.summary(
    count('add'),
    count('pause', 'leave', 'block'),
    count('kept-out', 'not-loosened'),
    count('unchanged'),
  );
}
