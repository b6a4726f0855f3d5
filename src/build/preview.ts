import { setTimeout } from 'node:timers/promises';
import { inspectPictures } from '../images/inspect.ts';
import type { PictureStore } from '../images/picture-store.ts';
import { preparePictures } from '../images/prepare.ts';
import { contentFolder } from '../model/content-files.ts';
import type { Library } from '../model/library.ts';
import { inReadingOrder, isError, type Problem, withUnfinished } from '../model/problem.ts';
import { PassingTrouble, UserError } from '../model/user-error.ts';
import { specialPublicFiles } from '../reader/checks/plain-files.ts';
import { watchedContent } from '../reader/files/content-folder.ts';
import type { Reading } from '../reader/read.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { troubleSentence } from '../settings/trouble.ts';
import { workingTime } from '../settings/working-day.ts';
import { commandWords } from '../words/commands.ts';
import { watchContent } from './content-watch.ts';
import { openContent, openStore } from './project.ts';
import { formatProblem, formatReading } from './report.ts';
import { sharePreview } from './shared-preview.ts';

/** Milliseconds that a page waits for pictures that have to be made: about as long as one of them takes. */
const patience = 1_000;

/** Milliseconds in which a page, which asks several times, has everything looked at once where nothing is watched. */
const freshness = 500;

/** What can be set for it. */
export const previewSettings = ['BUILD_DATE', 'PORT'] as const;

/** The preview while writing: drafts are visible, and it goes on with errors, which terminal and pages show. */
export interface Preview {
  port: number;
  surroundings: Surroundings;
  /**
   * The content as it is shown, never older than the moment at which it is given; without those pictures that take longer to
   * prepare than somebody waits for a page.
   */
  reading(): Promise<Reading>;
  /** All problems of the content as it is now, and the sum of them. */
  describe(): Promise<string>;
  /** Calls `tell` whenever pictures are ready for which no page has waited. */
  onPictures(tell: () => void): void;
  /** Has to be told of the paths in `content/` that have changed, from the first reading on: it looks at nothing twice. */
  changed(paths: readonly string[]): void;
  /** Nobody tells of changes any more: whoever asks has it look at everything. */
  unwatched(): void;
  /** Says once that the system watches no more, and goes on; throws what is a fault of the program. */
  tellUnwatched(error: unknown): void;
}

/** One state of the content, read once for the pages and for the terminal. */
interface Seen {
  revision: number;
  today: string;
  preview: Reading;
  /** As its readers will have it. */
  published(): Reading;
  /** What is wrong with the files of pictures. */
  pictureProblems: Promise<Problem[]>;
  shown?: Promise<Reading>;
}

/**
 * A preview on this port of this machine. Throws a UserError where `public/` holds anything else than files: Astro would
 * hand it out, and watch all that a link leads to.
 */
