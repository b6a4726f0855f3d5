import { articlePath, issuePath } from '../model/address.ts';
import { type ArticleFrontMatter, adviseOnArticle, articleSchema } from '../model/article.ts';
import { parseArticleFileName } from '../model/article-file-name.ts';
import { contentFolders } from '../model/content-files.ts';
import { lastDayOf } from '../model/event.ts';
import { adviseOnIssue, issueSchema } from '../model/issue.ts';
import type { Report } from '../model/problem.ts';
import { type Release, releaseOf } from '../model/release.ts';
import { parseIssueKey, thursdayOf, weekExists, weekRange, weeksIn } from '../model/week.ts';
import { nearest } from '../text/nearest.ts';
import { finding } from '../words/problems.ts';
import { checkCredits } from './checks/credit-checks.ts';
import { checkFiles, unknownFolder } from './checks/folder-checks.ts';
import { checkNewText } from './checks/new-text.ts';
import { checkPictures, type PictureContext } from './checks/picture-checks.ts';
import type { ContentFolder } from './files/content-folder.ts';
import type { FileParser } from './files/file-parser.ts';
import { type ArticleFile, type IssueFolder, releaseIn, textsOf } from './files/issue-folder.ts';
import type { ParsedFile } from './files/parsed-file.ts';

/** Reads every folder of `content/issues/`. What can't be an issue at all goes to `report`. */
export function readIssueFolders(content: ContentFolder, parse: FileParser, report: Report): IssueFolder[] {
  const root = contentFolders.issues;
  for (const name of content.files(root)) {
    report({ file: `${root}/${name}`, line: 1, ...unknownFolder(name, content.folders(root)) });
  }
  return content.folders(root).flatMap((key) => readIssueFolder(content, key, parse, report) ?? []);
}

/** Reads an issue's folder; undefined if it can't be an issue at all, which goes to `report`. */
export function readIssueFolder(
  content: ContentFolder,
  key: string,
  parse: FileParser,
  report: Report,
): IssueFolder | undefined {
  const folder = `${contentFolders.issues}/${key}`;
  const week = parseIssueKey(key);
  if (!week) {
    report({ file: folder, line: 1, ...unknownFolder(key, content.folders(contentFolders.issues)) });
    return undefined;
  }
  if (!weekExists(week)) {
    const facts = { key, weeks: weeksIn(week.year), year: week.year };
    report({ file: folder, line: 1, ...finding('impossibleWeek', facts) });
    return undefined;
  }
  const files = content.files(folder);
  if (!files.includes('index.md')) {
    report({ file: folder, line: 1, ...finding('indexMissing', {}) });
    return undefined;
  }

  const index = parse(`${folder}/index.md`, issueSchema, { advise: adviseOnIssue, checkText: checkNewText });
  const release: Release = index.listed.publishedOn
    ? releaseOf(index.listed.publishedOn)
    : { publishedOn: thursdayOf(week) };
  const articles: ArticleFile[] = [];
  for (const name of files) {
    const parts = parseArticleFileName(name);
    if (!parts) continue;
    const parsed = parse(`${folder}/${name}`, articleSchema, { advise: adviseOnArticle, checkText: checkNewText });
    articles.push({ ...parts, path: articlePath(week, parts.slug), parsed });
  }
  articles.sort((a, b) => a.number - b.number);

  return { key, folder, path: issuePath(week), week, release, index, articles, files };
}

/** Compares the files of a folder with each other and with the day; what is wrong goes to the context's `report`. */
export function checkIssueFolder(issue: IssueFolder, inner: readonly string[], context: PictureContext): void {
  const { index, articles, release } = issue;
  const { report } = context;
  for (const parsed of textsOf(issue)) {
    parsed.problems.forEach(report);
    checkInFolder(issue, parsed, parsed.usable, report);
  }
  checkPictures(index, { ...issue, publishedOn: release.publishedOn }, context);
  for (const { parsed, slug } of articles.toSorted((a, b) => Number(a.parsed.isDraft) - Number(b.parsed.isDraft))) {
    const { publishedOn } = releaseIn(parsed.usable, issue);
    checkPictures(parsed, { ...issue, slug, publishedOn }, context);
  }
  checkCredits(issue, report);
  checkNumbers(articles, report);
  checkFiles(issue, inner, report);
}

function checkInFolder(
  issue: IssueFolder,
  parsed: ParsedFile<unknown>,
  value: Partial<ArticleFrontMatter>,
  report: Report,
): void {
  const { week, files } = issue;
  const { publishedOn: published } = releaseIn(value, issue);
  const at = (path: PropertyKey[], field?: string) => ({ file: parsed.file, line: parsed.lineOf(path), field });
  if (value.publishedOn) {
    const { first, last } = weekRange(week);
    if (published < first || published > last) {
      const facts = { day: published, first, last };
      report({ ...at(['publishedOn'], 'publishedOn'), ...finding('dayOutsideWeek', facts) });
    }
  }

  const needFile = (path: PropertyKey[], field: string, file: string | undefined) => {
    if (!file || files.includes(file)) return;
    report({ ...at(path, field), ...finding('fileNotFound', { file, nearest: nearest(file, files) }) });
  };
  value.attachments?.forEach((attachment, i) => {
    needFile(['attachments', i, 'file'], `attachments[${i + 1}].file`, attachment.file);
  });
  const lastDay = value.event && lastDayOf(value.event);
  if (lastDay && lastDay < published && value.withdrawn === undefined) {
    const facts = { day: lastDay, published };
    report({ ...at(['event', 'start'], 'event.start'), ...finding('eventBeforePublication', facts) });
  }
  if (value.updatedOn && value.updatedOn < published) {
    const facts = { updated: value.updatedOn, published };
    report({ ...at(['updatedOn'], 'updatedOn'), ...finding('updatedEarly', facts) });
  }
  if (value.withdrawnOn && value.withdrawnOn < published) {
    const facts = { withdrawn: value.withdrawnOn, published };
    report({ ...at(['withdrawnOn'], 'withdrawnOn'), ...finding('withdrawnEarly', facts) });
  }
}

function checkNumbers(articles: ArticleFile[], report: Report): void {
  const byNumber = new Map<number, string>();
  for (const { number, parsed } of articles) {
    const other = byNumber.get(number);
    if (other) report({ file: parsed.file, line: 1, ...finding('duplicateNumber', { number, other }) });
    else byNumber.set(number, parsed.file);
  }
}
