/** What is done at the Redaktion, whoever asks for it in whichever way: open, look, mend, save, restore. */
import { inspectPictures } from '../images/inspect.ts';
import type { PictureStore } from '../images/picture-store.ts';
import { contentFolders } from '../model/content-files.ts';
import type { Day } from '../model/day.ts';
import { mintId } from '../model/identifier.ts';
import type { Library } from '../model/library.ts';
import { type Problem, withUnfinished } from '../model/problem.ts';
import type { ReleaseText, WorkingTime } from '../model/release.ts';
import { UserError } from '../model/user-error.ts';
import { contentOnDisk } from '../reader/files/content-folder.ts';
import { mendedText } from '../reader/mended-text.ts';
import type { Reading } from '../reader/read.ts';
import { houseStyleOf, styleHintsOf } from '../reader/style-hints.ts';
import { workingTime } from '../settings/working-day.ts';
import type { Speller } from '../text/style/spelling.ts';
import { historyWords } from '../words/redaktion.ts';
import { editorWords } from '../words/redaktion-editor.ts';
import { bringBackNamed, takeAwayDropped } from './files/dropped-attachments.ts';
import { type Editor, openHistory, type TextHistory } from './files/history.ts';
import type { LaidTexts } from './files/overlay.ts';
import { type Keep, type Saved, savedText } from './files/save.ts';
import { bytesOf, textIn, type Version, versionOf } from './files/text-files.ts';
import { type InTurn, turns } from './files/turns.ts';
import { openReadings, type Readings } from './readings.ts';
import { type EditedFile, type Edits, editedText } from './text/edited-text.ts';
import { HeadNotEditable } from './text/head-edit.ts';
import { type EditableText, houseFiles, textAt } from './texts.ts';

/** Where the Redaktion works, and the world outside. */
export interface DeskSurroundings {
  root: string;
  /** `BUILD_DATE`: the day or moment that decides what is out; now where none is set. */
  date: ReleaseText | undefined;
  now: () => Temporal.Instant;
  uuid: () => string;
  store: PictureStore;
  /** Undefined where this machine has no dictionary. */
  speller: Speller | undefined;
}

/** A text as it lies on the disk. */
export interface OpenText extends EditableText {
  text: string;
  version: Version;
}

/** A text as somebody has it before them, and what the reader says of it. */
interface Look {
  text: string;
  /** Of this file, from top to bottom; hints about style come last. */
  problems: Problem[];
  /** Of the other texts of its issue, which lie in the same mail. */
  besides: Problem[];
}

export interface Desk {
  root: string;
  history: TextHistory;
  today(): Day;
  /** The moment of it. */
  at(): WorkingTime;
  newId(): string | undefined;
  /** Reads what nobody has read before, where that is much, and lets others work in between. */
  readAhead: Readings['readAhead'];
  /** How far that is, while it is done: everything else here would wait for all of it. */
  ahead: Readings['ahead'];
  /** The publication; undefined where its data are wrong, or not read yet. Waits for nothing. */
  site(): Library['site'] | undefined;
  /** Everything that there is, drafts too; undefined where the site's own data are wrong. */
  library(): Library | undefined;
  /** The same with `edits` made, for whoever shows something of it: pictures are prepared in it. */
  libraryToShow(text?: OpenText, edits?: Edits): Library | undefined;
  /** The files of the site's own data that are wrong, with `edits` made: until they are mended, nothing can be shown. */
  brokenHouseFiles(text?: OpenText, edits?: Edits): string[];
  /** Errors outside of an issue that keep the site, and so the issue, from coming out. */
  errorsBeside(issue: string): Promise<Problem[]>;
  /** Problems of all files, those inside pictures too. */
  allProblems(): Promise<Problem[]>;
  /** Undefined where there is no such text; its `text` is undefined where it isn't UTF-8. */
  open(file: string): OpenText | undefined;
  /** What is wrong with a text as it would be with `edits` made. */
  look(text: OpenText, edits: Edits): Promise<Look>;
  /** The errors that an issue's texts would have in a release with these changes of their heads, by their files. */
  lookForRelease(issue: string, changed: ReadonlyMap<OpenText, Edits['changes']>): Promise<Map<string, Problem[]>>;
  /** The text with everything mended that needs no thought, or only what `wanted` says. */
  mend(text: OpenText, edits: Edits, wanted?: { rule: string; line: number }): Promise<EditedFile>;
  /** `synced` is the text of `version`. */
  save(text: EditableText, edits: Edits, synced: string, version: Version, by: Editor, what?: string): Promise<Saved>;
  /** Puts an earlier state of a text in the place of the one that is open, and what it names with it. */
  restore(text: OpenText, state: { id: string; text: string }, by: Editor, what: string): Promise<Saved>;
  /** Keeps files that were written by other means. Returns why they are not in the history, where they are not. */
  keep: Keep;
  /** One after the other, so that nobody writes between a look and what follows from it. */
  inTurn: InTurn;
  close(): void;
}

