/** The part of a report for machines (RFC 3464; RFC 6533 for addresses beyond ASCII). */
import PostalMime from 'postal-mime';
import type { RecipientStatus } from './recipient-status.ts';
import { saidLine } from './said-line.ts';

/**
 * What the part says of each recipient. Where a server put its words for people only into the text (Exim, older Exchange), that
 * is searched for them.
 */
export async function deliveryStatus(part: string, text: string): Promise<RecipientStatus[]> {
  const blocks = part.split(/\r?\n[ \t]*\r?\n/).filter((block) => block.trim() !== '');
  const found: RecipientStatus[] = [];
  for (const block of blocks) {
    const { headers } = await PostalMime.parse(`${block.trim()}\r\n\r\n`);
    const field = (name: string) => headers.find(({ key }) => key === name)?.value.trim() ?? '';
    const action = field('action')
      .toLowerCase()
      .replace(/[^a-z].*$/, '');
    const status = /[245]\.\d{1,3}\.\d{1,3}/.exec(field('status'))?.[0] ?? '';
    const final = addressIn(field('final-recipient'));
    const original = addressIn(field('original-recipient'));
    // The first block is about the message.
    if (final === '' && original === '' && action === '') continue;
    const diagnostic = field('diagnostic-code').replace(/^[\w-]+\s*;\s*/, '');
    found.push({ final, original, action, status, said: diagnostic || saidLine(text) });
  }
  return found;
}

/** The address behind its type: `rfc822; name@example.org`, xtext and UTF-8 forms decoded (RFC 3461, RFC 6533). */
function addressIn(value: string): string {
  const [, type = '', address = ''] = /^([\w-]+)\s*;\s*(.*)$/s.exec(value) ?? [undefined, '', value];
  const bare = address.trim().replace(/^<|>$/g, '');
  if (/^utf-8$/i.test(type)) {
    return bare.replace(/\\x\{([0-9a-f]{2,6})\}/gi, (_, hex: string) => {
      const point = Number.parseInt(hex, 16);
      return point <= 0x10_ff_ff ? String.fromCodePoint(point) : '';
    });
  }
  // A plus address stays one: of xtext only what it writes for plus and equals sign is read.
  return bare.replaceAll('+2B', '+').replaceAll('+3D', '=');
}
