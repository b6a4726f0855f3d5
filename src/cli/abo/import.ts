import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../../model/user-error.ts';
import { toMoment } from '../../store/moments.ts';
import { withData } from '../../store/open-data.ts';
import { type CsvRow, csvColumns, readCsv } from '../../subscription/operator/csv.ts';
import { runImport } from '../../subscription/operator/import.ts';
import { type ImportPlan, type ImportStep, planImport } from '../../subscription/operator/import-plan.ts';
import { aboErrors, aboHelp, importWords } from '../../words/abo-commands.ts';
import { defineCommand } from '../door/command.ts';

/** `abo import FILE`: shows what changes and, without `--dry-run`, changes it. One wrong line stops all. */
export const command = defineCommand({
  help: aboHelp.import,
  options: { 'dry-run': { type: 'boolean' } },
  words: 1,
  settings: ['DATA_DIR'],
  async run({ words: [file], flags }, surroundings) {
    if (file === undefined) throw new UserError(aboErrors.fileMissing('import'));
    const rows = readRows(resolve(surroundings.root, file), file);
    const { now, uuid: newId, print, printError } = surroundings;
    return withData(
      surroundings,
      async ({ db, secret }) => {
        const plan = await planImport(rows, db, secret, now);
        if (plan.mistakes.length > 0) {
          for (const { line, mistake } of plan.mistakes) {
            printError(importWords.atLine(line, importWords.mistake[mistake]));
          }
          printError(importWords.refused(plan.mistakes.length));
          return 1;
        }
        for (const step of plan.steps) print(stepText(step));
        print(`\n${summaryOf(plan)}`);
        if (flags['dry-run'] === true) {
          print(importWords.dryRun);
          return 0;
        }
        await runImport(plan, { db, secret, now: toMoment(now), newId });
        print(importWords.done);
        return 0;
      },
      { mayBeNew: true },
    );
  },
});

function readRows(file: string, name: string): CsvRow[] {
  const rows = readCsv(readText(file, name));
  if (Array.isArray(rows)) return rows;
  throw new UserError(
    rows.kind === 'broken' ? aboErrors.notACsv(rows.line) : aboErrors.columns(rows.unknown, rows.missing, csvColumns),
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
  const address = step.address?.email ?? ('addressHash' in step ? importWords.hashed(step.addressHash) : '');
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
