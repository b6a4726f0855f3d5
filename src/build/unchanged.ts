/** Whether there is anything to build at all: known without reading a single text. */
import { hash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { contentFolder, publicFolder } from '../model/content-files.ts';
import { type Release, timedMoment, type WorkingTime } from '../model/release.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { workingDay, workingTime } from '../settings/working-day.ts';
import { commandWords } from '../words/commands.ts';
import type { PublicBuildOptions, publicBuildSettings } from './build-settings.ts';
import { lookAt } from './file-states.ts';
import { type Folders, isWithin, LookBack, noteLastBuild, type Span } from './last-build.ts';
import { knowProduct, productFiles, productRoot, productVersion } from './product.ts';

type PublicSurroundings = Surroundings<(typeof publicBuildSettings)[number]>;

/** The span that a moment lies in, of a day on which these come out at their times. */
export function spanOf({ today, now }: WorkingTime, timed: readonly Release[]): Span {
  const moments = timed
    .filter(({ publishedOn }) => publishedOn === today)
    .flatMap((release) => timedMoment(release)?.epochMilliseconds ?? [])
    .sort((a, b) => a - b);
  const isPast = (moment: number) => now === undefined || moment <= now.epochMilliseconds;
  const from = moments.findLast(isPast);
  const until = moments.find((moment) => !isPast(moment));
  return { ...(from !== undefined && { from }), ...(until !== undefined && { until }) };
}

/** What a build for readers is made of. */
export interface Inputs {
  /** How it is called (`callOf`). */
  call: string;
  /** Changes with what it is told, and with the product. */
  asked: string;
  /** The organisation's folder and the product's, as they are kept for the next build. */
  folders: Folders;
  /** What was looked at to know that, and what it was compared with; none where nobody has looked. */
  lookBack?: LookBack;
}

interface ComparedInputs extends Inputs {
  lookBack: LookBack;
}

export function publicInputs(
  surroundings: PublicSurroundings,
  options: PublicBuildOptions,
  call: string,
  lookBack: LookBack = new LookBack(surroundings.root),
): ComparedInputs {
  const { root, settings } = surroundings;
  const known = lookBack.productIn(productRoot);
  if (known !== undefined) knowProduct(known);
  const own = [contentFolder, publicFolder].map((name) => join(root, name));
  const looks = [...own, join(productRoot, 'src')].map((folder) => [folder, lookBack.at(folder)] as const);
  const files = [productRoot, lookAt(productRoot, { paths: [...productFiles], numbers: new Float64Array() })] as const;
  const all = [...looks, files];
  // The moment of a day has a say only where something comes out at it: that is the span.
  const told = [
    productVersion(),
    workingDay(surroundings),
    { ...settings, BUILD_DATE: undefined },
    { ...options, full: false },
  ];
  return {
    call,
    asked: hash('sha256', JSON.stringify(told)),
    folders: lookBack.kept(Object.fromEntries(all.map(([folder, { states }]) => [folder, states]))),
    lookBack,
  };
}

/** Says so if the site was built of these inputs and all that came of it is still there, and nothing else. Else false. */
export function tellUnchanged(
  { root, print, settings, now }: Pick<Surroundings<'BUILD_DATE'>, 'root' | 'print' | 'settings' | 'now'>,
  inputs: ComparedInputs,
): boolean {
  // A whole day lies behind all of its times.
  const moment = workingTime({ settings, now }).now?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
  const { last } = inputs.lookBack;
  if (last?.asked !== inputs.asked || !isWithin(last.span, moment) || !inputs.lookBack.isAsBefore()) return false;
  for (const text of last.says) print(text);
  // The next time the same call knows it sooner.
  noteLastBuild(root, { ...last, call: inputs.call });
  return true;
}

/** Notes that the site was built of these inputs, and what lies there now, for the next time. */
export function noteBuilt(
  { root, settings }: PublicSurroundings,
  { call, asked, folders }: Inputs,
  report: string,
  span: Span,
): void {
  const beside = [...new Set([join(root, 'server'), resolve(root, settings.ABO_SITE)])];
  const outputs = Object.fromEntries(beside.map((folder) => [folder, lookAt(folder).states]));
  const says = [report, commandWords.unchanged('dist')];
  const product = { version: productVersion(), node: process.version };
  noteLastBuild(root, { call, asked, folders: { ...folders, ...outputs }, product, says, span });
}
