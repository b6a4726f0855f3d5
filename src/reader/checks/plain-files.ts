import { contentFolder, publicFolder } from '../../model/content-files.ts';
import type { Problem, Report } from '../../model/problem.ts';
import { finding } from '../../words/problems.ts';
import type { ContentFolder } from '../files/content-folder.ts';

/** Links, pipes, sockets and devices among the organisation's files: what they lead to was never meant for readers. */
export function checkPlainFiles(content: ContentFolder, report: Report): void {
  // Hidden names in content/ are no content: programs keep their own files there, some of them as links.
  for (const { path, kind } of content.specialFiles(contentFolder, false)) report(problemOf(path, kind));
  for (const problem of specialPublicFiles(content)) report(problem);
}

/** Those in `public/`, which goes into the site whole, hidden names too. */
export function specialPublicFiles(content: ContentFolder): Problem[] {
  return content.specialFiles(publicFolder, true).map(({ path, kind }) => problemOf(path, kind));
}

function problemOf(path: string, kind: ReturnType<ContentFolder['specialFiles']>[number]['kind']): Problem {
  return { file: path, line: 1, ...finding('notAPlainFile', { path, kind }) };
}
