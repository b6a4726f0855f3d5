import { hostname } from 'node:os';
import { text as readAll } from 'node:stream/consumers';
import { contentHere, errorsIn, knownSite } from '../build/known-site.ts';
import { failureMails, kindOfUnit } from '../doctor/failure-mails.ts';
import { tellByMail, tellSettings } from '../doctor/tell.ts';
import { UserError } from '../model/user-error.ts';
import { doctorWords, failedWords as words } from '../words/doctor.ts';
import { commandHelp } from '../words/help.ts';
import { defineCommand } from './door/command.ts';

/**
 * `kurrende failed UNIT`: tells operators and editors by mail that something failed; what its log said last comes in by a
 * pipe. For the unit that systemd starts on a failure. Exit code 1 where somebody could not be told.
 */
export const command = defineCommand({
  help: commandHelp.failed,
  options: {},
  words: 1,
  settings: ['BUILD_DATE', 'SITE_COMMIT', 'ABO_SITE', 'OPERATOR_MAIL', ...tellSettings],
  async run({ words: [unit] }, called) {
    // Nobody waits for it: how far it has read is nothing to tell.
    const surroundings = { ...called, progress: undefined };
    const { settings, now, uuid, print, printError } = surroundings;
    if (unit === undefined) throw new UserError(words.unitMissing);
    if (settings.SMTP_URL === undefined) throw new UserError(words.noSmtp(unit));
    const site = knownSite(surroundings);
    if (!site) throw new UserError(doctorWords.noSender);
    const problems = kindOfUnit(unit) === 'build' ? errorsIn(contentHere(surroundings)) : [];
    const mails = failureMails({
      unit,
      host: hostname(),
      lines: (await piped()).split('\n'),
      problems: problems.map(({ file, line, found }) => words.problem(file, line, found)),
      site,
      operators: settings.OPERATOR_MAIL ?? [],
      date: now,
      newId: uuid,
    });
    let untold = 0;
    await tellByMail(mails, settings, ({ who }, isTaken) => {
      if (isTaken) print(words.told(who));
      else {
        untold += 1;
        printError(words.notTaken(who));
      }
    });
    return untold > 0 ? 1 : 0;
  },
});

/** Milliseconds that the log may take to come in. */
const patience = 5_000;

/** What comes in by a pipe; nothing where nobody writes, or nobody ends. */
async function piped(): Promise<string> {
  if (process.stdin.isTTY) return '';
  const { promise, resolve } = Promise.withResolvers<string>();
  const timer = setTimeout(() => {
    process.stdin.destroy();
    resolve('');
  }, patience);
  readAll(process.stdin).then(resolve, () => resolve(''));
  return promise.finally(() => clearTimeout(timer));
}
