/**
 * What a build for readers knew of the library when it was done, so that one of the same content in which some texts were
 * edited makes few things of it. Two records: one of all, and a small one of what edits have changed since.
 */
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Issue } from '../model/library.ts';
import type { Problem } from '../model/problem.ts';
import { type ContentBefore, shownElsewhere } from '../reader/edited-issues.ts';
import { type KeptLibrary, keptLibrary } from '../reader/kept-library.ts';
import type { Reading } from '../reader/read.ts';
import type { Copy } from './copies.ts';
import type { FolderStates } from './file-states.ts';
import { type Locate, packedIssue, putPictures, unpackedIssue } from './finished-issue.ts';
import { clearOtherForms } from './record-forms.ts';
import { readSealed, writeSealed } from './sealed-record.ts';
import { sumOfState } from './site-state.ts';

/** What a site was built of, and what its build left. */
export interface BuiltOf {
  /** Changes with what the build was told, with the product and with the day. */
  asked: string;
  /** What lay in `content/`. */
  content: FolderStates;
}

/** The record of all. Lists of the same of each issue are one text. */
interface Whole {
  library: Omit<KeptLibrary, 'issues'> & { issues: string };
  shared: string;
  owners: string;
  files: string;
  related: ReadonlyMap<string, string>;
  all: Reading['all'];
  timed: Reading['timed'];
  ofIssues: string;
}

/** The record of what has changed since. It says of which record of all, and of which build. */
interface Since {
  whole: number;
  asked: string;
  content: number;
  site: number;
  problems: readonly Problem[];
  blamed: ReadonlySet<string>;
  /** By the key of the issue; the texts of {@link Whole.ofIssues} of those that were edited, and their titles. */
  ofIssues: Map<string, string>;
  titles: Map<string, string>;
}

/** Raise it when records are written in another form: whatever version runs finds only those that it can understand. */
const form = 2;

/** More issues that were edited since are worth a new record of all. */
const mostSince = 100;

const wholeOf = (root: string) => join(root, '.cache', `library-${form}`);
const sinceOf = (root: string) => join(root, '.cache', `library-${form}-since`);

/** Can't be in an address, a path or JSON. */
const between = '\0';

/** What is known of the library before an edit. */
export interface KnownLibrary extends ContentBefore, Pick<Reading, 'all' | 'timed'> {
  /** The files that are copied for all issues but these. */
  copiesBut(keys: ReadonlySet<string>): Copy[];
  /** Notes what the build of the edited issues has left. */
  note(built: BuiltOf, problems: readonly Problem[], edited: readonly Issue[], locate: Locate): void;
}

/** None where the last build was of something else, or more was edited since than is worth it. */
export function readLibrary(root: string, { asked, content }: BuiltOf): KnownLibrary | undefined {
  const since = readSealed(sinceOf(root), form)?.value as Since | undefined;
  const isOfThis = since?.asked === asked && since.content === sumOf(content) && since.site === sumOfState(root);
  if (!since || !isOfThis || since.ofIssues.size > mostSince) return undefined;
  const record = readSealed(wholeOf(root), form);
  if (record?.sum !== since.whole) return undefined;
  const whole = record.value as Whole;
  const issues = unpackedIssues(whole.library.issues);
  const library: KeptLibrary = {
    ...whole.library,
    issues: issues.map((issue) => ({ ...issue, title: since.titles.get(issue.key) ?? issue.title })),
  };
  const numbers = new Map(issues.map(({ key }, number) => [key, number]));
  const lists = new Map<string, string[]>();
  const ofKey = (list: string, key: string) => {
    const all = lists.get(list) ?? list.split(between);
    lists.set(list, all);
    return all[numbers.get(key) ?? -1] ?? '';
  };
  const ofIssue = (key: string) => (since.ofIssues.get(key) ?? ofKey(whole.ofIssues, key)) || undefined;
  return {
    library,
    related: whole.related,
    problems: since.problems,
    blamed: since.blamed,
    all: whole.all,
    timed: whole.timed,
    sharedOf: (key) => ofKey(whole.shared, key) || undefined,
    addresses: () => ({ owners: unpackedMap(whole.owners), files: unpackedMap(whole.files) }),
    complete(issue) {
      const added = unpackedIssue(ofIssue(issue.key));
      if (added) putPictures(issue, added.pictures);
    },
    copiesBut: (keys) =>
      library.issues
        .flatMap(({ key }) => (!keys.has(key) && unpackedIssue(ofIssue(key))) || [])
        .flatMap(({ copies }) => copies),
    note(built, problems, edited, locate) {
      const [ofIssues, titles] = [new Map(since.ofIssues), new Map(since.titles)];
      for (const issue of edited) {
        ofIssues.set(issue.key, packedIssue(issue, locate));
        titles.set(issue.key, issue.title);
      }
      noteSince(root, built, { ...since, problems, ofIssues, titles });
    },
  };
}

/** Notes what a build of all of the content has read and made. */
export function noteLibrary(
  root: string,
  built: BuiltOf,
  { library, known, problems, all, timed }: Reading,
  locate: Locate,
): void {
  if (!library) return;
  const { shared, addresses, related, ofFolders } = known();
  const { issues, ...others } = keptLibrary(library);
  const folder = (file: string) => file.slice(0, file.lastIndexOf('/'));
  const shown = library.articles.filter(({ path }) => related.has(path));
  const whole: Whole = {
    library: { ...others, issues: packedIssues(issues) },
    shared: library.issues.map(({ file }) => shared.get(folder(file)) ?? '').join(between),
    owners: packedMap(addresses.owners),
    files: packedMap(addresses.files),
    ...{ all, timed },
    related: new Map(shown.map((article) => [article.path, shownElsewhere(article)])),
    ofIssues: library.issues.map((issue) => packedIssue(issue, locate)).join(between),
  };
  clearOtherForms(root, 'library', form);
  const sum = writeSealed(wholeOf(root), form, whole);
  const blamed = new Set(problems.filter((problem) => !ofFolders.has(problem)).map(({ file }) => file));
  noteSince(root, built, { whole: sum, problems, blamed, ofIssues: new Map(), titles: new Map() });
}

function noteSince(root: string, { asked, content }: BuiltOf, since: Omit<Since, 'asked' | 'content' | 'site'>): void {
  const site = sumOfState(root);
  if (site !== undefined) writeSealed(sinceOf(root), form, { ...since, asked, content: sumOf(content), site });
}

function sumOf({ numbers }: FolderStates): number {
  return crc32(Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength));
}

/** No key and no path holds a line end; the title, which may, comes last. */
function packedIssues(issues: KeptLibrary['issues']): string {
  return issues.map(({ key, title, articles }) => [key, articles.length, ...articles, title].join('\n')).join(between);
}

function unpackedIssues(text: string): KeptLibrary['issues'] {
  if (text === '') return [];
  return text.split(between).map((issue) => {
    const [key = '', count, ...rest] = issue.split('\n');
    return { key, title: rest.slice(Number(count)).join('\n'), articles: rest.slice(0, Number(count)) };
  });
}

function packedMap(map: ReadonlyMap<string, string>): string {
  return [...map].flat().join(between);
}

function unpackedMap(text: string): Map<string, string> {
  const all = text.split(between);
  const map = new Map<string, string>();
  for (let index = 0; index + 1 < all.length; index += 2) map.set(all[index] ?? '', all[index + 1] ?? '');
  return map;
}
