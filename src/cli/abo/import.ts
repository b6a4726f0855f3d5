import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../../model/user-error.ts';
import { listLeavers } from '../../store/leaver-list.ts';
import { toMoment } from '../../store/moments.ts';
import { listFolder, withData } from '../../store/open-data.ts';
import { type CsvTable, csvColumns, readCsv } from '../../subscription/operator/csv.ts';
import { runImport } from '../../subscription/operator/import.ts';
import { type ImportPlan, type ImportStep, planImport } from '../../subscription/operator/import-plan.ts';
import { aboErrors, aboHelp, importWords } from '../../words/abo-commands.ts';
import { defineCommand } from '../door/command.ts';

/**
 * `abo import FILE`: shows what changes and, without `--dry-run`, changes it. Lines that are wrong stay out, and all of them
 * are named; exit code 1 then.
 */
export const command = defineCommand({
  help: aboHelp.import,
  options: { 'dry-run': { type: 'boolean' } },
  words: 1,
  settings: ['DATA_DIR', 'BACKUP_DIR'],
  async run({ words: [file], flags }, surroundings) {
    if (file === undefined) throw new UserError(aboErrors.fileMissing('import'));
    const { now, uuid: newId, print, printError } = surroundings;
    const { rows, unknown } = readTable(resolve(surroundings.root, file), file);
    if (unknown.length > 0) print(importWords.unknownColumns(unknown));
    return withData(
      surroundings,
      async ({ db, secret }) => {
        const plan = await planImport(rows, db, secret, now);
        for (const step of plan.steps) print(stepText(step));
        print(`\n${summaryOf(plan)}`);
        if (flags['dry-run'] === true) {
          print(importWords.dryRun);
        } else {
          await runImport(plan, { db, secret, now: toMoment(now), newId });
          await listLeavers(db, listFolder(surroundings), toMoment(now));
          print(importWords.done);
        }
        return tellMistakes(plan, printError);
      },
      { mayBeNew: true },
    );
  },
});

/** Names all lines that stay out; returns the exit code. */
function tellMistakes({ mistakes }: ImportPlan, printError: (text: string) => void): number {
  if (mistakes.length === 0) return 0;
  for (const { line, mistake } of mistakes) printError(importWords.atLine(line, importWords.mistake[mistake]));
  printError(importWords.leftOut(mistakes.length));
  return 1;
}

function readTable(file: string, name: string): CsvTable {
  const table = readCsv(readText(file, name));
  if (table.kind === 'table') return table;
  throw new UserError(
    table.kind === 'broken'
      ? aboErrors.notACsv(table.line)
      : aboErrors.columns(table.unknown, table.missing, csvColumns),
  );
}

/** Only UTF-8: a wrong guess would change the wording of a consent. */
function readText(file: string, name: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch {
    throw new UserError(aboErrors.noSuchFile(name));
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UserError(aboErrors.notUtf8(name));
  }
}

function stepText(step: ImportStep): string {
  const hash = 'leaver' in step ? step.leaver.addressHash : 'addressHash' in step ? step.addressHash : '';
  const address = step.address?.email ?? importWords.hashed(hash);
  return step.kind === 'add' ? importWords.step.add(address, step.status) : importWords.step[step.kind](address);
}

function summaryOf({ steps }: ImportPlan): string {
  const count = (...kinds: ImportStep['kind'][]) => steps.filter(({ kind }) => kinds.includes(kind)).length;
  return importWords.summary(
    count('add'),
    count('pause', 'leave', 'block'),
    count('kept-out', 'not-loosened'),
    count('unchanged'),
  );
}
