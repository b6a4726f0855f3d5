import type { Root } from 'mdast';
import type { z } from 'zod';
import { isRecord } from '../../model/field.ts';
import { isGerman } from '../../model/language.ts';
import type { DraftPlaces } from '../../model/library.ts';
import type { FieldFinding, Problem } from '../../model/problem.ts';
import { countWords, prepareWithLines, type Reference, referencesOf } from '../../text/body.ts';
import { checkBody } from '../../text/body-check.ts';
import { checkCharacters } from '../../text/checks/characters.ts';
import { cleanText } from '../../text/clean.ts';
import { anchorsOf } from '../../text/heading-ids.ts';
import { collectFindings, type LineFinding } from '../../text/line-finding.ts';
import { readMarkdown } from '../../text/parse.ts';
import { type Finding, finding } from '../../words/problems.ts';
import { typesetFields } from '../typeset-fields.ts';
import { saysDraft } from './draft-line.ts';
import { readFrontMatter } from './front-matter.ts';
import { type ListedFields, listedFields } from './listed-fields.ts';
import { rescueText } from './rescue.ts';
import { checkAgainst } from './schema-findings.ts';

/** A text as it is shown, and where it stands. */
interface PreparedText {
  /** Prepared for rendering; links still as written. Made anew each time. */
  readonly body: Root;
  /** Lines of the file at which the text's blocks begin. */
  blocks: readonly (number | undefined)[];
  words: number;
  /** Lines are those of the file. */
  references: Reference[];
}

/** A Markdown file as far as it can be understood without the others. */
export interface ParsedFile<Value> extends PreparedText {
  file: string;
  /** Front matter, if it fits the schema. */
  value?: Value;
  /** Front matter as it is written. */
  data: unknown;
  /** The front matter in German typography; as it is where the text is in another language. */
  set?: Value;
  /** The fields that are right by themselves. */
  usable: Partial<Value>;
  /** What of them has to be known of each text. */
  listed: ListedFields;
  /** Whether it says so, readable or not. */
  isDraft: boolean;
  lineOf(path: readonly PropertyKey[]): number;
  /** Of a file that can't be read: what there is of it, for the preview of a draft; nothing is checked in it. */
  rescued?: PreparedText & { usable: Partial<Value>; data: unknown; fields: DraftPlaces['fields'] };
  /** Ids of the text's headings. */
  anchors: ReadonlySet<string>;
  problems: Problem[];
  /** Changes with the file's bytes. */
  version?: string;
}

/** The text of a file as it was meant ({@link cleanText}); undefined if it isn't UTF-8. */
export function decode(bytes: Uint8Array): string | undefined {
  try {
    return cleanText(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** Characters of a file that were damaged on their way; lines count from its beginning. */
export function damagedCharacters(text: string): LineFinding[] {
  const { found, report } = collectFindings();
  checkCharacters(text, report);
  return found;
}

/** Checks of its own that a kind of file has, beside its schema. */
export interface OwnChecks {
  /** Warnings about front matter, well formed or not. */
  advise?: (data: Record<string, unknown>) => FieldFinding[];
  /** Findings about the text; lines count from its beginning. */
  checkText?: (tree: Root, data: unknown) => LineFinding[];
  /** Whether each line of the text is one on the page. */
  keepsLines?: boolean;
}

/** Parses and checks one file by itself. */
export function parseFile<Schema extends z.ZodType>(
  file: string,
  bytes: Uint8Array,
  schema: Schema,
  { advise = () => [], checkText = () => [], keepsLines = false }: OwnChecks = {},
): ParsedFile<z.output<Schema>> {
  const problemAt = (line: number, found: Finding, field?: string): Problem => ({
    file,
    line,
    ...(field && { field }),
    ...found,
  });
  const unreadable = (problems: Problem[]): ParsedFile<z.output<Schema>> => ({
    file,
    data: undefined,
    usable: {},
    listed: listedFields({ usable: {}, data: undefined }),
    isDraft: saysDraft(bytes),
    lineOf: () => 1,
    body: { type: 'root', children: [] },
    blocks: [],
    words: 0,
    rescued: rescued(bytes, schema),
    references: [],
    anchors: new Set(),
    problems,
  });

  const text = decode(bytes);
  if (text === undefined) return unreadable([problemAt(1, finding('notUtf8', {}))]);
  const damaged = damagedCharacters(text).map(({ line, finding: found }) => problemAt(line, found));
  const frontMatter = readFrontMatter(text);
  if (Array.isArray(frontMatter)) {
    return unreadable([...damaged, ...frontMatter.map(({ line, finding: found }) => problemAt(line, found))]);
  }

  const { data, lineOf, bodyLine } = frontMatter;
  const { value, usable, findings } = checkAgainst(schema, data, frontMatter);
  const advice = isRecord(data) ? advise(data) : [];
  const read = readMarkdown(frontMatter.body);
  const { tree } = read;
  // All that is about the text as it was written comes first: preparing changes the tree.
  const problems = [
    ...damaged,
    ...[...findings, ...advice].map(({ path, finding: found }) => problemAt(lineOf(path), found, fieldName(path))),
    ...[...checkBody(read, frontMatter.body, { keepsLines }), ...checkText(tree, data)].map(
      ({ line, finding: found }) => problemAt(line + bodyLine - 1, found),
    ),
  ];
  const prepared = preparedText(tree, data, bodyLine);
  const isDraft = isRecord(data) && data.draft === true;
  const set = value !== undefined && isGerman(languageIn(data)) ? typesetFields(schema, value) : value;
  const listed = listedFields({ value, usable, data });
  const anchors = anchorsOf(prepared.body);
  return { file, data, value, set, usable, listed, isDraft, lineOf, ...prepared, problems, anchors };
}

/** `bodyLine` is the line of the file at which the text begins. Changes the tree. */
function preparedText(tree: Root, data: unknown, bodyLine: number): PreparedText {
  const inFile = (line: number) => line + bodyLine - 1;
  const words = countWords(tree);
  const references = referencesOf(tree).map((reference) => ({ ...reference, line: inFile(reference.line) }));
  const { body, lines } = prepareWithLines(tree, { lang: languageIn(data) });
  return { body, words, references, blocks: lines.map((line) => line && inFile(line)) };
}

function languageIn(data: unknown): string | undefined {
  return isRecord(data) && typeof data.lang === 'string' ? data.lang : undefined;
}

function rescued<Schema extends z.ZodType>(bytes: Uint8Array, schema: Schema) {
  const text = decode(bytes) ?? cleanText(new TextDecoder('windows-1252').decode(bytes));
  const { data, fields, body, bodyLine } = rescueText(text);
  const { usable } = checkAgainst(schema, data);
  return { usable, data, fields, ...preparedText(readMarkdown(body).tree, data, bodyLine) };
}

/** `publishers[1].name`: list entries count from 1, as editors do. */
export function fieldName(path: readonly PropertyKey[]): string | undefined {
  if (path.length === 0) return undefined;
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part + 1}]` : `${index > 0 ? '.' : ''}${String(part)}`))
    .join('');
}
