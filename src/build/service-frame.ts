import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { shellPath } from '../model/address.ts';
import type { Library } from '../model/library.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { writeFrame } from '../subscription/web/frame-folder.ts';
import { makeShell } from '../subscription/web/shell.ts';
import { serviceFacts } from '../views/abo/service-facts.ts';

/** Takes the frame of the Abo service's pages out of a site built in `folder`: it is no page of the site. */
export function takeShell(folder: string, origin: string): string {
  const page = readFileSync(join(folder, shellPath, 'index.html'), 'utf8');
  rmSync(join(folder, shellPath), { recursive: true });
  return makeShell(page, origin, (path) => readFileSync(join(folder, path), 'utf8'));
}

/** Leaves in `folder` what the Abo service at `aboUrl` needs of the site at `siteUrl`. */
export function leaveFrame(
  folder: string,
  shell: string,
  library: Library,
  { siteUrl, aboUrl }: { siteUrl: string; aboUrl: string },
  { settings }: Surroundings<'SITE_COMMIT'>,
): void {
  writeFrame(folder, serviceFacts(library, siteUrl, aboUrl, settings.SITE_COMMIT), shell);
}
