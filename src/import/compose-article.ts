import type { Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Person } from '../model/article.ts';
import type { Terms } from '../model/terms.ts';
import { UserError } from '../model/user-error.ts';
import { checkBody } from '../text/body-check.ts';
import { readMarkdown } from '../text/parse.ts';
import { importErrors, importNotes } from '../words/import.ts';
import { slugOfTitle } from './article-file.ts';
import { titleOf } from './article-title.ts';
import { cleanTree } from './clean/clean-tree.ts';
import { takeFooter } from './clean/footer.ts';
import type { FooterLine } from './clean/footer-line.ts';
import { recogniseFootnotes } from './clean/footnotes-by-hand.ts';
import { levelHeadings, recogniseHeadings } from './clean/headings.ts';
import { takeClosing, takeMailFrame } from './clean/mail-frame.ts';
import { type TakenPictures, takePictures } from './clean/pictures.ts';
import { type Heads, takeTitle } from './clean/title.ts';
import { recogniseVoices } from './clean/voices.ts';
import { peopleIn, summaryOf, termsIn } from './guesses.ts';
import type { Imported, ImportFile, ImportNotes, PictureRecord } from './imported.ts';
import { withoutPrefix } from './mail/mail.ts';
import { writeMarkdown } from './markdown.ts';
import type { Source } from './source.ts';

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

interface Composing extends ImportOptions {
  file: ImportFile;
  source: Source;
  notes: ImportNotes;
}

/** Makes the article of what a format's reader has read. Throws a UserError where there is no text, or too much. */
export function composeArticle({ file, source, notes, title: wanted, terms }: Composing): Imported {
  const tree = cleanTree(source, notes);
  const takeFrame = () => {
    if (!source.mail) return takeClosing(tree, notes);
    const inner = takeMailFrame(tree, source.mail, notes).subject;
    if (inner) source.subject = withoutPrefix(inner) ?? source.subject;
  };
  const footer = takeFooter(tree, source.margins ?? [], takeFrame, notes);
  recogniseFootnotes(tree);
  const voices = recogniseVoices(tree);
  const byLooks = recogniseHeadings(tree, notes);
  const heads = takeTitle(tree, { isMail: source.mail !== undefined, byLooks });
  const title = titleOf(file, source, heads, wanted, notes);
  levelHeadings(tree);
  const taken = takePictures(tree, source, slugOfTitle(title), notes);
  if (tree.children.length === 0 && taken.pictures.length === 0) {
    throw new UserError(importErrors.noText(file.name, notes.dropped));
  }
  giveCredit(taken, footer, notes);

  const body = writeMarkdown(tree);
  refuseTooMuch(body, file.name);
  const text = tree.children.map((node) => plainText(node, { includeImageAlt: false })).join('\n');
  const guesses = { ...termsIn(`${title}\n${text}`, terms), ...peopleIn(text, voices), summary: summaryOf(tree) };
  tell(tree, heads, voices, guesses, notes);
  for (const { finding } of checkBody(readMarkdown(body), body)) {
    notes.leftToDo.push(importNotes.found(finding.found, finding.advice));
  }
  const { municipality, software, people, summary } = guesses;
  return {
    title,
    body,
    frontMatter: {
      kind: kindOf(guesses),
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

/** Longer ones are no articles, and the parser of Markdown takes the square of some marks' number in time. */
function refuseTooMuch(body: string, name: string): void {
  if (body.split(']').length > mostBrackets) throw new UserError(importErrors.brackets(name));
  if (body.length > longestBody) throw new UserError(importErrors.tooLong(name, longestBody));
}

interface Guesses extends ReturnType<typeof termsIn>, ReturnType<typeof peopleIn> {
  summary?: string;
}

/** Where a municipality is named and somebody speaks, it is a case study. */
function kindOf({ municipality, people }: Guesses): 'case-study' | 'news' {
  return municipality && people.length > 0 ? 'case-study' : 'news';
}

function tell(tree: Root, heads: Heads, voices: readonly Person[], guesses: Guesses, notes: ImportNotes): void {
  const { municipality, software, quoted, summary } = guesses;
  const names = (people: readonly { name: string }[]) => people.map(({ name }) => name);
  if (heads.lead) notes.recognised.push(importNotes.lead(heads.lead));
  if (heads.subtitle) notes.recognised.push(importNotes.subtitle(heads.subtitle));
  const parts = countParts(tree);
  if (Object.values(parts).some((count) => count > 0)) notes.recognised.push(importNotes.parts(parts));
  if (voices.length > 0) notes.recognised.push(importNotes.voices(names(voices)));
  if (municipality) notes.recognised.push(importNotes.municipality(municipality.name));
  if (software.length > 0) notes.recognised.push(importNotes.software(names(software)));
  notes.leftToDo.push(summary ? importNotes.summaryGuessed : importNotes.summaryMissing);
  if (quoted.length > 0) notes.leftToDo.push(importNotes.people(names(quoted)));
  notes.leftToDo.push(kindOf(guesses) === 'case-study' ? importNotes.caseStudy : importNotes.kind);
}

/**
 * The footer line's credit to the picture that it can only be meant for. What stands below a picture is nearer to it: where
 * the two differ, that is told.
 */
function giveCredit(taken: TakenPictures, { credit: holder }: FooterLine, notes: ImportNotes): void {
  const records = [...(taken.image ? [taken.image] : []), ...taken.records];
  const [only] = records;
  const isKnown = records.some(({ credit }) => credit === holder);
  if (holder && records.length > 0 && records.every((record) => taken.credited.has(record))) {
    const nearer = records.flatMap(({ file, credit }) => (file && credit ? { file, credit } : []));
    if (!isKnown) notes.leftToDo.push(importNotes.creditsDiffer(holder, nearer));
  } else if (holder && records.length > 1) notes.leftToDo.push(importNotes.creditOfMany(holder));
  else if (holder && only) only.credit = holder;
  else if (holder) {
    taken.image = { withheld: importNotes.withheldReason, credit: holder };
    notes.leftToDo.push(importNotes.creditWithoutPicture(holder));
  }
  tellMissing(records, notes);
}

/** What each picture still lacks. */
function tellMissing(records: readonly PictureRecord[], notes: ImportNotes): void {
  for (const group of Map.groupBy(records, (record) => missingIn(record).join()).values()) {
    const [first] = group;
    const names = group.flatMap(({ file }) => file ?? []);
    if (first && names.length > 0) notes.leftToDo.push(importNotes.pictureToDo(names, missingIn(first)));
  }
}

/** The licence is never in the file. */
function missingIn({ credit, alt }: PictureRecord) {
  return [...(credit ? [] : ['credit' as const]), 'licence' as const, ...(alt ? [] : ['alt' as const])];
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
