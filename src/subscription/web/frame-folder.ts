/** What the site's build leaves for the service: facts and the shell of its pages. */
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { type ServiceFacts, serviceFactsSchema } from '../../model/service-facts.ts';
import { UserError } from '../../model/user-error.ts';
import type { Surroundings } from '../../settings/surroundings.ts';
import { toMoment } from '../../store/moments.ts';
import type { Moment } from '../../store/schema.ts';
import { serviceErrors } from '../../words/service-errors.ts';
import type { ServiceFrame } from './page.ts';
import { parseShell, plainShell, type Shell } from './shell.ts';

/** Where a build leaves what the Abo has to know of the site. */
export function siteFolder({ root, settings }: Surroundings<'ABO_SITE'>): string {
  return resolve(root, settings.ABO_SITE);
}

const shellFile = 'shell.html';

/**
 * What the site's build left for the service in `folder`, read again when it changes. The last good state stays in
 * use while a build replaces the files. Throws a UserError if there never was one.
 */
export function frameReader(folder: string): () => ServiceFrame {
  const factsFile = join(folder, 'facts.json');
  const changeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  let known: { changed: string; frame: ServiceFrame } | undefined;
  return () => {
    const factsChanged = changeOf(factsFile);
    const changed = `${factsChanged} ${changeOf(join(folder, shellFile))}`;
    if (known && (factsChanged === undefined || changed === known.changed)) return known.frame;
    if (factsChanged === undefined) throw new UserError(serviceErrors.noFacts(factsFile));
    const facts = parseFacts(readFileSync(factsFile, 'utf8'));
    if (facts) known = { changed, frame: { facts, shell: readShell(folder, facts) } };
    if (!known) throw new UserError(serviceErrors.brokenFacts(factsFile));
    return known.frame;
  };
}

/** When a build last left its facts in `folder`; undefined if none ever did. */
export function builtAt(folder: string): Moment | undefined {
  const file = statSync(join(folder, 'facts.json'), { throwIfNoEntry: false });
  return file && toMoment(Temporal.Instant.fromEpochMilliseconds(Math.floor(file.mtimeMs)));
}

/** Leaves facts and shell for the service, each whole. */
export function writeFrame(folder: string, facts: ServiceFacts, shellHtml: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileAtomic(join(folder, shellFile), shellHtml);
  writeFileAtomic(join(folder, 'facts.json'), `${JSON.stringify(facts, null, 2)}\n`);
}

function parseFacts(text: string): ServiceFacts | undefined {
  try {
    return serviceFactsSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function readShell(folder: string, facts: ServiceFacts): Shell {
  const file = join(folder, shellFile);
  const shell = (existsSync(file) && parseShell(readFileSync(file, 'utf8'))) || parseShell(plainShell(facts));
  if (!shell) throw new Error('the plain shell has no slots');
  return shell;
}
