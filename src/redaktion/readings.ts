/**
 * The content as the desk reads it: once for each state of the folder, whoever asks and however often, with what earlier runs
 * remember of it. Texts that nobody has saved are laid over it.
 */
import { setImmediate } from 'node:timers/promises';
import { watchContent } from '../build/content-watch.ts';
import { contentFolder } from '../model/content-files.ts';
import type { Library } from '../model/library.ts';
import { timedMoment, type WorkingTime } from '../model/release.ts';
import { watchedContent } from '../reader/files/content-folder.ts';
import { createReaderOfBothModes, type Reading, type ReadOptions } from '../reader/read.ts';
import { type LaidTexts, overlaid } from './files/overlay.ts';
import { openReadingMemory } from './files/reading-memory.ts';
import { type Version, versionOf } from './files/text-files.ts';
import { type Ahead, readAhead } from './read-ahead.ts';

type Mode = ReadOptions['mode'];

/** Which reading is wanted: of which mode, with which texts laid over it, and of which files as a release is built of them. */
interface Wanted {
  mode: Mode;
  laid?: LaidTexts;
  release?: (file: string) => boolean;
}

export interface Readings {
  /** Reads what no earlier run remembers, where that is much, and lets others work in between. */
  readAhead(): Promise<void>;
  /** How far that is, while it is done: a reading would have everybody wait for all of it. */
  ahead(): Ahead | undefined;
  /** A reading of the content as it is now. What its library holds is for everybody: pictures are shown in none of it. */
  read(wanted: Wanted): Reading;
  /** A library of its own, in which whoever shows something can have pictures prepared. */
  libraryToShow(laid?: LaidTexts): Library | undefined;
  /** What `make` makes of the content as it is now, kept until something changes. */
  ofState<Made>(key: string, make: () => Made): Made;
  /** Whoever has just opened a file has this version of it before them: nothing that is read is older. */
  opened(file: string, version: Version): void;
  /** These paths in `content/` have changed, or may have. */
  changed(paths: readonly string[]): void;
  close(): void;
}

/** Seconds after which everything is looked at again, for the disks that tell nobody of a change made elsewhere. */
const patience = 60;

/** One look at the content; its readings are put together when somebody asks. */
interface Look {
  revision: number;
  at: WorkingTime;
  laid: string;
  inMode: (mode: Mode) => Reading;
  known: Partial<Record<Mode, Reading>>;
}

const nothing: LaidTexts = new Map();

/** Readings of the content below `root`: `at` gives the day and moment for which it is published, `now` that of the clock. */
export function openReadings(root: string, at: () => WorkingTime, now: () => Temporal.Instant): Readings {
  const content = watchedContent(root);
  const memory = openReadingMemory(root);
  const over = overlaid({ content, ...memory });
  const look = createReaderOfBothModes(over.content, over.texts, over.issues);
  let revision = 0;
  let isFirst = true;
  let lookedAt = now();
  let kept = new Map<string, unknown>();
  /** In which files were opened last. */
  const versions = new Map<string, Version>();
  const changed = (paths: readonly string[]) => {
    for (const path of paths) content.forget(path);
    revision += 1;
    kept = new Map();
  };
  // Where the machine watches no more folders, all is looked at each time.
  let isWatched = true;
  const lost = () => {
    isWatched = false;
    changed([contentFolder]);
  };
  const stopWatching = watchContent(root, contentFolder, changed, lost, { isAtOnce: true });

  /** Of the content as it lies there, and the last one over which something was laid: it is shown as well as checked. */
  const looks: { base?: Look; laid?: Look } = {};
  const lookAt = (laid: LaidTexts): Look => {
    const time = at();
    const isWhole = !isWatched || isFirst || now().since(lookedAt).total('seconds') > patience;
    if (isWhole && !isFirst) changed([contentFolder]);
    const place = laid.size === 0 ? 'base' : 'laid';
    const key = keyOf(laid);
    const before = looks[place];
    if (before?.revision === revision && before.laid === key && isStill(before, time)) return before;
    // A house that has just begun sees its texts before its legal ones are done.
    const inMode = over.withTexts(laid, () => look({ ...time, isLegalStoodIn: true }));
    // Counted from its end: the first one may take longer than the patience.
    if (isWhole) lookedAt = now();
    isFirst = false;
    const fresh: Look = { revision, at: time, laid: key, inMode, known: {} };
    looks[place] = fresh;
    return fresh;
  };
  const read = (mode: Mode, laid: LaidTexts): Reading => {
    const seen = lookAt(laid);
    const before = seen.known[mode];
    if (before) return before;
    const reading = over.withTexts(laid, () => seen.inMode(mode));
    seen.known[mode] = reading;
    // Not with something laid over it: what nobody asked for is forgotten.
    if (laid.size === 0) memory.save();
    return reading;
  };

  let ahead: Ahead | undefined;
  let isClosed = false;

  return {
    async readAhead() {
      try {
        for (const step of readAhead(over.content, over.texts, at())) {
          ahead = step;
          await setImmediate();
          if (isClosed) return;
        }
      } finally {
        ahead = undefined;
        // A disk that tells of no change may have had some meanwhile: the first look is a whole one.
        content.forget(contentFolder);
      }
    },
    ahead: () => ahead,
    read({ mode, laid = nothing, release }) {
      if (!release) return read(mode, laid);
      return over.withTexts(laid, () => look({ ...at(), release })(mode));
    },
    libraryToShow(laid = nothing) {
      const { inMode } = lookAt(laid);
      return over.withTexts(laid, () => inMode('preview')).library;
    },
    ofState(key, make) {
      lookAt(nothing);
      if (kept.has(key)) return kept.get(key) as ReturnType<typeof make>;
      const made = make();
      // Whatever was kept when it began: that goes when everything is looked at again, which it may have had done.
      kept.set(key, made);
      return made;
    },
    opened(file, version) {
      const known = memory.texts.find(file)?.hash;
      const isNew = known !== undefined && known !== version && versions.get(file) !== version;
      versions.set(file, version);
      if (isNew) changed([file]);
    },
    changed,
    close() {
      isClosed = true;
      stopWatching();
    },
  };
}

function keyOf(laid: LaidTexts): string {
  return [...laid].map(([file, bytes]) => `${file} ${versionOf(bytes)}`).join('\n');
}

/** Whether the same is out as at the moment of a look. */
function isStill({ at: { today, now: then }, known }: Look, { today: day, now }: WorkingTime): boolean {
  if (today !== day) return false;
  if (!now || !then) return now === then;
  const reading = known.publish ?? known.preview;
  if (!reading) return now.equals(then);
  return !reading.timed
    .filter(({ publishedOn }) => publishedOn === today)
    .some((release) => {
      const moment = timedMoment(release)?.toInstant();
      return (
        moment !== undefined && Temporal.Instant.compare(then, moment) < 0 && Temporal.Instant.compare(moment, now) <= 0
      );
    });
}
