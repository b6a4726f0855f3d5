import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { importNotes } from '../../words/import.ts';
import { parseHtml } from '../html/html.ts';
import type { ImportNotes } from '../imported.ts';
import { pictureKind } from '../picture-kind.ts';
import type { Source } from '../source.ts';
import { textToHtml } from '../text/text.ts';

/** A mail, whatever kind of file it was in. */
export interface Mail {
  subject: string;
  /** As text; undefined where the mail has no such form. */
  html?: string;
  text?: string;
  attachments: MailAttachment[];
}

export interface MailAttachment {
  name: string;
  bytes: Uint8Array;
  /** Without `<` and `>`: by it the text calls a picture. */
  contentId?: string;
}

const textDocument = /\.(?:docx|odt|msg|eml|html?|txt)$/i;

/** A mail's text, from the form with more in it, and its pictures. Other attachments are told: they are files of their own. */
export function readMail(mail: Mail, notes: ImportNotes): Source {
  const pictures = new Map<string, Uint8Array>();
  const tree = textOf(mail, notes);
  const shown = pictureSources(tree);
  for (const { name, bytes, contentId } of mail.attachments) {
    const src = contentId && `cid:${contentId}`;
    if (src && shown.has(src)) pictures.set(src, bytes);
    else if (/^winmail\.dat$/i.test(name)) notes.dropped.push(importNotes.winmail);
    else if (/\.p7[ms]$/i.test(name)) notes.dropped.push(importNotes.signedMail(name));
    else if (pictureKind(bytes).isPublishable) {
      // A picture that is only attached belongs to the text as well; where, nobody has said.
      const attached = `attachment:${pictures.size + 1}`;
      pictures.set(attached, bytes);
      tree.children.push({ type: 'element', tagName: 'p', properties: {}, children: [pictureElement(attached)] });
      notes.leftToDo.push(importNotes.attachedPicture(name));
    } else if (textDocument.test(name)) notes.leftToDo.push(importNotes.attachedText(name));
    else notes.dropped.push(importNotes.attachment(name));
  }
  return { tree, pictures, subject: withoutPrefix(mail.subject), mail: kindOf(mail.subject) };
}

function textOf({ html, text }: Mail, notes: ImportNotes): Root {
  if (html !== undefined && html.replace(/<[^>]*>|&nbsp;|\s/g, '') !== '') return parseHtml(html, notes);
  return textToHtml(text ?? '');
}

const pictureElement = (src: string): Element => ({
  type: 'element',
  tagName: 'img',
  properties: { src },
  children: [],
});

function pictureSources(tree: Root): Set<string> {
  const found = new Set<string>();
  visit(tree, { tagName: 'img' }, ({ properties }: Element) => {
    const { src } = properties;
    if (typeof src !== 'string' || !src.startsWith('cid:')) return;
    properties.src = `cid:${decodeURIComponent(src.slice(4))}`;
    found.add(properties.src);
  });
  return found;
}

const prefix =
  /^\s*(?:(?:AW|WG|RE|FW|FWD|Antwort|Weitergeleitet|EXTERN|\[EXTERN\])\s*(?:\[\d+\])?\s*:|\[(?:EXTERN|EXT|External)\])\s*/i;

/** A subject as the text's title would be. */
export function withoutPrefix(subject: string): string | undefined {
  let bare = subject.replace(/\s+/g, ' ').trim();
  while (prefix.test(bare)) bare = bare.replace(prefix, '');
  return bare === '' ? undefined : bare;
}

function kindOf(subject: string): Source['mail'] {
  if (/^\s*(?:\[\w+\]\s*)?(?:WG|FW|FWD|Weitergeleitet)\s*:/i.test(subject)) return 'forwarded';
  return /^\s*(?:\[\w+\]\s*)?(?:AW|RE|Antwort)\s*(?:\[\d+\])?\s*:/i.test(subject) ? 'answer' : 'plain';
}
