import type { Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Terms } from '../model/terms.ts';
import { UserError } from '../model/user-error.ts';
import { checkBody } from '../text/body-check.ts';
import { readMarkdown } from '../text/parse.ts';
import { importErrors, importNotes } from '../words/import.ts';
import { placeholders } from '../words/templates.ts';
import { slugOfTitle } from './article-file.ts';
import { cleanCharacters, withoutDebris } from './clean/characters.ts';
import { mendEmphasis } from './clean/emphasis.ts';
import { type FooterLine, readFooterLine, takeFooterLine } from './clean/footer-line.ts';
import { linksToFootnotes } from './clean/footnotes.ts';
import { recogniseFootnotes } from './clean/footnotes-by-hand.ts';
import { levelHeadings, recogniseHeadings } from './clean/headings.ts';
import { mendLinks } from './clean/links.ts';
import { takeMailFrame } from './clean/mail-frame.ts';
import { toMarkdownTree } from './clean/markdown-tree.ts';
import { mendParagraphs } from './clean/paragraphs.ts';
import { type TakenPictures, takePictures } from './clean/pictures.ts';
import { scriptsToCharacters } from './clean/scripts.ts';
import { simplifyTables } from './clean/tables.ts';
import { type Heads, takeTitle } from './clean/title.ts';
import { recogniseVoices } from './clean/voices.ts';
import { readDocx } from './docx/docx.ts';
import { type FileFormat, formatOf } from './file-format.ts';
import { peopleIn, summaryOf, termsIn } from './guesses.ts';
import { readHtml } from './html/html.ts';
import type { Imported, ImportFile, ImportNotes } from './imported.ts';
import { readEml } from './mail/eml.ts';
import { withoutPrefix } from './mail/mail.ts';
import { readMsg } from './mail/msg.ts';
import { writeMarkdown } from './markdown.ts';
import { readOdt } from './odt/odt.ts';
import type { Source } from './source.ts';
import { readText } from './text/text.ts';

/** Bytes that a file may have. */
export const largestFile = 50_000_000;

/** Characters of an article: a hundred pages, where the house's newsletters have two. */
const longestBody = 200_000;

/** Closing brackets that a text may have: links, footnotes and pictures are written with them. */
const mostBrackets = 3000;

export interface ImportOptions {
  /** A title in the place of the one in the file. */
  title?: string;
  /** The house's terms, to be recognised in the text. */
  terms?: Terms;
}

const readers: Record<FileFormat, (file: ImportFile, notes: ImportNotes) => Source | Promise<Source>> = {
  docx: readDocx,
  odt: readOdt,
  msg: readMsg,
  eml: readEml,
  html: readHtml,
  text: readText,
};

/**
 * A file of another program as a draft article. Nothing that it names is fetched or opened. Throws a UserError where it
 * can't be read: too large, damaged, protected, of another format.
 */
export async function importFile(file: ImportFile, options: ImportOptions = {}): Promise<Imported> {
  if (file.bytes.length > largestFile) throw new UserError(importErrors.tooLarge(file.name, largestFile / 1e6));
  try {
    const notes: ImportNotes = { recognised: [], dropped: [], leftToDo: [] };
    const source = await readers[formatOf(file)](file, notes);
    return compose(file, source, options, notes);
  } catch (error) {
    // Elements within elements, some thousands deep, are more than the stack holds.
    if (error instanceof RangeError) throw new UserError(importErrors.tooDeep(file.name));
    throw error;
  }
}

function compose(file: ImportFile, source: Source, options: ImportOptions, notes: ImportNotes): Imported {
  const tree = cleanTree(source, notes);
  const footer = takeFooter(tree, source, notes);
  recogniseFootnotes(tree);
  const voices = recogniseVoices(tree);
  const byLooks = recogniseHeadings(tree, notes);
  const heads = takeTitle(tree, { isMail: source.mail !== undefined, byLooks });
  const title = titleOf(file, source, heads, options, notes);
  levelHeadings(tree);
  const taken = takePictures(tree, source, slugOfTitle(title), notes);
  if (tree.children.length === 0 && taken.pictures.length === 0) throw new UserError(importErrors.noText(file.name));
  credit(taken, footer, notes);

  const text = tree.children.map((node) => plainText(node, { includeImageAlt: false })).join('\n');
  const { municipality, software } = termsIn(`${title}\n${text}`, options.terms);
  const quoted = peopleIn(text).filter(({ name }) => !voices.some((voice) => voice.name === name));
  const people = [...voices, ...quoted];
  const kind = municipality && people.length > 0 ? 'case-study' : 'news';
  const summary = summaryOf(tree);
  const body = writeMarkdown(tree);
  // Parsers of Markdown take the square of their number in time.
  if (body.split(']').length > mostBrackets) throw new UserError(importErrors.brackets(file.name));
  if (body.length > longestBody) throw new UserError(importErrors.tooLong(file.name, longestBody));

  if (heads.lead) notes.recognised.push(importNotes.lead(heads.lead));
  if (heads.subtitle) notes.recognised.push(importNotes.subtitle(heads.subtitle));
  notes.leftToDo.push(summary ? importNotes.summaryGuessed : importNotes.summaryMissing);
  notes.recognised.push(importNotes.parts(countParts(tree)));
  if (voices.length > 0) notes.recognised.push(importNotes.voices(voices.map(({ name }) => name)));
  if (quoted.length > 0) notes.leftToDo.push(importNotes.people(quoted.map(({ name }) => name)));
  if (municipality) notes.recognised.push(importNotes.municipality(municipality.name));
  if (software.length > 0) notes.recognised.push(importNotes.software(software.map(({ name }) => name)));
  notes.leftToDo.push(kind === 'case-study' ? importNotes.caseStudy : importNotes.kind);
  for (const { finding } of checkBody(readMarkdown(body), body)) {
    notes.leftToDo.push(importNotes.found(finding.found, finding.advice));
  }
  return {
    title,
    body,
    frontMatter: {
      kind,
      ...(heads.subtitle && { subtitle: heads.subtitle }),
      ...(summary && { summary }),
      ...(municipality && { municipality: municipality.slug }),
      software: software.map(({ slug }) => slug),
      people,
      ...(taken.image && { image: taken.image }),
      pictures: taken.records,
    },
    pictures: taken.pictures,
    issue: { ...(footer.issue && { key: footer.issue }), ...(heads.lead && { lead: heads.lead }) },
    notes,
  };
}

