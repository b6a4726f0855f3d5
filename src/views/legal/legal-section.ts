/** The parts that a legal page is made of: the same for the statement on accessibility and the notice on privacy. */
import { typeset } from '../../text/typography.ts';
import type { Fact } from '../parts/facts.ts';

export type LegalBlock =
  | { paragraph: string }
  /** A heading below that of the section. */
  | { heading: string }
  | { items: readonly string[] }
  | { facts: readonly Fact[] }
  | { link: { before: string; text: string; path: string } }
  /** The organisation's own text. */
  | { html: string };

export interface LegalSection {
  title: string;
  blocks: readonly LegalBlock[];
}

/** Sections as they are shown, in German typography. Texts from content have gone through it and stay as they are. */
export function typesetSections(sections: readonly LegalSection[]): LegalSection[] {
  return sections.map(({ title, blocks }) => ({ title, blocks: blocks.map(typesetBlock) }));
}

export function typesetBlock(block: LegalBlock): LegalBlock {
  if ('paragraph' in block) return { paragraph: typeset(block.paragraph) };
  if ('heading' in block) return { heading: typeset(block.heading) };
  if ('items' in block) return { items: block.items.map((item) => typeset(item)) };
  return block;
}

export const paragraphs = (...texts: readonly (string | undefined)[]): LegalBlock[] =>
  texts.filter((text) => text !== undefined).map((text) => ({ paragraph: text }));
