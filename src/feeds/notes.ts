/** What a page shows around an article's text, as paragraphs and lists that every feed reader displays. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { addresses } from '../model/address.ts';
import type { Article, Issue, Site } from '../model/library.ts';
import type { Picture } from '../model/picture.ts';
import { contactFacts, eventFacts, personText, sourceFact } from '../views/article/article-facts.ts';
import { creditLine, creditRemarks } from '../views/parts/credit-line.ts';
import { dayText } from '../views/parts/date.ts';
import type { Fact, FactValue } from '../views/parts/facts.ts';
import { fileLink } from '../views/parts/file-text.ts';
import { issueLabel } from '../views/parts/label.ts';
import { publishedBy } from '../views/site/frame.ts';
import { articleWords } from '../words/articles.ts';
import { frameWords } from '../words/frame.ts';

/** Before the text: when and where an event is. */
export function notesBefore(origin: string, article: Article): Element[] {
  return list(eventFacts(article).map((fact) => named(fact.name, ...values(origin, fact))));
}

/** After the text: correction, people, attachments, source, contact. */
export function notesAfter(origin: string, article: Article): Element[] {
  const { correction, updatedOn, people, attachments, source, contact } = article;
  const sourceValue = sourceFact(source);
  return [
    ...(correction && updatedOn ? [paragraph(articleWords.corrected(dayText(updatedOn).text), correction)] : []),
    ...(people.length > 0 ? [paragraph(articleWords.people(people.length), people.map(personText).join('; '))] : []),
    ...(attachments.length > 0 ? [paragraph(articleWords.attachments)] : []),
    ...list(
      attachments
        .map(fileLink)
        .map(({ title, path, note }) => [link(origin, { text: title, href: path }), ` (${note})`]),
    ),
    ...(sourceValue ? [paragraph(articleWords.source, link(origin, sourceValue))] : []),
    ...(contact
      ? [
          paragraph(
            articleWords.contact,
            ...joined(
              contactFacts(contact).flatMap((fact) => values(origin, fact)),
              ', ',
            ),
          ),
        ]
      : []),
  ];
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

function values(origin: string, fact: Fact): Part[] {
  return joined(
    fact.values.map((value) => link(origin, value)),
    ', ',
  );
}

/** The value, as a link if it leads somewhere; a path gets the origin. */
function link(origin: string, { text, href }: FactValue): Part {
  return href ? h('a', { href: href.startsWith('/') ? origin + href : href }, text) : text;
}

function joined(parts: readonly Part[], separator: string): Part[] {
  return parts.flatMap((part, index) => (index > 0 ? [separator, part] : [part]));
}