/** From the file's HTML to a tree of Markdown without what the file's program has left in it. */
function cleanTree({ tree: html }: Source, notes: ImportNotes): Root {
  linksToFootnotes(html);
  scriptsToCharacters(html);
  simplifyTables(html, notes);
  const tree = toMarkdownTree(html);
  cleanCharacters(tree, notes);
  mendEmphasis(tree);
  mendLinks(tree, notes);
  mendParagraphs(tree);
  return tree;
}

/** The footer line at the end of the text, or in the margin of the pages. */
function takeFooter(tree: Root, source: Source, notes: ImportNotes): FooterLine {
  const found = takeFooterLine(tree);
  if (source.mail) {
    const { subject } = takeMailFrame(tree, source.mail, notes);
    if (subject) source.subject = withoutPrefix(subject) ?? source.subject;
    if (found.lines.length === 0) Object.assign(found, takeFooterLine(tree));
  }
  const margins: string[] = [];
  for (const margin of (source.margins ?? []).map((text) => withoutDebris(text).trim())) {
    const line = readFooterLine(margin);
    if (line?.credit || line?.issue) {
      found.credit ??= line.credit;
      found.issue ??= line.issue;
      found.lines.push(margin);
    } else if (/[\p{L}]{2}/u.test(margin.replace(/\bSeite\b|\bvon\b/g, ''))) margins.push(margin);
  }
  if (margins.length > 0) notes.dropped.push(importNotes.margins(margins));
  if (found.lines.length > 0) notes.recognised.push(importNotes.footerLine(found.lines));
  if (found.issue) notes.recognised.push(importNotes.issue(found.issue));
  if (found.credit) notes.recognised.push(importNotes.credit(found.credit));
  return found;
}

function titleOf(file: ImportFile, source: Source, heads: Heads, options: ImportOptions, notes: ImportNotes): string {
  const clean = (text: string | undefined) => (text ? withoutDebris(text).replace(/\s+/g, ' ').trim() : undefined);
  const inText = clean(heads.title);
  const given = clean(options.title);
  if (given) {
    if (inText && inText !== given) notes.dropped.push(importNotes.titleReplaced(inText));
    return given;
  }
  const guesses = [
    ['subject', clean(source.subject)],
    ['document', clean(source.documentTitle)],
    ['name', titleOfName(file.name)],
  ] as const;
  const [from, guess] = guesses.find(([, text]) => text) ?? [];
  const title = inText ?? guess;
  if (title) notes.recognised.unshift(importNotes.title(title));
  if (!inText) notes.leftToDo.push(guess && from ? importNotes.titleGuessed(from) : importNotes.titleMissing);
  return title ?? placeholders.articleTitle;
}

/** `2025-08-14_neues-buergerbuero final.docx` without what is none of its words. */
function titleOfName(name: string): string | undefined {
  const words = name
    .replace(/\.\w{1,5}$/, '')
    .replace(/[_\s]+/g, ' ')
    .trim();
  return /\p{L}{3}/u.test(words) && words !== '-' ? words : undefined;
}

/** The footer line's credit to the picture that it can only be meant for. */
function credit(taken: TakenPictures, { credit: holder }: FooterLine, notes: ImportNotes): void {
  const records = [...(taken.image ? [taken.image] : []), ...taken.records];
  const [only] = records;
  if (holder && records.length > 1) notes.leftToDo.push(importNotes.creditOfMany(holder));
  else if (holder && only) only.credit = holder;
  else if (holder) {
    taken.image = { withheld: importNotes.withheldReason, credit: holder };
    notes.leftToDo.push(importNotes.creditWithoutPicture(holder));
  }
  const names = records.flatMap(({ file }) => file ?? []);
  if (names.length > 0) notes.leftToDo.push(importNotes.pictureToDo(names));
}

function countParts(tree: Root) {
  const parts = { headings: 0, lists: 0, tables: 0, links: 0, footnotes: 0 };
  visit(tree, (node) => {
    if (node.type === 'heading') parts.headings += 1;
    if (node.type === 'list') parts.lists += 1;
    if (node.type === 'table') parts.tables += 1;
    if (node.type === 'link') parts.links += 1;
    if (node.type === 'footnoteDefinition') parts.footnotes += 1;
  });
  return parts;
}
