import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { serverFiles } from '../delivery/server-files.ts';
import type { Library } from '../model/library.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { siteFolder } from '../subscription/web/frame-folder.ts';
import { commandWords } from '../words/commands.ts';
import type { SiteBuild } from './build-site.ts';
import { checkForBuild } from './check-for-build.ts';
import { leaveFrame } from './service-frame.ts';

/** What can be set for it. */
export const publicBuildSettings = ['BUILD_DATE', 'SITE_COMMIT', 'ABO_SITE', 'ABO_HOST', 'ABO_PORT'] as const;

/**
 * The build for readers: `dist/` for the public address, with `server/` beside it. Prints what was found in the content;
 * undefined when there are errors, so that nothing may be built. `release` refuses example data too.
 */
export async function openPublicBuild(
  surroundings: Surroundings<(typeof publicBuildSettings)[number]>,
  release = false,
): Promise<SiteBuild | undefined> {
  const library = await checkForBuild(surroundings, release);
  if (!library) return undefined;
  const { publicUrl, aboUrl } = library.site;
  return {
    library,
    origin: publicUrl,
    surroundings,
    finish(shell) {
      writeServerFiles(library, surroundings);
      if (aboUrl) leaveFrame(siteFolder(surroundings), shell, library, { siteUrl: publicUrl, aboUrl }, surroundings);
      surroundings.print(commandWords.built('dist', publicUrl));
    },
  };
}

/** Writes what web servers need beside the files: `server/`, for each kind of server its own. */
function writeServerFiles(
  { redirects, site, legal }: Library,
  { root, settings }: Surroundings<'ABO_HOST' | 'ABO_PORT'>,
): void {
  const entries = readdirSync(join(root, 'dist'), { withFileTypes: true })
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
    .filter((name) => !/\.(?:br|gz)$/.test(name))
    .sort();
  const { publicUrl, aboUrl } = site;
  const { serverLog } = legal.datenschutz;
  const formTargets = aboUrl && aboUrl !== publicUrl ? [aboUrl] : [];
  const files = serverFiles({
    origin: publicUrl,
    formTargets,
    redirects,
    entries,
    log: serverLog === 'none' ? undefined : serverLog,
    service: aboUrl ? { host: settings.ABO_HOST, port: settings.ABO_PORT } : undefined,
  });
  const folder = join(root, 'server');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileAtomic(join(folder, name), text);
}
