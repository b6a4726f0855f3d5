import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { serverFiles } from '../delivery/server-files.ts';
import { contentFolder } from '../model/content-files.ts';
import type { Library } from '../model/library.ts';
import { type ContentFolder, contentOnDisk } from '../reader/files/content-folder.ts';
import { ifPresent } from '../reader/files/if-present.ts';
import type { Reading } from '../reader/read.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { workingTime } from '../settings/working-day.ts';
import { siteFolder } from '../subscription/web/frame-folder.ts';
import { commandWords } from '../words/commands.ts';
import type { PublicBuildOptions, publicBuildSettings } from './build-settings.ts';
import { type Built, buildSite, type EditedSite } from './build-site.ts';
import { checkForBuild } from './check-for-build.ts';
import { type Compile, openBundle } from './compiled-pages.ts';
import { editedIssues } from './edited-texts.ts';
import { type BuiltOf, noteLibrary, readLibrary } from './known-library.ts';
import { LookBack } from './last-build.ts';
import { lookedContent } from './looked-content.ts';
import { type BegunPictures, beginPictures } from './pictures-ahead.ts';
import { productVersion } from './product.ts';
import { forgetReadings, openEdited, openStore } from './project.ts';
import { formatReading } from './report.ts';
import { leaveFrame } from './service-frame.ts';
import { type Inputs, noteBuilt, spanOf } from './unchanged.ts';

type PublicSurroundings = Surroundings<(typeof publicBuildSettings)[number]>;

/**
 * The build for readers: `dist/` for the public address, with `server/` beside it. Prints what was found in the content
 * and what was done; notes that it was built of these `inputs`. Returns false when there are errors, and nothing was
 * built. The site is locked by the caller.
 */
export async function buildPublicSite(
  surroundings: PublicSurroundings,
  options: PublicBuildOptions,
  inputs: Inputs,
  compile: Compile,
): Promise<boolean> {
  const { print, root } = surroundings;
  const at = workingTime(surroundings);
  // Before anything is read: compiling takes as much memory as ten thousand articles.
  const { lookBack } = inputs;
  const { look } = await openBundle(productVersion(), compile, lookBack?.compiled);
  const there = (lookBack ?? new LookBack(root)).lookAtDist(look);
  // What is suspected may be what was remembered, or a folder's time from which its names are known.
  if (options.full) forgetReadings(root);
  const edited = options.full || options.release ? undefined : readEdit(surroundings, inputs);
  const checked = edited ?? (await readAll(surroundings, options, lookBack));
  if (!checked) return false;
  const { library, report, timed, begun } = checked;
  const { publicUrl, aboUrl } = library.site;
  const finish = (shell: string) => {
    writeServerFiles(library, surroundings);
    if (aboUrl) leaveFrame(siteFolder(surroundings), shell, library, { siteUrl: publicUrl, aboUrl }, surroundings);
  };
  let built: Built;
  try {
    const site = { library, origin: publicUrl, today: at.today, surroundings, options, edited, there, finish };
    built = await buildSite({ ...site, picturesBegun: begun?.made }, compile);
  } finally {
    // Where the site could not be built, nobody waits for them.
    begun?.stop();
  }
  noteBuilt(surroundings, inputs, report, spanOf(at, timed));
  const content = inputs.folders[join(root, contentFolder)];
  if (content) await checked.note({ asked: inputs.asked, content });
  print(commandWords.built('dist', publicUrl, built));
  return true;
}

/** Content that has been read and is in order. */
interface Checked extends Pick<Reading, 'timed'> {
  library: Library;
  report: string;
  /** The pictures that were begun before everything was read. */
  begun?: BegunPictures | undefined;
  /** Notes what is known of it for the next build. */
  note(built: BuiltOf): Promise<void>;
}

async function readAll(
  surroundings: PublicSurroundings,
  options: PublicBuildOptions,
  lookBack: LookBack | undefined,
): Promise<Checked | undefined> {
  const { root } = surroundings;
  const content = lookBack && !options.full ? seenBy(lookBack) : contentOnDisk(root);
  const begun = await beginPictures(surroundings, content, workingTime(surroundings));
  let checked: Awaited<ReturnType<typeof checkForBuild>>;
  try {
    checked = await checkForBuild(surroundings, options.release, content);
  } finally {
    if (!checked) begun?.stop();
  }
  if (!checked) return undefined;
  const { library, report, reading } = checked;
  const note = async (built: BuiltOf) => noteLibrary(root, built, reading, (await openStore(surroundings)).locate);
  return { library, report, timed: reading.timed, begun, note };
}

function seenBy(lookBack: LookBack): ContentFolder {
  return lookedContent(lookBack.root, (name) => lookBack.at(join(lookBack.root, name)).states);
}

/** The content where texts of some issues were edited since the last build and the rest is known to be as it was. */
function readEdit(surroundings: PublicSurroundings, { asked, lookBack }: Inputs): (Checked & EditedSite) | undefined {
  const { root, print } = surroundings;
  const at = workingTime(surroundings);
  const before = lookBack?.last?.folders[join(root, contentFolder)];
  const keys = lookBack && editedIssues(lookBack, asked, at);
  const known = keys && before && readLibrary(root, { asked, content: before });
  const reading = known && openEdited(surroundings, seenBy(lookBack), at, known, keys);
  if (!reading) return undefined;
  const { library, problems, edited: issues } = reading;
  const report = formatReading({ library, problems, withheld: [], all: known.all });
  print(report);
  return {
    ...{ library, report, issues },
    timed: known.timed,
    copies: known.copiesBut(new Set(keys)),
    note: async (built) => known.note(built, problems, issues, (await openStore(surroundings)).locate),
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
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, name);
    // One that stays the same keeps its time, and the disk need not be waited for.
    if (ifPresent(() => readFileSync(file, 'utf8')) !== text) writeFileAtomic(file, text);
  }
}
