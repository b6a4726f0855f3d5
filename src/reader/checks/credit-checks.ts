import { isRecord } from '../../model/field.ts';
import { imageRecords } from '../../model/image-credit.ts';
import type { Report } from '../../model/problem.ts';
import { finding } from '../../words/problems.ts';
import { type IssueFolder, textsDraftsLast } from '../files/issue-folder.ts';
import { fieldName } from '../files/parsed-file.ts';

/** A credit in the form in which two are compared: how its line is folded is not part of it. */
export function comparable(credit: string): string {
  return credit.replace(/\s+/g, ' ').trim();
}

/** A picture that several texts of an issue show has one author, whom all of them name in the same words. */
export function checkCredits(issue: IssueFolder, report: Report): void {
  const first = new Map<string, { credit: string; place: string; file: string; list: unknown }>();
  for (const { file, data, lineOf } of textsDraftsLast([issue])) {
    for (const { path, image } of isRecord(data) ? imageRecords(data) : []) {
      if (!image.file || !image.credit || !issue.files.includes(image.file)) continue;
      const credit = comparable(image.credit);
      const at = [...path, 'credit'];
      const here = { credit, place: `${file}:${lineOf(at)}`, file, list: path[0] };
      const other = first.get(image.file);
      if (!other) first.set(image.file, here);
      // Two records in one list are told as what they are, one too many.
      else if (other.credit !== credit && !(other.file === file && other.list === path[0])) {
        const facts = { file: image.file, credit, other };
        report({ file, line: lineOf(at), field: fieldName(at), ...finding('creditsDiffer', facts) });
      }
    }
  }
}