/** Opens the Redaktion of an organisation's folder. Throws a UserError where its states can't be kept. */
export async function openDesk({ root, date, now, uuid, store, speller }: DeskSurroundings): Promise<Desk> {
  const disk = contentOnDisk(root);
  const history = await openHistory(root);
  const theTime = () => workingTime({ settings: { BUILD_DATE: date }, now: now() });
  const theDay = () => theTime().today;
  const readings = openReadings(root, theTime, now);
  const published = (laid?: LaidTexts) => readings.read({ mode: 'publish', ...(laid && { laid }) });
  const previewed = (laid?: LaidTexts) => readings.read({ mode: 'preview', ...(laid && { laid }) });
  /** A text that is as it was opened is nothing to be laid over the content. */
  const laidOver = (text?: OpenText, edits?: Edits): LaidTexts | undefined => {
    const edited = text && edits ? editedText(edits, text) : undefined;
    return text && edited !== undefined && edited !== text.text ? new Map([[text.file, bytesOf(edited)]]) : undefined;
  };
  const problemsIn = async (reading: Reading, isWanted: (file: string) => boolean) => {
    const pictures = reading.pictures.filter(({ place }) => isWanted(place.file));
    const inFiles = withUnfinished(await inspectPictures(pictures, store), reading.isDraft);
    return [...reading.problems.filter(({ file }) => isWanted(file)), ...inFiles];
  };
  const look = async (text: OpenText, edits: Edits): Promise<Look> => {
    const edited = editedText(edits, text);
    const reading = published(laidOver(text, edits));
    const wrong = await problemsIn(reading, (file) => file === text.file);
    const folder = `${contentFolders.issues}/${text.issue}/`;
    const besides = reading.problems.filter(({ file }) => file !== text.file && file.startsWith(folder));
    const hints = await styleHintsOf(text.file, bytesOf(edited), houseStyleOf(reading.library), speller);
    const inOrder = (problems: readonly Problem[]) => problems.toSorted((a, b) => a.line - b.line);
    return { text: edited, problems: [...inOrder(wrong), ...inOrder(hints)], besides };
  };
  const allProblems = () =>
    readings.ofState('problems', () => {
      const found = problemsIn(published(), () => true);
      // Whoever asks next has it tried again.
      found.catch(() => readings.changed([]));
      return found;
    });
  const newId = () => {
    const { idAuthority } = published();
    return idAuthority && mintId(idAuthority, theDay(), uuid());
  };
  const keep: Keep = async (files, by, what, first) => {
    readings.changed(files);
    try {
      await history.keep(files, by, what, first);
      return undefined;
    } catch (error) {
      if (error instanceof UserError) return error.message;
      throw error;
    }
  };

  const inTurn = turns();
  const parts = { root, disk, history, keep };

  return {
    root,
    history,
    today: theDay,
    at: theTime,
    newId,
    readAhead: readings.readAhead,
    ahead: readings.ahead,
    site() {
      const ahead = readings.ahead();
      return ahead ? ahead.site : previewed().library?.site;
    },
    library: () => previewed().library,
    libraryToShow: (text, edits) => readings.libraryToShow(laidOver(text, edits)),
    brokenHouseFiles(text, edits) {
      const broken = previewed(laidOver(text, edits)).problems.filter(({ severity }) => severity === 'error');
      return houseFiles.filter((file) => broken.some((problem) => problem.file === file));
    },
    async errorsBeside(issue) {
      const folder = `${contentFolders.issues}/${issue}/`;
      // What is wrong with a draft stops no build.
      return (await allProblems()).filter(
        ({ file, severity, isUnfinished, rule }) =>
          severity === 'error' && !isUnfinished && !file.startsWith(folder) && !rule.startsWith('approval'),
      );
    },
    allProblems,
    async lookForRelease(issue, changed) {
      const laid = [...changed].flatMap(([text, changes]) => [...(laidOver(text, { base: text.text, changes }) ?? [])]);
      const isWanted = (file: string) => file.startsWith(`${contentFolders.issues}/${issue}/`);
      const reading = readings.read({ mode: 'publish', laid: new Map(laid), release: isWanted });
      const errors = (await problemsIn(reading, isWanted)).filter(({ severity }) => severity === 'error');
      return Map.groupBy(
        errors.toSorted((a, b) => a.line - b.line),
        ({ file }) => file,
      );
    },
    open(file) {
      const text = textAt(file, disk);
      const bytes = text && disk.read(file);
      const decoded = bytes && textIn(bytes);
      if (!text || !bytes || decoded === undefined) return undefined;
      const version = versionOf(bytes);
      readings.opened(file, version);
      return { ...text, text: decoded, version };
    },
    look,
    async mend(text, edits, wanted) {
      const { text: edited, problems } = await look(text, edits);
      const id = problems.some(({ rule }) => rule === 'idMissing') ? newId() : undefined;
      const mendable = problems
        .map((problem) => withId(problem, id))
        .filter(({ edits: own, rule, line }) => own && (!wanted || (rule === wanted.rule && line === wanted.line)));
      const { text: mended, mended: done } = mendedText(edited, mendable);
      return { text: mended, count: done.length };
    },
    save: (text, edits, synced, version, by, what = historyWords.saved(text.file)) =>
      inTurn(async () => {
        const mine = editedText(edits, text);
        const present = disk.read(text.file);
        const saved = await savedText(parts, text, { mine, synced, version }, by, what);
        readings.changed([text.file]);
        if (saved.kind === 'conflict' || text.kind !== 'article') return saved;
        // What it named before is what lay there, whatever the browser says that it was.
        const before = (present && versionOf(present) === version && textIn(present)) || '';
        const gone = await takeAwayDropped(parts, text.file, { before, after: saved.text }, by);
        const told = [...gone, ...(await bringBackNamed(parts, text.file, saved, by))];
        return { ...saved, ...(told.length > 0 && { told }) };
      }),
    restore: (open, state, by, what) =>
      inTurn(async () => {
        const { file, kind, text: synced, version } = open;
        const saved = await savedText(parts, open, { mine: state.text, synced, version }, by, what);
        readings.changed([file]);
        if (saved.kind === 'saved' && kind === 'article') await bringBackNamed(parts, file, state, by);
        return saved;
      }),
    keep,
    inTurn,
    close: () => readings.close(),
  };
}

/** An id that is missing is minted; it stands in the second line. */
function withId(problem: Problem, id: string | undefined): Problem {
  if (problem.rule !== 'idMissing' || !id) return problem;
  return { ...problem, edits: [{ from: '', to: `\nid: ${id}`, below: 1 - problem.line }] };
}

/** A sentence for what can't be done to a text, or the error itself. */
export function sentenceFor(error: unknown): string {
  if (error instanceof HeadNotEditable) return editorWords.headNotEditable;
  if (error instanceof UserError) return error.message;
  throw error;
}
