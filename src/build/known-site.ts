import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder } from '../model/content-files.ts';
import { isError } from '../model/problem.ts';
import type { ServiceFacts } from '../model/service-facts.ts';
import { UserError } from '../model/user-error.ts';
import type { Reading } from '../reader/read.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { workingTime } from '../settings/working-day.ts';
import { frameReader, siteFolder } from '../subscription/web/frame-folder.ts';
import { serviceFacts } from '../views/abo/service-facts.ts';
import { openProject } from './project.ts';

type Used = 'ABO_SITE' | 'BUILD_DATE' | 'SITE_COMMIT';

/** What a build left for the service; undefined where none did. */
function builtFacts(surroundings: Surroundings<'ABO_SITE'>): ServiceFacts | undefined {
  try {
    return frameReader(siteFolder(surroundings))().facts;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** The content, where it lies here. */
export function contentHere(surroundings: Surroundings<'BUILD_DATE'>): Reading | undefined {
  if (!existsSync(join(surroundings.root, contentFolder))) return undefined;
  return openProject(surroundings)({ ...workingTime(surroundings), mode: 'publish' });
}

/** The errors that keep a site from being built. */
export function errorsIn(reading: Reading | undefined): Reading['problems'] {
  return (reading?.problems ?? []).filter(isError);
}

/**
 * Who sends and who is told, as `site.md` says now or, where that can't be read, as the last build did: whoever asks what
 * is wrong may have changed it just now.
 */
export function knownSite(surroundings: Surroundings<Used>): ServiceFacts | undefined {
  const library = contentHere(surroundings)?.library;
  if (!library?.site.mail) return builtFacts(surroundings);
  const { publicUrl, aboUrl = publicUrl } = library.site;
  return serviceFacts(library, publicUrl, aboUrl, surroundings.settings.SITE_COMMIT);
}
