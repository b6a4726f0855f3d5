/** What is said by the folders of issues, and what is wrong there: looked for anew only where something is otherwise. */
import { hash } from 'node:crypto';
import { isRecord } from '../model/field.ts';
import { imageRecords } from '../model/image-credit.ts';
import type { Place } from '../model/problem.ts';
import type { WorkingTime } from '../model/release.ts';
import type { OriginalNames, PictureContext } from './checks/picture-checks.ts';
import { type ContentFolder, isPlain } from './files/content-folder.ts';
import { type IssueFolder, releaseIn, textsOf } from './files/issue-folder.ts';
import { type IssueFacts, issueFacts, type ToldFolder } from './issue-facts.ts';
import { checkIssueFolder } from './issue-folders.ts';
import type { FolderChecks, IssueMemory, IssueState, KnownIssue } from './issue-memory.ts';

/**
 * Checks each folder by itself, and lets it say what is in it. What is known of a folder from before holds as long as its
 * texts, the names of its files and where these lie, and the bytes of its attachments are the same, the originals in
 * `content/licensed/` too, and the day where it has a say. All that depends on other issues is left to others.
 */
export function tellIssues(
  folders: readonly IssueFolder[],
  context: PictureContext,
  at: WorkingTime,
  memory?: IssueMemory,
): ToldFolder[] {
  const { content, originals } = context;
  const place = { content, originals, at };
  const beside = sumOf([content.locate(''), originals.files, placesOf(originals.files, content)]);
  return folders.map((folder): ToldFolder => {
    const inner = content.folders(folder.folder);
    const look = (): { checks: FolderChecks; isAlone: boolean } => checkedAlone(folder, inner, context);
    if (!memory) {
      replay(look().checks, context);
      const finished = () => {
        const facts = issueFacts(folder, place);
        return facts && { facts };
      };
      return { ...folder, finished };
    }

    const state: IssueState = { made: madeOf(folder, inner, beside, context), today: at.today };
    const before = memory.find(folder.folder, state);
    // Another issue has the name of an original since: which of the two is to blame is looked for again.
    const isKnown = before?.known.checks.names.every(([name]) => !context.names.get(name));
    if (before && isKnown) {
      replay(before.known.checks, context);
      let first: KnownIssue | undefined = before.known;
      const finished = () => {
        const known = first ?? memory.find(folder.folder, state)?.known;
        first = undefined;
        return known?.facts && { facts: known.facts, version: before.version };
      };
      return { ...folder, finished, shared: before.known.shared };
    }

    const { checks, isAlone } = look();
    replay(checks, context);
    const told: ToldFolder = {
      ...folder,
      finished() {
        const facts = issueFacts(folder, place);
        if (!isAlone || !facts || hangsOnMoment(folder, at)) return facts && { facts };
        const shared = sharedOf(folder, checks, facts);
        told.shared = shared;
        const now = { ...state, isOfDay: hangsOnDay(folder, at) };
        const version = memory.keep(folder.folder, now, { checks, facts, shared });
        // As it will be found the next time, to the last property.
        return { facts: JSON.parse(JSON.stringify(facts)) as IssueFacts, version };
      },
    };
    return told;
  });
}

/**
 * Changes with all that the rest of the content has to know of an issue: its addresses, ids, links, pictures and terms, in
 * which order it and its articles stand, and what was put right in them.
 */
function sharedOf(
  folder: IssueFolder,
  { placed, withheld, names }: FolderChecks,
  { issue, articles }: IssueFacts,
): string {
  return sumOf([
    folder.files,
    textsOf(folder).map(({ file, isDraft, listed, references }) => [
      ...[file, isDraft, listed],
      references.map(({ kind, url }) => [kind, url]),
    ]),
    ...[placed, withheld, names],
    [issue.path, issue.state, issue.publishedOn, issue.publishedTime],
    articles.map(({ path, number, state, publishedOn, publishedTime, ...one }) => [
      ...[path, number, state, publishedOn, publishedTime],
      ...[one.withdrawn, one.withdrawnOn, one.updatedOn, one.correction, one.formerAddresses, one.attachments],
    ]),
  ]);
}

function replay({ problems, placed, withheld, names }: FolderChecks, context: PictureContext): void {
  problems.forEach(context.report);
  context.placed.push(...placed);
  context.withheld.push(...withheld);
  for (const [name, place] of names) if (!context.names.get(name)) context.names.set(name, place);
}

/** `isAlone`: whether no other issue had a say in it. */
function checkedAlone(
  folder: IssueFolder,
  inner: readonly string[],
  context: PictureContext,
): { checks: FolderChecks; isAlone: boolean } {
  const checks: FolderChecks = { problems: [], placed: [], withheld: [], names: [] };
  const own = new Map<string, Place>();
  let isAlone = true;
  const names: OriginalNames = {
    get(name) {
      const other = context.names.get(name);
      if (other) isAlone = false;
      return own.get(name) ?? other;
    },
    set: (name, place) => own.set(name, place),
    keys: () => own.keys(),
  };
  const report: PictureContext['report'] = (problem) => {
    checks.problems.push(problem);
  };
  checkIssueFolder(folder, inner, { ...context, ...checks, report, names });
  return { checks: { ...checks, names: [...own] }, isAlone };
}

/** Changes with all that a folder's checks and facts are made of, but for the day. */
function madeOf(folder: IssueFolder, inner: readonly string[], beside: string, { content }: PictureContext): string {
  const texts = textsOf(folder);
  const attached = texts.flatMap(({ listed }) => listed.attached);
  return sumOf([
    beside,
    folder.files,
    placesOf(
      folder.files.map((name) => `${folder.folder}/${name}`),
      content,
    ),
    inner,
    texts.map(({ version }) => version),
    attached.map((name) => content.size(`${folder.folder}/${name}`)),
  ]);
}

/** Where files lie whose names a disk may keep in either form of the umlauts: facts hold that place. */
function placesOf(files: readonly string[], content: ContentFolder): string[] {
  return files.filter((file) => !isPlain(file)).map((file) => content.locate(file));
}

function sumOf(value: unknown): string {
  return hash('sha256', JSON.stringify(value), 'base64');
}

/** Whether another day would find something else: what is out, when a licence ends, until when one may register. */
function hangsOnDay(folder: IssueFolder, { today }: WorkingTime): boolean {
  return textsOf(folder).some(({ listed, usable, data }) => {
    const { event } = usable as { event?: { registration?: { deadline?: string } } };
    const isToCome = releaseIn(listed, folder).publishedOn >= today || (event?.registration?.deadline ?? '') >= today;
    return isToCome || (isRecord(data) && imageRecords(data).some(({ image }) => image.expiresOn !== undefined));
  });
}

/** Whether another moment of the day would: of what comes out on it at a time. */
function hangsOnMoment(folder: IssueFolder, { today }: WorkingTime): boolean {
  return textsOf(folder).some(({ listed }) => {
    const { publishedOn, publishedTime } = releaseIn(listed, folder);
    return publishedOn === today && publishedTime !== undefined;
  });
}
