import { createHash, hash } from 'node:crypto';
import { posix } from 'node:path';
import { type Approval, approvalsSchema, approvedPart } from '../../model/approval.ts';
import { contentFiles } from '../../model/content-files.ts';
import type { Day } from '../../model/day.ts';
import type { Problem, Report } from '../../model/problem.ts';
import { isOut, type WorkingTime } from '../../model/release.ts';
import { finding } from '../../words/problems.ts';
import type { ContentFolder } from '../files/content-folder.ts';
import { type IssueFolder, isDraftIn, releaseIn } from '../files/issue-folder.ts';
import { type NamedFiles, namedIn } from '../files/named-files.ts';
import { decode, fieldName } from '../files/parsed-file.ts';
import { checkAgainst } from '../files/schema-findings.ts';
import { readYaml } from '../files/yaml.ts';

/** The approvals that are written down; none where there is no such file, or one that can't be read. */
export function readApprovals(content: ContentFolder, report: Report): Approval[] {
  const file = contentFiles.approvals;
  const bytes = content.read(file);
  const text = bytes && decode(bytes);
  if (text === undefined) return [];
  const yaml = readYaml(text);
  if (Array.isArray(yaml)) {
    for (const { line, finding: found } of yaml) report({ file, line, ...found });
    return [];
  }
  const { value, findings } = checkAgainst(approvalsSchema, yaml.data, yaml);
  for (const { path, finding: found } of findings) {
    report({ file, line: yaml.lineOf(path), field: fieldName(path), ...found });
  }
  return value?.approvals ?? [];
}

/** A file that readers get with a text. */
interface NamedFile {
  name: string;
  /** SHA-256 of its bytes; undefined where it isn't there. */
  sha256: string | undefined;
}

/** What an approval of a text in this state would be of; with what it shows and hands out, where there is anything. */
export function approvalHash(
  bytes: Uint8Array,
  { attached = [], pictured = [] }: { attached?: readonly NamedFile[]; pictured?: readonly NamedFile[] } = {},
): string {
  const whole = createHash('sha256').update(approvedPart(decode(bytes) ?? ''));
  for (const { name, sha256 } of attached) whole.update(`\n${name}\n${sha256 ?? ''}`);
  for (const { name, sha256 } of pictured) whole.update(`\npicture ${name}\n${sha256 ?? ''}`);
  return whole.digest('hex');
}

/** What approvals of a text as it lies there now would be of: all that readers get; without its pictures; the text alone. */
function presentHashes(file: string, content: ContentFolder, named?: NamedFiles): [string, string, string] {
  const bytes = content.read(file) ?? new Uint8Array();
  const names = named ?? namedIn(decode(bytes) ?? '');
  const withHash = (name: string) => ({ name, sha256: hashOf(`${posix.dirname(file)}/${name}`, content) });
  const [attached, pictured] = [names.attached.map(withHash), names.pictured.map(withHash)];
  return [approvalHash(bytes, { attached, pictured }), approvalHash(bytes, { attached }), approvalHash(bytes)];
}

/** What an approval of a text as it lies there now would be of, with the files that it names. */
export function presentApprovalHash(file: string, content: ContentFolder): string {
  return presentHashes(file, content)[0];
}

/** Hashes of files by their places, as long as their state is the same: an attachment may be large. */
const known = new Map<string, { state: string; sha256: string }>();

function hashOf(file: string, content: ContentFolder): string | undefined {
  const [state, place] = [content.state(file), content.locate(file)];
  const before = known.get(place);
  if (state !== undefined && before?.state === state) return before.sha256;
  const bytes = content.read(file);
  const sha256 = bytes && hash('sha256', bytes);
  if (state !== undefined && sha256 !== undefined) known.set(place, { state, sha256 });
  return sha256;
}

/**
 * The approval of a text as it is now; what became of an older one; nothing if it has none. One from before attachments, or
 * pictures, were approved too counts for what it was of, until the text has one that covers more. `named` is what the text
 * names, where somebody knows it already.
 */
export function approvalOf(
  file: string,
  content: ContentFolder,
  approvals: readonly Approval[],
  named?: NamedFiles,
): { approval: Approval; isCurrent: boolean } | undefined {
  const own = approvals.filter((approval) => approval.file === file);
  const last = own.at(-1);
  if (!last) return undefined;
  const ofLess = own.some(({ coversPictures }) => coversPictures)
    ? 0
    : own.some(({ coversAttachments }) => coversAttachments)
      ? 1
      : 2;
  const valid = presentHashes(file, content, named).slice(0, ofLess + 1);
  const current = own.findLast(({ sha256 }) => valid.includes(sha256));
  if (current) return { approval: current, isCurrent: true };
  return { approval: last, isCurrent: false };
}

/**
 * Texts that are to come out on `since` or later and have no approval. In a release that is an error of what is out: what
 * waits for its day may still be changed, and be approved until then.
 */
export function checkApprovals(
  content: ContentFolder,
  since: Day,
  at: WorkingTime,
  folders: readonly IssueFolder[],
  isRelease: boolean,
  report: Report,
): void {
  const approvals = readApprovals(content, report);
  for (const folder of folders) {
    for (const parsed of [folder.index, ...folder.articles.map((article) => article.parsed)]) {
      const release = releaseIn(parsed.listed, folder);
      if (release.publishedOn < since || isDraftIn(folder, parsed)) continue;
      const found = approvalOf(parsed.file, content, approvals, parsed.listed);
      if (found?.isCurrent) continue;
      const problem = found ? finding('approvalOutdated', found.approval) : finding('approvalMissing', {});
      const severity: Problem['severity'] =
        isRelease && isOut(release, at) && isOut(folder.release, at) ? 'error' : 'warning';
      report({ file: parsed.file, line: 1, ...problem, severity });
    }
  }
}
