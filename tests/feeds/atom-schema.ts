/** Whether a document is an Atom feed by RFC 4287. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RelaxNGValidator, XmlDocument } from 'libxml2-wasm';
import type { Element } from 'xast';
import { elements, rootOf, textIn } from './xml-tree.ts';

const grammar = readFileSync(join(import.meta.dirname, '../fixtures/atom/atom.rng'));
const validator = RelaxNGValidator.fromDoc(XmlDocument.fromBuffer(grammar));

/** What the RFC has against the document: by its grammar, then by the rules that a grammar can't express. */
export function atomFaults(xml: string): string[] {
  const document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
  } catch (error) {
    return [String(error)];
  } finally {
    document.dispose();
  }
  const feed = rootOf(xml);
  return [...authorFaults(feed), ...[feed, ...elements(feed, 'entry')].flatMap(linkFaults), ...idFaults(feed)];
}

/** Sections 4.1.1 and 4.1.2: an author on the feed, or on each entry. */
function authorFaults(feed: Element): string[] {
  const isAnonymous = (one: Element) => elements(one, 'author').length === 0;
  if (!isAnonymous(feed)) return [];
  const entries = elements(feed, 'entry');
  return entries.length === 0 || entries.some(isAnonymous) ? ['an entry without an author'] : [];
}

/** The same sections: alternate links differ in type or language, and an entry without content has one. */
function linkFaults(parent: Element): string[] {
  const alternates = elements(parent, 'link').filter(
    ({ attributes }) => (attributes.rel ?? 'alternate') === 'alternate',
  );
  const kinds = alternates.map(({ attributes }) => `${attributes.type} ${attributes.hreflang}`);
  const isBare = parent.name === 'entry' && alternates.length + elements(parent, 'content').length === 0;
  return [
    ...(new Set(kinds).size < kinds.length ? ['two alternate links of one kind'] : []),
    ...(isBare ? ['an entry with neither content nor address'] : []),
  ];
}

/** Programs take two entries with one id for versions of the same. */
function idFaults(feed: Element): string[] {
  const ids = elements(feed, 'entry').flatMap((entry) => elements(entry, 'id').map(textIn));
  return new Set(ids).size < ids.length ? ['two entries with one id'] : [];
}
