import type { Definition, FootnoteDefinition } from 'mdast';
import { finding, type LineEdit } from '../../words/problems.ts';
import type { ReportLine } from '../line-finding.ts';
import { visit } from '../visit.ts';
import type { WrittenText } from './written-text.ts';

/** The first sign of each of them. */
const maybeNote = /[[¹²³⁴-⁹]/;
const inlineNote = /(?<!\\)\^\[([^[\]]{1,1000})\]/g;
const handMark = / ?\[(\d{1,2})\]|([¹²³⁴-⁹]{1,2})/g;
const handNote = /^(?:\[(\d{1,2})\]|([¹²³⁴-⁹]{1,2}))[ \u00a0]*:?[ \u00a0]*(?=\S)/;

/** Footnotes and targets that would vanish, and footnotes written in a way that Markdown has no sign for. */
export function checkNotes(text: WrittenText, report: ReportLine): void {
  if (!text.lines.some((line) => maybeNote.test(line))) return;
  checkUnused(text, report);
  checkInline(text, report);
  checkByHand(text, report);
}

/** `[Anmeldung]: https://…` and `[^1]: …` stand nowhere on the page unless the text refers to them. */
function checkUnused({ tree, lines }: WrittenText, report: ReportLine): void {
  const used = new Set<string>();
  const seen = new Set<string>();
  const definitions: (Definition | FootnoteDefinition)[] = [];
  visit(tree, (node) => {
    if (node.type === 'linkReference' || node.type === 'imageReference') used.add(node.identifier);
    else if (node.type === 'footnoteReference') used.add(`^${node.identifier}`);
    else if (node.type === 'definition' || node.type === 'footnoteDefinition') definitions.push(node);
  });
  for (const node of definitions) {
    const key = node.type === 'definition' ? node.identifier : `^${node.identifier}`;
    const line = node.position?.start.line ?? 1;
    const facts = { label: node.label ?? node.identifier, text: (lines[line - 1] ?? '').trim() };
    if (seen.has(key)) report(line, finding('definedTwice', { mark: `[${key}]` }));
    else if (!used.has(key)) {
      report(line, node.type === 'definition' ? finding('targetUnused', facts) : finding('footnoteUnused', facts));
    }
    seen.add(key);
  }
}

function checkInline({ prose, lines, tree }: WrittenText, report: ReportLine): void {
  const labels = new Set<string>();
  visit(tree, 'footnoteDefinition', ({ identifier }) => {
    labels.add(identifier);
  });
  const last = lines.findLastIndex((line) => line.trim() !== '');
  let next = 1;
  prose.forEach((line, index) => {
    if (!line.includes('^[')) return;
    for (const match of line.matchAll(inlineNote)) {
      while (labels.has(String(next))) next += 1;
      labels.add(String(next));
      const text = (lines[index] ?? '').slice(match.index, match.index + match[0].length);
      report(index + 1, finding('footnoteInline', { text }), [
        { from: text, to: `[^${next}]` },
        { from: '', to: `\n\n[^${next}]: ${text.slice(2, -1)}`, below: last - index },
      ]);
    }
  });
}

/** Marks such as `[1]` or ¹ in the text and a line below that begins with the same one. */
function checkByHand({ prose, lines, paragraphs }: WrittenText, report: ReportLine): void {
  const notes = new Map<string, { line: number; mark: string }>();
  for (const { lines: own } of paragraphs) {
    for (const { number, text } of own) {
      const [mark, inBrackets, raised] = handNote.exec(text) ?? [];
      if (mark) notes.set(inBrackets ?? digits(raised ?? ''), { line: number, mark });
    }
  }
  const defined = new Set<string>();
  prose.forEach((line, index) => {
    if (!maybeNote.test(line)) return;
    for (const match of line.matchAll(handMark)) {
      const [text, inBrackets, raised] = match;
      const label = inBrackets ?? digits(raised ?? '');
      const note = notes.get(label);
      if (!note || note.line === index + 1 || line.slice(0, match.index).trim() === '') continue;
      report(index + 1, finding('footnoteByHand', { text: text.trim(), label }), [
        { from: text, to: `[^${label}]` },
        ...(defined.has(label) ? [] : asDefinition(note, label, lines, index + 1)),
      ]);
      defined.add(label);
    }
  });
}

function asDefinition(
  { line, mark }: { line: number; mark: string },
  label: string,
  lines: readonly string[],
  from: number,
): LineEdit[] {
  const isAlone = (lines[line - 2] ?? '').trim() === '';
  return [{ from: mark, to: `${isAlone ? '' : '\n'}[^${label}]: `, below: line - from }];
}

/** The digits of a raised number. */
function digits(raised: string): string {
  return [...raised].map((sign) => ({ '¹': 1, '²': 2, '³': 3 })[sign] ?? (sign.codePointAt(0) ?? 0) - 0x2070).join('');
}
