import { inspectPictures } from '../images/inspect.ts';
import { preparePictures } from '../images/prepare.ts';
import { contentFolder } from '../model/content-files.ts';
import { inReadingOrder, isError, type Problem, withUnfinished } from '../model/problem.ts';
import { UserError } from '../model/user-error.ts';
import { specialPublicFiles } from '../reader/checks/plain-files.ts';
import { watchedContent } from '../reader/files/content-folder.ts';
import type { Reading } from '../reader/read.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { workingTime } from '../settings/working-day.ts';
import { commandWords } from '../words/commands.ts';
import { watchContent } from './content-watch.ts';
import { openContent, openStore } from './project.ts';
import { formatProblem, formatReading } from './report.ts';
import { sharePreview } from './shared-preview.ts';

/** What can be set for it. */
export const previewSettings = ['BUILD_DATE', 'PORT'] as const;

/** The preview while writing: drafts are visible, and it goes on with errors, which terminal and pages show. */
export interface Preview {
  port: number;
  surroundings: Surroundings;
  /** The content as it is shown, its pictures prepared; never older than the moment at which it is given. */
  reading(): Promise<Reading>;
  /** All problems of the content as it is now, and the sum of them. */
  describe(): Promise<string>;
  /** Has to be told of the paths in `content/` that have changed, from the first reading on: it looks at nothing twice. */
  changed(paths: readonly string[]): void;
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
  let current: Seen | undefined;

  const see = (): Seen => {
    const at = workingTime({ settings, now: clock() });
    // It goes on past midnight.
    if (current?.revision !== revision || current.today !== at.today) {
      const inMode = look(at);
      const preview = inMode('preview');
      const found = pictures.then((store) => inspectPictures(preview.pictures, store));
      const pictureProblems = found.then((problems) => withUnfinished(problems, preview.isDraft));
      current = { revision, today: at.today, preview, published: () => inMode('publish'), pictureProblems };
    }
    return current;
  };
  const prepared = async ({ preview, pictureProblems }: Seen): Promise<Reading> => {
    const problems = inReadingOrder([...preview.problems, ...(await pictureProblems)]);
    // Nobody shares a preview.
    if (preview.library) await preparePictures(preview.library, await pictures, { withTitlePictures: false });
    return { ...preview, problems };
  };

  const preview: Preview = {
    port,
    surroundings,
    async reading() {
      for (;;) {
        const seen = see();
        seen.shown ??= prepared(seen);
        const reading = await seen.shown;
        if (seen.revision === revision) return reading;
      }
    },
    async describe() {
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
    changed(paths) {
      for (const path of paths) content.forget(path);
      revision += 1;
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
  // Before the first reading, so that no change is missed.
  const stop = watchContent(root, contentFolder, (paths) => {
    preview.changed(paths);
    reload();
    void say();
  });
  preview.changed([contentFolder]);
  await say();
  return stop;
}
