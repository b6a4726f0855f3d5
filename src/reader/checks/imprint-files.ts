import { contentFolder, legalFolder } from '../../model/content-files.ts';
import type { Report } from '../../model/problem.ts';
import { finding } from '../../words/problems.ts';
import type { ContentFolder } from '../files/content-folder.ts';

/** Whether a file is named as if it were the imprint, which is made of `site.md`. */
export function seemsImprint(name: string): boolean {
  return /^impressum(?:\.(?:md|markdown|txt|docx?|html?))?$/i.test(name);
}

/** Imprints as files, beside `site.md` and the legal texts, where nobody would read them. */
export function checkImprintFiles(content: ContentFolder, report: Report): void {
  for (const folder of [contentFolder, legalFolder]) {
    for (const name of content.files(folder).filter(seemsImprint)) {
      report({ file: `${folder}/${name}`, line: 1, ...finding('imprintFile', { name }) });
    }
  }
}
