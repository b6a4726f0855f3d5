/** The parts around an article's text as paragraphs and lists that every feed reader displays. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { addresses } from '../model/address.ts';
import type { Issue, Site } from '../model/library.ts';
import type { Picture } from '../model/picture.ts';
import type { ArticleParts, OpeningLine } from '../views/article/article-parts.ts';
import type { CorrectionEntry } from '../views/issue/corrections.ts';
import { creditLine, creditRemarks } from '../views/parts/credit-line.ts';
import type { FactValue } from '../views/parts/facts.ts';
import { issueLabel } from '../views/parts/label.ts';
import { publishedBy } from '../views/site/frame.ts';
import { correctionWords } from '../words/corrections.ts';
import { frameWords } from '../words/frame.ts';

/** Above the text: the lines that are not said elsewhere, the title as a heading that leads to the page; what a machine did. */
export function openingLines(
  address: string,
  { opening, making }: ArticleParts,
  saidElsewhere: readonly OpeningLine['role'][],
): Element[] {
  const lines = opening
    .filter(({ role }) => !saidElsewhere.includes(role))
    .map(({ role, text, lang }) =>
      role === 'title' ? h('h2', { lang }, h('a', { href: address }, text)) : h('p', { lang }, text),
    );
  return [...lines, ...(making ? [h('p', making)] : [])];
}

/** Before the text: when and where an event is. */
export function notesBefore(origin: string, { event }: ArticleParts): Element[] {
  return list(event.map(({ name, values }) => named(name, ...links(origin, values))));
}

/** After the text. */
export function notesAfter(origin: string, { notes }: ArticleParts): Element[] {
  return notes.flatMap(({ form, title, values }) => {
    if (form !== 'links') return [paragraph(title, ...links(origin, values, form === 'names' ? '; ' : ', '))];
    const items = values.map((value) => [
      link(origin, value),
      ...(value.aside ? [` (${value.aside})`] : []),
      ...(value.description ? [` – ${value.description}`] : []),
    ]);
    return [paragraph(title), ...list(items)];
  });
}

/** A picture with its credit; of a withheld one only whose it is (§ 13 UrhG). */
export function pictureNote(origin: string, picture: Picture): Element {
  const { shown, original, alt = '', caption } = picture;
  const credit: Part[] = [creditLine(picture), ...creditRemarks(picture).flatMap((one) => [', ', link(origin, one)])];
  if (!original || !shown) return h('p', ...credit);
  const { path, width, height } = shown.jpeg;
  const words = [...(caption ? [caption, ' '] : []), ...credit];
  return h('figure', h('img', { src: origin + path, alt, width, height }), h('figcaption', ...words));
}

/** What an issue tells of earlier ones. */
export function correctionNotes(origin: string, entries: readonly CorrectionEntry[]): Element[] {
  if (entries.length === 0) return [];
  const items = entries.map(({ state, title, lang, issue, path, sentence }) => [
    h('strong', `${state}:`),
    ' ',
    link(origin, { text: title, href: path, ...(lang && { lang }) }),
    ` (${issue}). ${sentence}`,
  ]);
  return [h('h2', correctionWords.inIssue), ...list(items)];
}

/** The last line: issue, publisher and imprint (§ 5 DDG), because an entry is read far from the site. */
export function signature(site: Site, origin: string, issue: Issue): Element[] {
  const parts = [
    link(origin, { text: issueLabel(issue.week), href: issue.path }),
    publishedBy(site),
    link(origin, { text: frameWords.imprint, href: addresses.imprint }),
  ];
  return [h('p', ...joined(parts, ' · ')), ...(site.example ? [h('p', frameWords.example)] : [])];
}

type Part = ElementContent | string;

/** `Name: value`, with the name in bold. */
function named(name: string, ...rest: readonly Part[]): Part[] {
  return [h('strong', `${name}:`), ...(rest.length > 0 ? [' ', ...rest] : [])];
}

function paragraph(name: string, ...rest: readonly Part[]): Element {
  return h('p', ...named(name, ...rest));
}

function list(items: readonly (readonly Part[])[]): Element[] {
  return items.length > 0 ? [h('ul', ...items.map((parts) => h('li', ...parts)))] : [];
}

function links(origin: string, values: readonly FactValue[], separator = ', '): Part[] {
  return joined(
    values.map((value) => link(origin, value)),
    separator,
  );
}

/** The value, as a link if it leads somewhere; a path gets the origin. */
function link(origin: string, { text, href, lang }: FactValue): Part {
  return href ? h('a', { href: href.startsWith('/') ? origin + href : href, lang }, text) : text;
}

function joined(parts: readonly Part[], separator: string): Part[] {
  return parts.flatMap((part, index) => (index > 0 ? [separator, part] : [part]));
}
