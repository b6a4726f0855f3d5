import type { Root, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { importNotes } from '../../words/import.ts';
import type { ImportNotes } from '../imported.ts';
import type { Source } from '../source.ts';
import { linesOf } from './lines.ts';

const headerLine =
  /^\*{0,2}(?:Von|From|Gesendet|Sent|Datum|Date|An|To|Cc|Kopie|Betreff|Subject|Antwort an|Reply-To|Wichtigkeit|Priorität)\s*:/i;
const separator =
  /^[\s>*]*-{2,}\s*(?:Ursprüngliche Nachricht|Original ?(?:Message|nachricht)|Weitergeleitete Nachricht|Forwarded message|Anfang der weitergeleiteten Nachricht)\s*:?\s*-*\s*$/i;
const begins = /^(?:Anfang der weitergeleiteten (?:Nachricht|E-Mail)|Begin forwarded message)\s*:?$/i;
const answerLine = /^(?:Am|On)\b.{6,120}\b(?:schrieb|wrote)\b.{0,80}:$/is;
const greeting =
  /^(?:Mit\s+(?:freundlichen|besten|herzlichen|kollegialen)\s+Gr(?:üßen|uß|üssen)|(?:Viele|Beste|Freundliche|Herzliche|Liebe|Schöne)\s+Grüße|MfG\b|Best regards|Kind regards|Gruß\b)/i;

/** Words that may stand below the greeting and still be a signature. */
const mostInSignature = 150;

/** The same outside of mails, where a name with function and house follows at most. */
const mostInClosing = 30;

/**
 * Takes off what a mail has around a text: the header and cover note of a forwarded one, what an answer quotes, the
 * signature. All of it is told, and so is from whom the text was. Returns the subject of the forwarded mail.
 */
export function takeMailFrame(tree: Root, mail: Source['mail'], notes: ImportNotes): { subject?: string } {
  const found: { subject?: string } = {};
  for (let header = findHeader(tree.children); header; header = findHeader(tree.children)) {
    const above = tree.children.slice(0, header.from);
    const isAnswer = mail === 'answer' || (mail === 'plain' && wordsIn(above) > 60);
    if (isAnswer) {
      notes.dropped.push(importNotes.quotedMail(excerpt(tree.children.slice(header.from))));
      tree.children = keepNotes(tree.children, header.from);
      break;
    }
    if (wordsIn(above) > 0) notes.dropped.push(importNotes.coverNote(excerpt(above)));
    const fields = header.lines.map((line) => /^\*{0,2}([^:*]+)\s*:\*{0,2}\s*(.*)$/s.exec(line) ?? []);
    const field = (names: RegExp) => fields.find(([, name = '']) => names.test(name))?.[2]?.trim();
    found.subject = field(/^(?:Betreff|Subject)$/i) ?? found.subject;
    notes.recognised.push(importNotes.forwardedFrom(field(/^(?:Von|From)$/i) ?? ''));
    tree.children.splice(0, header.to);
  }
  const answer = tree.children.findIndex(
    (node, at) => at > 0 && node.type === 'paragraph' && answerLine.test(plainText(node)),
  );
  if (answer >= 0 && wordsIn(tree.children.slice(0, answer)) > 0) {
    notes.dropped.push(importNotes.quotedMail(excerpt(tree.children.slice(answer))));
    tree.children = keepNotes(tree.children, answer);
  }
  takeSignature(tree, mostInSignature, notes);
  return found;
}

/** The lines "Von: … Betreff: …" above a forwarded or quoted mail, in one paragraph or several. */
function findHeader(children: readonly RootContent[]): { from: number; to: number; lines: string[] } | undefined {
  for (let from = 0; from < children.length; from += 1) {
    const lines: string[] = [];
    let to = from;
    while (isSeparator(children[to])) to += 1;
    while (to < children.length) {
      const node = children[to];
      if (node?.type !== 'paragraph') break;
      const own = linesOf(node);
      const headers = own.filter((line) => headerLine.test(line));
      if (headers.length === 0 || headers.length < own.filter((line) => line !== '').length - 1) break;
      lines.push(...own);
      to += 1;
    }
    if (lines.filter((line) => headerLine.test(line)).length >= 3) return { from, to, lines };
  }
  return undefined;
}

function isSeparator(node: RootContent | undefined): boolean {
  if (node?.type === 'thematicBreak') return true;
  const text = node?.type === 'paragraph' ? plainText(node).trim() : '';
  return separator.test(text) || begins.test(text);
}

/** Takes off greeting and name below a text that was no mail; they are told. */
export function takeClosing(tree: Root, notes: ImportNotes): void {
  takeSignature(tree, mostInClosing, notes);
}

function takeSignature(tree: Root, most: number, notes: ImportNotes): void {
  const { children } = tree;
  const isStart = (node: RootContent) => {
    const text = node.type === 'paragraph' ? (linesOf(node)[0] ?? '') : '';
    return /^--\s*$/.test(text) || greeting.test(text);
  };
  const at = children.findLastIndex(isStart);
  if (at < 0) return;
  const end = children.slice(at);
  if (wordsIn(end.filter(({ type }) => type !== 'footnoteDefinition')) > most) return;
  notes.dropped.push(importNotes.signature(excerpt(end)));
  tree.children = keepNotes(children, at);
}

/** What stands before `at`, and the footnotes behind it that are still referred to. */
function keepNotes(children: readonly RootContent[], at: number): RootContent[] {
  const kept = children.slice(0, at);
  const marks = JSON.stringify(kept);
  return [
    ...kept,
    ...children
      .slice(at)
      .filter((node) => node.type === 'footnoteDefinition' && marks.includes(`"identifier":"${node.identifier}"`)),
  ];
}

function wordsIn(nodes: readonly RootContent[]): number {
  return nodes.reduce((words, node) => words + (plainText(node).match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);
}

function excerpt(nodes: readonly RootContent[]): string {
  return nodes
    .flatMap((node) => linesOf(node))
    .filter((line) => line !== '')
    .join(' / ');
}
