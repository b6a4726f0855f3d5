import { contentFolders } from '../model/content-files.ts';
import { isRecord } from '../model/field.ts';
import type { Library } from '../model/library.ts';
import type { Problem } from '../model/problem.ts';
import { parseIssueKey } from '../model/week.ts';
import { parseMarkdown } from '../text/parse.ts';
import { checkStyle, type HouseStyle } from '../text/style/style-check.ts';
import { finding } from '../words/problems.ts';
import type { ContentFolder } from './files/content-folder.ts';
import { readFrontMatter } from './files/front-matter.ts';
import { decode } from './files/parsed-file.ts';

/** The style of the house: what `site.md` says, and the names in its terms, which its readers know. */
export function houseStyleOf(library: Library | undefined): HouseStyle {
  if (!library) return { words: [] };
  const { site, terms } = library;
  const names = [...terms.topics, ...terms.municipalities, ...terms.software].map(({ name }) => name);
  return { gender: site.style?.gender, words: [...(site.style?.words ?? []), site.title, ...names] };
}

/** Hints about every issue and article, in the order of their files. */
export function styleHints(content: ContentFolder, house: HouseStyle): Problem[] {
  return content.folders(contentFolders.issues).flatMap((key) => {
    const folder = `${contentFolders.issues}/${key}`;
    return content
      .files(folder)
      .filter((name) => name.endsWith('.md'))
      .flatMap((name) =>
        styleHintsOf(`${folder}/${name}`, content.read(`${folder}/${name}`) ?? new Uint8Array(), house),
      );
  });
}

/** Hints about one text, saved or not; none where its head can't be read, or where it is in another language. */
export function styleHintsOf(file: string, bytes: Uint8Array, house: HouseStyle): Problem[] {
  const text = decode(bytes);
  const frontMatter = text === undefined ? [] : readFrontMatter(text);
  if (Array.isArray(frontMatter) || !isRecord(frontMatter.data)) return [];
  const { data, body, bodyLine, lineOf } = frontMatter;
  if (typeof data.lang === 'string' && !/^de\b/.test(data.lang)) return [];
  const year = parseIssueKey(file.split('/').at(-2) ?? '')?.year;
  if (year === undefined) return [];

  const { municipality, releasedBy, source, kind } = data;
  // A case study without release is a warning already.
  const isUnreleased = typeof municipality === 'string' && !releasedBy && !source && kind !== 'case-study';
  const hints = [
    ...(isUnreleased
      ? [{ line: lineOf(['municipality']), finding: finding('municipalityUnreleased', { municipality }) }]
      : []),
    ...checkStyle(parseMarkdown(body), house, year).map(({ line, finding: found }) => ({
      line: line + bodyLine - 1,
      finding: found,
    })),
  ];
  const excepted = exceptionsIn(data);
  return hints
    .filter(({ finding: { rule } }) => !excepted.has(rule))
    .map(({ line, finding: found }) => ({ file, line, ...found }));
}

function exceptionsIn({ styleExceptions }: Record<string, unknown>): Set<unknown> {
  const list = Array.isArray(styleExceptions) ? styleExceptions : [];
  // Without a reason it is none; the schema says so.
  return new Set(list.flatMap((entry) => (isRecord(entry) && entry.reason ? [entry.rule] : [])));
}
