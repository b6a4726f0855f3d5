import { inspected, openProject } from '../build/project.ts';
import { formatReading, hasErrors } from '../build/report.ts';
import { inReadingOrder } from '../model/problem.ts';
import { UserError } from '../model/user-error.ts';
import { contentOnDisk } from '../reader/files/content-folder.ts';
import { openHunspell } from '../reader/hunspell.ts';
import { type Mended, moved } from '../reader/mended-text.ts';
import { houseStyleOf, styleHints } from '../reader/style-hints.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { workingTime } from '../settings/working-day.ts';
import { commandErrors, reportWords } from '../words/commands.ts';
import { commandHelp } from '../words/help.ts';
import { changeIn } from './check/change.ts';
import { type FindingFormat, findingFormats } from './check/findings.ts';
import { type MendedFile, mend } from './check/mend.ts';
import { defineCommand } from './door/command.ts';

/** `npm run check`: every problem of every file; with `--fix` mends what needs no thought first, `--style` adds hints. */
export const command = defineCommand({
  help: commandHelp.check,
  options: {
    fix: { type: 'boolean' },
    release: { type: 'boolean' },
    style: { type: 'boolean' },
    format: { type: 'string' },
  },
  words: 0,
  settings: ['BUILD_DATE'],
  async run({ flags }, surroundings) {
    const format = formatNamed(flags.format);
    const read = openProject(surroundings);
    const at = workingTime(surroundings);
    const release = flags.release === true;
    if (flags.fix === true) mendAll(() => mend(read({ ...at, mode: 'publish' }), at.today, surroundings), surroundings);
    const reading = await inspected(read({ ...at, mode: 'publish', release }), surroundings);
    const houseStyle = () => houseStyleOf(read({ ...at, mode: 'preview' }).library);
    const speller = flags.style === true ? await openHunspell() : undefined;
    const hints = flags.style === true ? await styleHints(contentOnDisk(surroundings.root), houseStyle(), speller) : [];
    if (format) {
      surroundings.print(findingFormats[format](inReadingOrder([...reading.problems, ...hints])));
      return hasErrors(reading) ? 1 : 0;
    }
    const isUnspelled = flags.style === true && !speller;
    const text = formatReading(reading, { notes: true, hints }) + (isUnspelled ? `\n${reportWords.noSpeller}` : '');
    if (!hasErrors(reading)) {
      surroundings.print(text);
      return 0;
    }
    surroundings.printError(text);
    return 1;
  },
});

/** The format that programs read, if one is asked for. */
function formatNamed(name: unknown): FindingFormat | undefined {
  if (name === undefined || isFormat(name)) return name;
  throw new UserError(commandErrors.findingFormat(String(name), Object.keys(findingFormats)));
}

const isFormat = (name: unknown): name is FindingFormat =>
  typeof name === 'string' && Object.hasOwn(findingFormats, name);

/**
 * Mends until nothing is left that needs no thought: what is mended may show more, as a table below a heading. Tells of
 * all of it with the lines at which it stands in the end.
 */
function mendAll(mendOnce: () => MendedFile[], { print }: Surroundings): void {
  let all: Mended[] = [];
  for (let times = 0; times < 5; times += 1) {
    const files = mendOnce();
    if (files.length === 0) break;
    for (const { file, mended, movedTo } of files) {
      all = all.map((one) => (one.problem.file === file ? moved(one, movedTo) : one));
      all.push(...mended);
    }
  }
  for (const { problem, lines } of all) print(reportWords.mended({ problem, lines: lines.map(changeIn) }));
}
