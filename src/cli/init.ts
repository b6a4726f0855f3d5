import { copyFileSync, existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { inspected, openProject } from '../build/project.ts';
import { formatReading, hasErrors } from '../build/report.ts';
import { contentFiles, contentFolder } from '../model/content-files.ts';
import { UserError } from '../model/user-error.ts';
import { issueKey, weekOf } from '../model/week.ts';
import { makeFolder } from '../settings/make-folder.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { workingDay } from '../settings/working-day.ts';
import { commandHelp } from '../words/help.ts';
import { freshWords, initErrors, initWords, initYes } from '../words/init.ts';
import { defineCommand } from './door/command.ts';
import { answerNames, answersOf, missingAnswers } from './init/answers.ts';
import { askForRest } from './init/ask.ts';
import { coloursOf, freshContent, logKeptDays } from './init/fresh-content.ts';
import { answersAsFile, givenAnswers } from './init/given.ts';
import { type FilesOfHouse, filesOfHouse, remove } from './init/shipped-example.ts';

/** Where answers lie that somebody has typed, and that came to nothing. */
const answersFile = 'angaben.yaml';

/**
 * `npm run init`: a fresh publication in the place of the shipped example, from what a house says of itself. Touches no
 * file that isn't the example's, and ends with what only a person can fill in. `site.md` is written last: until it is
 * there, the command can be called again.
 */
export const command = defineCommand({
  help: commandHelp.init,
  options: {
    from: { type: 'string' },
    ...Object.fromEntries(answerNames.map((name) => [name, { type: 'string' } as const])),
  },
  words: 0,
  settings: ['BUILD_DATE'],
  async run({ flags }, surroundings) {
    const { root, print, ask } = surroundings;
    const today = workingDay(surroundings);
    const files = filesOfHouse(root);
    refuseIfSetUp(files, surroundings);
    const typed = givenAnswers(flags, root);
    // Nothing that somebody has typed is lost when they stop or don't agree.
    const keep = () => {
      if (Object.keys(typed).length === 0) return new UserError(initErrors.notAgreed);
      writeFileAtomic(join(root, answersFile), answersAsFile(typed));
      return new UserError(initErrors.answersKept(answersFile));
    };
    if (ask) {
      print(initWords.welcome);
      await askForRest(typed, { ask, print, root }).catch((error: unknown) => {
        throw error instanceof UserError ? keep() : error;
      });
    }
    const missing = missingAnswers(typed);
    if (missing.length > 0) throw new UserError(initErrors.missing(missing));
    const answers = answersOf(typed);
    const logo = answers.logo && resolve(root, answers.logo);
    const fresh = new Map([
      // A folder of the house's own has none yet; addresses and what a licence forbids to pass on never get into a repository.
      ...(existsSync(join(root, '.gitignore')) ? [] : ([['.gitignore', freshWords.ignored]] as const)),
      ...freshContent({ ...answers, ...(logo && { logo: basename(logo) }) }, today),
    ]);
    // What the house has made its own already stays as it is.
    for (const file of files.own) fresh.delete(file);
    const old = files.example.filter((file) => !fresh.has(file));
    if (ask && !initYes.test((await ask(initWords.agree([...fresh.keys()], old.length))) ?? '')) {
      throw keep();
    }

    remove(root, old);
    // There may be nothing yet in a folder of the house's own.
    makeFolder(join(root, contentFolder));
    if (logo) copyFileSync(logo, join(root, contentFolder, basename(logo)));
    for (const [file, text] of fresh) {
      makeFolder(dirname(join(root, file)));
      writeFileAtomic(join(root, file), text);
    }
    for (const file of fresh.keys()) print(initWords.written(file));
    print(initWords.removed(old.length));
    for (const file of files.own) print(initWords.kept(file));
    const { email, editors = email, abo } = answers;
    print(initWords.assumed(logKeptDays, email, abo ? editors : undefined, readableColours(answers.colour)));
    await sayWhatIsLeft(surroundings);
    return 0;
  },
});

/** The house's colours, where not both are the one that it named. */
function readableColours(wanted: string | undefined) {
  if (!wanted) return undefined;
  const { light, dark } = coloursOf(wanted);
  return light === wanted && dark === wanted ? undefined : { wanted, light, dark };
}

function refuseIfSetUp({ example }: FilesOfHouse, surroundings: Surroundings<'BUILD_DATE'>): void {
  if (example.includes(contentFiles.site) || !existsSync(join(surroundings.root, contentFiles.site))) return;
  const { library } = openProject(surroundings)({ today: workingDay(surroundings), mode: 'preview' });
  throw new UserError(library?.site.example ? initErrors.siteChanged : initErrors.alreadySetUp);
}

/** The check of what was written: it names just what nobody has said. */
async function sayWhatIsLeft(surroundings: Surroundings<'BUILD_DATE'>): Promise<void> {
  const today = workingDay(surroundings);
  const read = openProject(surroundings);
  const reading = await inspected(read({ today, mode: 'publish', release: true }), surroundings);
  const text = formatReading(reading);
  surroundings.print(hasErrors(reading) || reading.problems.length > 0 ? initWords.left + text : initWords.nothingLeft);
  surroundings.print(initWords.next(issueKey(weekOf(today))));
}