export function openPreview(
  port: number,
  surroundings: Surroundings<'BUILD_DATE'>,
  clock: () => Temporal.Instant = () => Temporal.Now.instant(),
): Preview {
  const { root, settings } = surroundings;
  const content = watchedContent(root);
  const look = openContent(surroundings, content);
  const special = specialPublicFiles(content);
  if (special.length > 0) throw new UserError(special.map(formatProblem).join('\n\n'));
  const pictures = openStore(surroundings);
  let revision = 0;
  let isWatched = true;
  let isTold = false;
  let lookedAt = clock();
  let current: Seen | undefined;
  let making: Promise<unknown> = Promise.resolve();
  const waiting: (() => void)[] = [];

  const lookAnew = () => {
    if (isWatched || clock().since(lookedAt).total('milliseconds') < freshness) return;
    preview.changed([contentFolder]);
  };
  const see = (): Seen => {
    const at = workingTime({ settings, now: clock() });
    // It goes on past midnight.
    if (current?.revision !== revision || current.today !== at.today) {
      const inMode = look(at);
      const preview = inMode('preview');
      const found = pictures.then((store) => inspectPictures(preview.pictures, store));
      const pictureProblems = found.then((problems) => withUnfinished(problems, preview.isDraft));
      current = { revision, today: at.today, preview, published: () => inMode('publish'), pictureProblems };
      // Counted from its end: it may take longer than that.
      lookedAt = clock();
    }
    return current;
  };
  const prepared = async ({ preview, pictureProblems }: Seen): Promise<Reading> => {
    const problems = inReadingOrder([...preview.problems, ...(await pictureProblems)]);
    if (preview.library) await shown(preview.library, await pictures);
    return { ...preview, problems };
  };
  const tellTrouble = (error: unknown) => {
    // Nobody waits for it who could be told otherwise, and the preview goes on: the next change has it tried again.
    const isPassing = error instanceof PassingTrouble;
    const sentence = isPassing ? undefined : troubleSentence(error);
    surroundings.printError(sentence ?? commandWords.picturesNotMade(isPassing ? error.message : String(error)));
  };
  /** Puts in what is prepared, and has the rest made: pages wait for it a moment, not for a whole archive. */
  const shown = async (library: Library, store: PictureStore) => {
    // Nobody shares a preview.
    const withTitlePictures = false;
    const missing = await preparePictures(library, store, { withTitlePictures, keptOnly: true });
    if (missing === 0) return;
    // One after the other: the next would make the same ones again.
    const made = making.then(() => preparePictures(library, store, { withTitlePictures }));
    making = made.catch(() => {});
    const isMade = await Promise.race([made.then(() => true), setTimeout(patience, false, { ref: false })]);
    if (isMade) return;
    void made.then(() => {
      // Views remember what they have shown: the content is put together once more.
      revision += 1;
      for (const tell of waiting) tell();
    }, tellTrouble);
  };

  const preview: Preview = {
    port,
    surroundings,
    async reading() {
      lookAnew();
      for (;;) {
        const seen = see();
        seen.shown ??= prepared(seen);
        const reading = await seen.shown;
        if (seen.revision === revision) return reading;
      }
    },
    async describe() {
      lookAnew();
      const seen = see();
      const { problems } = seen.preview;
      const pictureProblems = await seen.pictureProblems;
      const published = seen.published();
      const text = formatReading({
        ...published,
        problems: inReadingOrder([...published.problems, ...pictureProblems]),
      });
      const hints = [
        ...(problems.some(isError) ? [commandWords.stillShown] : []),
        ...(problems.some(({ isUnfinished }) => isUnfinished) ? [commandWords.markedInPreview] : []),
      ];
      return [text, ...hints].join('\n');
    },
    onPictures(tell) {
      waiting.push(tell);
    },
    changed(paths) {
      for (const path of paths) content.forget(path);
      revision += 1;
    },
    unwatched() {
      isWatched = false;
    },
    tellUnwatched(error) {
      const sentence = troubleSentence(error);
      if (sentence === undefined) throw error;
      if (!isTold) surroundings.printError(commandWords.previewUnwatched(sentence));
      isTold = true;
    },
  };
  sharePreview(preview);
  return preview;
}

/**
 * Prints what is wrong in the content now, and again after each change that makes a difference; calls `reload` when there is
 * something new to be seen. Returns what ends that.
 */
export async function describeChanges(preview: Preview, reload: () => void): Promise<() => void> {
  const { root, print } = preview.surroundings;
  let said: string | undefined;
  const say = async () => {
    const text = await preview.describe();
    if (text !== said) print(said === undefined ? text : `\n${text}`);
    said = text;
  };
  preview.onPictures(reload);
  // Before the first reading, so that no change is missed.
  const stop = watchContent(
    root,
    contentFolder,
    (paths) => {
      preview.changed(paths);
      reload();
      void say();
    },
    (error) => {
      preview.unwatched();
      preview.tellUnwatched(error);
    },
  );
  preview.changed([contentFolder]);
  await say();
  return stop;
}
