import { join } from 'node:path';
import { inspectPictures } from '../images/inspect.ts';
import { pictureFolder } from '../images/picture-folder.ts';
import { openPictureStore, type PictureStore } from '../images/picture-store.ts';
import { contentFolders } from '../model/content-files.ts';
import type { Library } from '../model/library.ts';
import { inReadingOrder, withUnfinished } from '../model/problem.ts';
import type { WorkingTime } from '../model/release.ts';
import { type ContentBefore, type EditedReading, readEdited } from '../reader/edited-issues.ts';
import { type ContentFolder, contentOnDisk } from '../reader/files/content-folder.ts';
import type { IssueMemory } from '../reader/issue-memory.ts';
import {
  createReader,
  createReaderOfBothModes,
  type ReaderOfBothModes,
  type Reading,
  type ReadOptions,
} from '../reader/read.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { type IssuePack, openIssuePack } from './issue-pack.ts';
import { forgetPack } from './pack.ts';
import { productVersion } from './product.ts';
import { refuseWithoutContent } from './project-folder.ts';
import { openTextPack, type TextPack } from './text-pack.ts';

/** Folders in which readings are remembered for the next one. */
const memories = (root: string) => ({ issues: join(root, '.cache', 'issues'), texts: join(root, '.cache', 'texts') });

/** Has the content in a folder read as if for the first time. */
export function forgetReadings(root: string): void {
  for (const [name, folder] of Object.entries(memories(root))) forgetPack(folder, name);
}

/** What readings of the project remember for the next one. */
export function openMemories(root: string): { texts: TextPack; issues: IssuePack } {
  const { texts, issues } = memories(root);
  return { texts: openTextPack(texts, productVersion()), issues: openIssuePack(issues, productVersion()) };
}

/** The reader of the project that a command works on. */
export function openProject(
  surroundings: Pick<Surroundings, 'root' | 'progress'>,
  content = contentOnDisk(surroundings.root),
): (options: ReadOptions) => Reading {
  const issues = openIssuePack(memories(surroundings.root).issues, productVersion());
  const look = openContent(surroundings, content, issues);
  return ({ mode, ...at }) => {
    const reading = look(at)(mode);
    issues.save();
    return reading;
  };
}

/** The content after an edit of these issues, if nothing else has to be looked at for it. */
export function openEdited(
  { root }: Pick<Surroundings, 'root'>,
  content: ContentFolder,
  at: WorkingTime,
  before: ContentBefore,
  keys: readonly string[],
): EditedReading | undefined {
  const issues = openIssuePack(memories(root).issues, productVersion(), { isWanted: false });
  const texts = openTextPack(memories(root).texts, productVersion());
  const reading = readEdited(content, texts, issues, at, before, keys);
  for (const memory of [texts, issues]) memory.save({ ofSome: true });
  return reading;
}

/**
 * What the newest folders of issues show by themselves, at most so many; what is wrong with them is for the reading of
 * everything to say, which finds their texts read.
 */
export function readNewest(
  { root }: Pick<Surroundings, 'root'>,
  content: ContentFolder,
  at: WorkingTime,
  most: number,
): Library | undefined {
  const texts = openTextPack(memories(root).texts, productVersion());
  const { library } = createReader(withNewest(content, most), texts)({ ...at, mode: 'publish' });
  texts.save({ ofSome: true });
  return library;
}

/** Content of which only the newest issues are seen: names of folders are in the order of their weeks. */
function withNewest(content: ContentFolder, most: number): ContentFolder {
  return {
    ...content,
    folders: (folder) =>
      folder === contentFolders.issues ? content.folders(folder).slice(-most) : content.folders(folder),
    listedOnce: () => withNewest(content.listedOnce(), most),
  };
}

/** The same of a `content`, for whoever wants both modes of one state of it, and is its own memory of issues if it has none. */
export function openContent(
  { root, progress }: Pick<Surroundings, 'root' | 'progress'>,
  content: ContentFolder,
  issues?: IssueMemory,
): ReaderOfBothModes {
  refuseWithoutContent(root);
  const texts = openTextPack(memories(root).texts, productVersion(), progress);
  const look = createReaderOfBothModes(content, texts, issues);
  return (at) => {
    const inMode = look(at);
    texts.save();
    return inMode;
  };
}

/** The reading with what is wrong with the files of its pictures. */
export async function inspected(reading: Reading, surroundings: Surroundings): Promise<Reading> {
  const found = await inspectPictures(reading.pictures, await openStore(surroundings));
  return { ...reading, problems: inReadingOrder([...reading.problems, ...withUnfinished(found, reading.isDraft)]) };
}

/** The prepared pictures of the project. */
export function openStore({ root }: Surroundings): Promise<PictureStore> {
  return openPictureStore(join(root, pictureFolder));
}
