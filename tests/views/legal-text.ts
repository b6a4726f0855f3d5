import type { LegalBlock, LegalSection } from '../../src/views/legal/legal-section.ts';

/** What a reader reads in parts of a legal page, a line each; non-breaking spaces as plain ones. */
export function readable(blocks: readonly LegalBlock[]): string[] {
  return blocks.flatMap(linesOf).map((line) => line.replaceAll(/[\u00A0\u202F]/g, ' '));
}

function linesOf(block: LegalBlock): string[] {
  if ('paragraph' in block) return [block.paragraph];
  if ('heading' in block) return [`# ${block.heading}`];
  if ('items' in block) return block.items.map((item) => `- ${item}`);
  if ('facts' in block) return block.facts.map(({ name, values }) => `${name}: ${values.map(valueText).join(' | ')}`);
  if ('link' in block) return [`${block.link.before} ${block.link.text} <${block.link.path}>`];
  return [block.html];
}

const valueText = ({ text, href }: { text: string; href?: string }) => (href ? `${text} <${href}>` : text);

/** The lines of the section with this title; throws if there is none. */
export function section(sections: readonly LegalSection[], title: string): string[] {
  const found = sections.find((one) => one.title === title);
  if (!found) throw new Error(`no section ${title} among ${titles(sections).join(', ')}`);
  return readable(found.blocks);
}

export const titles = (sections: readonly LegalSection[]) => sections.map(({ title }) => title);
