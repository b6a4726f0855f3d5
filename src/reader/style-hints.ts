import type { Root } from 'mdast';
import { contentFolders } from '../model/content-files.ts';
import { isRecord } from '../model/field.ts';
import type { Library } from '../model/library.ts';
import type { Problem } from '../model/problem.ts';
import { parseIssueKey } from '../model/week.ts';
import { collectFindings } from '../text/line-finding.ts';
import { parseMarkdown } from '../text/parse.ts';
import { checkSpelling, type Misspelt, type Speller, spelledIn, spelledWords } from '../text/style/spelling.ts';
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

/** Hints about every issue and article, in the order of their files; about their spelling too where there is a speller. */
export async function styleHints(content: ContentFolder, house: HouseStyle, speller?: Speller): Promise<Problem[]> {
  const texts = content.folders(contentFolders.issues).flatMap((key) => {
    const folder = `${contentFolders.issues}/${key}`;
    const names = content.files(folder).filter((name) => name.endsWith('.md'));
    return names.flatMap((name) => readGerman(`${folder}/${name}`, content.read(`${folder}/${name}`)) ?? []);
  });
  const misspelt = await speller?.(texts.flatMap(wordsOf));
  return texts.flatMap((text) => hintsIn(text, house, misspelt));
}

/** Hints about one text, saved or not; none where its head can't be read, or where it is in another language. */
export async function styleHintsOf(
  file: string,
  bytes: Uint8Array,
  house: HouseStyle,
  speller?: Speller,
): Promise<Problem[]> {
  const text = readGerman(file, bytes);
  return text ? hintsIn(text, house, await speller?.(wordsOf(text))) : [];
}

/** A text that hints may be about. */
interface GermanText {
  file: string;
  data: Record<string, unknown>;
  lineOf: (path: PropertyKey[]) => number;
  tree: Root;
  bodyLine: number;
  year: number;
}

function readGerman(file: string, bytes: Uint8Array = new Uint8Array()): GermanText | undefined {
  const text = decode(bytes);
  const frontMatter = text === undefined ? [] : readFrontMatter(text);
  if (Array.isArray(frontMatter) || !isRecord(frontMatter.data)) return undefined;
  const { data, body, bodyLine, lineOf } = frontMatter;
  const year = parseIssueKey(file.split('/').at(-2) ?? '')?.year;
  if (year === undefined || (typeof data.lang === 'string' && !/^de\b/.test(data.lang))) return undefined;
  return { file, data, lineOf, tree: parseMarkdown(body), bodyLine, year };
}

/** Fields of the head that are read as text. */
const spelledFields = ['title', 'subtitle', 'summary', 'lead'];

function headWords({ data, lineOf }: GermanText) {
  return spelledFields.flatMap((field) => {
    const text = data[field];
    return typeof text === 'string' ? spelledIn(text, lineOf([field])) : [];
  });
}

function wordsOf(text: GermanText): string[] {
  return [...headWords(text), ...spelledWords(text.tree)].map(({ word }) => word);
}

function hintsIn(text: GermanText, house: HouseStyle, misspelt?: Misspelt): Problem[] {
  const { file, data, lineOf, tree, bodyLine, year } = text;
  const { municipality, releasedBy, source, kind } = data;
  // A case study without release is a warning already.
  const isUnreleased = typeof municipality === 'string' && !releasedBy && !source && kind !== 'case-study';
  const known = { ...house, words: [...house.words, ...namesIn(data)] };
  const inHead = collectFindings();
  if (misspelt) checkSpelling(headWords(text), misspelt, known.words, inHead.report);
  const hints = [
    ...(isUnreleased
      ? [{ line: lineOf(['municipality']), finding: finding('municipalityUnreleased', { municipality }) }]
      : []),
    ...inHead.found,
    ...checkStyle(tree, known, year, misspelt).map(({ line, finding: found }) => ({
      line: line + bodyLine - 1,
      finding: found,
    })),
  ];
  const excepted = exceptionsIn(data);
  return hints
    .filter(({ finding: { rule } }) => !excepted.has(rule))
    .map(({ line, finding: found }) => ({ file, line, ...found }));
}

/** Whoever the head names: no dictionary has them. */
function namesIn(data: unknown): string[] {
  if (Array.isArray(data)) return data.flatMap(namesIn);
  if (!isRecord(data)) return [];
  return Object.entries(data).flatMap(([key, value]) =>
    typeof value === 'string' && /^(?:name|author|credit|creator|place)$/.test(key) ? [value] : namesIn(value),
  );
}

function exceptionsIn({ styleExceptions }: Record<string, unknown>): Set<unknown> {
  const list = Array.isArray(styleExceptions) ? styleExceptions : [];
  // Without a reason it is none; the schema says so.
  return new Set(list.flatMap((entry) => (isRecord(entry) && entry.reason ? [entry.rule] : [])));
}
