import type { Link, Parents, PhrasingContent, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { z } from 'zod';
import { importNotes } from '../../words/import.ts';
import type { ImportNotes } from '../imported.ts';

/** Parameters that tell the sender who has followed a link; none of them changes the page. */
const tracking =
  /^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|mc_[ce]id|_hs(?:enc|mi)|hsctatracking|mkt_tok|(?:pk|mtm|piwik|matomo)_\w+|oly_(?:anon|enc)_id|vero_id|wickedid|trk|trk_\w+|ck_subscriber_id|cleverpush\w*|wt_(?:mc|zmc)|et_(?:cid|rid)|nl_id|newsletter_id|sc_cid|s_cid)$/i;

/** The address that is meant: not that of the gateway that was put before it, and without what tracks the reader. */
function cleanAddress(url: string): string {
  // Word writes a place on the page behind the address, in quotation marks.
  const meant = behindGateway(url.replace(/["\s].*$/s, ''));
  if (!/^https?:/i.test(meant) || !URL.canParse(meant)) return meant;
  const parsed = new URL(meant);
  const names = [...parsed.searchParams.keys()].filter((name) => tracking.test(name));
  if (names.length === 0) return meant;
  // By hand: URL would write the other parameters in another way.
  const query = parsed.search
    .slice(1)
    .split('&')
    .filter((pair) => !tracking.test(decodeName(pair)))
    .join('&');
  return meant.replace(/\?[^#]*/, query === '' ? '' : `?${query}`);
}

const decodeName = (pair: string) => {
  const name = pair.replace(/=.*/s, '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
};

/** Outlook's Safe Links, Proofpoint's and Google's redirections carry the address within theirs. */
function behindGateway(url: string): string {
  if (!URL.canParse(url)) return url;
  const { hostname, searchParams, pathname } = new URL(url);
  if (hostname.endsWith('.safelinks.protection.outlook.com')) return searchParams.get('url') ?? url;
  if (/^www\.google\.\w+$/.test(hostname) && pathname === '/url') {
    return searchParams.get('q') ?? searchParams.get('url') ?? url;
  }
  if (hostname === 'urldefense.com') return /\/v3\/__(.+?)__;/.exec(url)?.[1] ?? url;
  return url;
}

const bareAddress = /(?:https?:\/\/|www\.)[^\s<>„“"]+[^\s<>„“"“.,;:!?)\]]/gi;

/** Mends all links of a tree: their addresses, those that lead nowhere outside the file, and addresses that stand bare. */
export function mendLinks(tree: Root, notes: ImportNotes): void {
  const cleaned = new Set<string>();
  visit(tree, 'link', (link, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const url = withScheme(cleanAddress(link.url));
    if (url !== link.url && url !== withScheme(link.url)) cleaned.add(link.url);
    const holdsPicture = link.children.some(({ type }) => type === 'image');
    if (!leadsOut(url) || holdsPicture || plainText(link).trim() === '') {
      if (holdsPicture && leadsOut(url)) notes.dropped.push(importNotes.linkOfPicture(url));
      else if (plainText(link).trim() !== '' && !link.url.startsWith('#')) {
        notes.dropped.push(importNotes.linkDropped(plainText(link).trim(), link.url));
      }
      parent.children.splice(index, 1, ...(link.children as typeof parent.children));
      return [SKIP, index];
    }
    link.url = url;
    spacesOutside(link, index, parent);
    nameBareLink(link);
    return SKIP;
  });
  visit(tree, 'text', (text, index, parent) => {
    if (!parent || index === undefined || parent.type === 'link') return undefined;
    const parts = linkBareAddresses(text.value);
    if (parts.length === 1 && parts[0]?.type === 'text') return undefined;
    parent.children.splice(index, 1, ...(parts as typeof parent.children));
    return [SKIP, index + parts.length];
  });
  if (cleaned.size > 0) notes.dropped.push(importNotes.trackingDropped(cleaned.size));
}

const withScheme = (url: string) => (/^www\.[\w-]+\./i.test(url) ? `https://${url}` : url);

function leadsOut(url: string): boolean {
  return (/^https?:\/\/[^/\s]*[\p{L}\p{N}]/iu.test(url) && URL.canParse(url)) || /^(?:mailto|tel):\S/i.test(url);
}

/** ` [Wort ](…)weiter`: spaces at the edges of the words belong before and behind the link. */
function spacesOutside(link: Link, index: number, parent: Parents): void {
  const first = link.children[0];
  const last = link.children.at(-1);
  const before = first?.type === 'text' ? (/^\s+/.exec(first.value)?.[0] ?? '') : '';
  const after = last?.type === 'text' ? (/\s+$/.exec(last.value)?.[0] ?? '') : '';
  if (first?.type === 'text') first.value = first.value.trimStart();
  if (last?.type === 'text') last.value = last.value.trimEnd();
  const space = (value: string): PhrasingContent[] => (value === '' ? [] : [{ type: 'text', value: ' ' }]);
  const siblings = parent.children as PhrasingContent[];
  if (after) siblings.splice(index + 1, 0, ...space(after));
  if (before) siblings.splice(index, 0, ...space(before));
}

/** A link whose words are an address gets its host and path for them: readers see where it leads, and no `https://`. */
function nameBareLink(link: Link): void {
  const text = plainText(link).trim();
  if (/^(?:https?:\/\/|www\.)\S+$/i.test(text))
    link.children = [{ type: 'text', value: addressInWords(cleanAddress(text)) }];
}

function addressInWords(url: string): string {
  return url
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/\/$/, '');
}

function linkBareAddresses(text: string): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let at = 0;
  for (const { 0: found, index } of text.matchAll(bareAddress)) {
    const url = withScheme(cleanAddress(found));
    if (!z.url().safeParse(url).success) continue;
    if (index > at) parts.push({ type: 'text', value: text.slice(at, index) });
    parts.push({ type: 'link', url, children: [{ type: 'text', value: addressInWords(url) }] });
    at = index + found.length;
  }
  if (at < text.length || parts.length === 0) parts.push({ type: 'text', value: text.slice(at) });
  return parts;
}
