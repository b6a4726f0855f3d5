import { contentFiles } from '../../model/content-files.ts';
import { reservedHostIn } from '../../model/example.ts';
import type { Problem, Report } from '../../model/problem.ts';
import { finding } from '../../words/problems.ts';
import { findLeftovers } from '../example/leftovers.ts';
import type { ContentFolder } from '../files/content-folder.ts';
import { type IssueFolder, textsOf } from '../files/issue-folder.ts';
import { decode, type ParsedFile } from '../files/parsed-file.ts';

/**
 * What is left of the example content must not be published under the name of an organisation that exists. `own` are
 * the site's data, its legal texts and the organisation's own pages; only the files that `isWanted` are looked at.
 */
export function checkRelease(
  content: ContentFolder,
  own: readonly ParsedFile<{ example?: boolean }>[],
  folders: readonly IssueFolder[],
  isWanted: (file: string) => boolean,
  report: Report,
): void {
  const told = new Set<string>();
  const tell: Report = (problem) => {
    if (!isWanted(problem.file)) return;
    told.add(placeOf(problem));
    report(problem);
  };
  for (const parsed of own) checkMark(parsed, tell);
  for (const file of [...own.map(({ file }) => file), contentFiles.terms]) checkHosts(content, file, tell);
  const wanted = folders.filter((folder) => textsOf(folder).some(({ file }) => isWanted(file)));
  const examples = wanted.flatMap(({ folder, index, articles }) => {
    // Where the whole issue is one of the examples, that needs to be said once.
    if (checkId(index, tell)) return [`${folder}/`];
    return articles.flatMap(({ parsed }) => (checkId(parsed, tell) ? [parsed.file] : []));
  });
  const isOwn = (file: string) => isWanted(file) && !examples.some((example) => file.startsWith(example));
  for (const problem of findLeftovers(content, isOwn)) if (!told.has(placeOf(problem))) report(problem);
}

/** Of several pieces of one kind in a line the first is enough; a reserved name may have been found in its own way. */
const placeOf = ({ file, line, rule }: Problem) => `${file}:${line} ${rule}`;

function checkMark({ file, usable, lineOf }: ParsedFile<{ example?: boolean }>, report: Report): void {
  if (usable.example) report({ file, line: lineOf(['example']), field: 'example', ...finding('exampleRelease', {}) });
}

/** Line by line, since such an address may stand in any field and anywhere in a text. */
function checkHosts(content: ContentFolder, file: string, report: Report): void {
  const lines = (decode(content.read(file) ?? new Uint8Array()) ?? '').split('\n');
  const headEnd = file.endsWith('.md') ? lines.indexOf('---', 1) : lines.length;
  for (const [index, text] of lines.entries()) {
    const isComment = index < headEnd && /^\s*#/.test(text);
    const host = isComment ? undefined : reservedHostIn(text);
    if (host) report({ file, line: index + 1, ...finding('exampleHost', { host }) });
  }
}

function checkId({ file, usable, lineOf }: ParsedFile<{ id: string }>, report: Report): boolean {
  const host = usable.id && reservedHostIn(usable.id.replace(/^tag:([^,]*),.*$/s, '$1'));
  if (host) report({ file, line: lineOf(['id']), field: 'id', ...finding('exampleId', { host }) });
  return Boolean(host);
}
