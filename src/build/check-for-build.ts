import type { Library } from '../model/library.ts';
import type { ContentFolder } from '../reader/files/content-folder.ts';
import type { Reading } from '../reader/read.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { workingTime } from '../settings/working-day.ts';
import { reportWords } from '../words/commands.ts';
import { inspected, openProject } from './project.ts';
import { formatReading, hasErrors } from './report.ts';

/**
 * Checks the content, on disk if none is given, and prints what was found; undefined when there are errors, so that nothing
 * may be built.
 */
export async function checkForBuild(
  surroundings: Surroundings<'BUILD_DATE'>,
  release = false,
  content?: ContentFolder,
): Promise<{ library: Library; report: string; reading: Reading } | undefined> {
  const read = openProject(surroundings, content);
  const reading = await inspected(read({ ...workingTime(surroundings), mode: 'publish', release }), surroundings);
  const text = formatReading(reading);
  const { library } = reading;
  if (library && !hasErrors(reading)) {
    surroundings.print(text);
    return { library, report: text, reading };
  }
  surroundings.printError(`${text}\n${reportWords.notBuilt}`);
  return undefined;
}
