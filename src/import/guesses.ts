import type { Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Person } from '../model/article.ts';
import type { Terms } from '../model/terms.ts';

/** Characters in a summary that is only a proposal; the field takes 400. */
const mostInSummary = 300;

/** Signs that mean something in Markdown or HTML; a star or a line within a word doesn't. */
const marks = /[<>`~\\[\]{}|]|(?<![\p{L}\p{N}])[*_]|[*_](?![\p{L}\p{N}])|^[#+>-]\s|&#?\w+;/u;

/** The first sentences of the text, as many as are short enough; undefined if it begins with something else. */
export function summaryOf(tree: Root): string | undefined {
  const first = tree.children.find((node) => node.type === 'paragraph' && node.children[0]?.type !== 'image');
  if (!first) return undefined;
  const text = plainText(first, { includeHtml: false }).replace(/\s+/g, ' ').trim();
  let summary = '';
  for (const { segment } of new Intl.Segmenter('de', { granularity: 'sentence' }).segment(text)) {
    if (summary !== '' && (summary + segment).trim().length > mostInSummary) break;
    summary += segment;
    if (summary.length > mostInSummary / 2) break;
  }
  summary = summary.trim();
  // A field of one line shows every sign as it is: what looks like a mark has to be put into words by a person.
  if (marks.test(summary)) return undefined;
  return summary.length > mostInSummary
    ? `${summary.slice(0, mostInSummary).replace(/\s+\S*$/, '')} …`
    : summary || undefined;
}

const speaking =
  'sagt|sagte|verrät|erklärt|erklärte|berichtet|berichtete|betont|betonte|meint|erläutert|ergänzt|erzählt|resümiert|freut sich|so|lobt|bestätigt|weiß';
const capital = String.raw`\p{Lu}[\p{L}’'-]+`;
const saidBy = new RegExp(
  String.raw`[“"«»]\s*,?\s*(?:${speaking})\s+((?:(?:Prof\.|Dr\.)\s+)*${capital}(?:\s+(?:von|van|zu|de)?\s*${capital}){1,3})(?:,\s+((?!der\b|die\b|das\b|und\b)[^.,;:“”"„]{3,90}))?`,
  'gu',
);

/** Who is quoted in the running text, with the function where it is said, behind those whose voices are known. */
export function peopleIn(text: string, voices: readonly Person[]): { people: Person[]; quoted: Person[] } {
  const people = new Map<string, Person>();
  for (const [, name = '', role] of text.matchAll(saidBy)) {
    const known = people.get(name);
    people.set(name, known?.function ? known : { name, ...(role && { function: role.trim() }) });
  }
  const quoted = [...people.values()].filter(({ name }) => !voices.some((voice) => voice.name === name));
  return { people: [...voices, ...quoted], quoted };
}

/** The terms of the house that the text names: of municipalities the one that it names most often. */
export function termsIn(text: string, terms: Terms | undefined) {
  const count = (name: string) => {
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return text.match(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'gu'))?.length ?? 0;
  };
  const [municipality] = (terms?.municipalities ?? [])
    .map((term) => ({ term, times: count(term.name) }))
    .filter(({ times }) => times > 0)
    .sort((a, b) => b.times - a.times);
  const software = (terms?.software ?? []).filter(({ name }) => count(name) > 0);
  return { municipality: municipality?.term, software };
}
