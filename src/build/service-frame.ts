import type { Library } from '../model/library.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { writeFrame } from '../subscription/web/frame-folder.ts';
import { makeShell } from '../subscription/web/shell.ts';
import { serviceFacts } from '../views/abo/service-facts.ts';
import type { SiteWriter } from './site-writer.ts';

/** The frame of the Abo service's pages, of the page that a site at `origin` has for it and the files that it loads. */
export function takeShell(page: Uint8Array, origin: string, site: SiteWriter): string {
  return makeShell(Buffer.from(page).toString('utf8'), origin, (path) => site.read(path.slice(1)).toString('utf8'));
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
