import { createHash } from 'node:crypto';
import { type Approval, approvalsSchema, approvedPart } from '../../model/approval.ts';
import { contentFiles } from '../../model/content-files.ts';
import type { Day } from '../../model/day.ts';
import type { Problem, Report } from '../../model/problem.ts';
import { isOut, type WorkingTime } from '../../model/release.ts';
import { finding } from '../../words/problems.ts';
import type { ContentFolder } from '../files/content-folder.ts';
import { type IssueFolder, isDraftIn, releaseIn } from '../files/issue-folder.ts';
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

/** What an approval of a text's present state would be of. */
export function approvalHash(bytes: Uint8Array): string {
  return createHash('sha256')
    .update(approvedPart(decode(bytes) ?? ''))
    .digest('hex');
}

/** The approval of a text as it is now; what became of an older one; nothing if it has none. */
export function approvalOf(
  file: string,
  content: ContentFolder,
  approvals: readonly Approval[],
): { approval: Approval; isCurrent: boolean } | undefined {
  const own = approvals.filter((approval) => approval.file === file);
  const hash = approvalHash(content.read(file) ?? new Uint8Array());
  const current = own.findLast(({ sha256 }) => sha256 === hash);
  const last = own.at(-1);
  if (current) return { approval: current, isCurrent: true };
  return last && { approval: last, isCurrent: false };
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
      const found = approvalOf(parsed.file, content, approvals);
      if (found?.isCurrent) continue;
      const problem = found ? finding('approvalOutdated', found.approval) : finding('approvalMissing', {});
      const severity: Problem['severity'] =
        isRelease && isOut(release, at) && isOut(folder.release, at) ? 'error' : 'warning';
      report({ file: parsed.file, line: 1, ...problem, severity });
    }
  }
}
