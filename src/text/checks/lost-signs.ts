import type { Code, Html } from 'mdast';
import { finding } from '../../words/problems.ts';
import type { ReportLine } from '../line-finding.ts';
import { visit } from '../visit.ts';
import type { WrittenText } from './written-text.ts';

/** What Markdown would take out of the text without a word: notes to oneself that do not end, code that does not, lines. */
export function checkLostSigns(text: WrittenText, report: ReportLine): void {
  const { lines, prose, paragraphs } = text;
  if (lines.some((line) => /<!--|`|~~~/.test(line))) checkVerbatim(text, report);
  for (const { lines: own } of paragraphs) {
    for (const [index, { number, text }] of own.entries()) {
      if (text.includes('<!--')) report(number, finding('commentOpen', {}));
      if (index > 0 && /^={3,}$/.test(text))
        report(number, finding('underlined', { sign: '=', text: own[index - 1]?.written ?? '' }));
    }
    const last = own.at(-1);
    if (last && /(?<![\\\s])\\$/.test(last.text) && !/^\S*\\\S/.test(last.text.split(' ').at(-1) ?? '')) {
      report(last.number, finding('lineEndShown', {}), [{ from: last.written, to: last.written.slice(0, -1) }]);
    }
    const below = last && (lines[last.number] ?? '').trim();
    if (last && below && /^-{2,}$/.test(below)) {
      const isSentence = /[.!?:;…“"»)]$/.test(last.text);
      const edits = isSentence ? [{ from: '', to: '\n', below: -1 }] : [];
      report(last.number + 1, finding('underlined', { sign: '-', text: last.written }), edits);
    }
  }
  prose.forEach((line, index) => {
    if (!line.includes('\\')) return;
    for (const [word] of line.matchAll(/(?<=^|\s)[^\s\\]*[\p{L}\p{N}]\\[-_.%$#+!~@,'^=({][\p{L}\p{N}]\S*/gu)) {
      // A path that is known as one keeps its signs.
      const isPath = /[\p{L}\p{N}]\\[\p{L}\p{N}]/u.test(word) || /^[a-z]:\\/i.test(word);
      // The number of a day, with a stop that begins no list: `31\.10.`
      if (!isPath && !/^\d+\\\.\d/.test(word)) {
        report(index + 1, finding('backslashLost', { text: word }));
      }
    }
  });
}

/** Comments and code. */
function checkVerbatim({ tree, lines }: WrittenText, report: ReportLine): void {
  visit(tree, (node) => {
    if (node.type === 'html' && node.value.startsWith('<!--')) checkComment(node, report);
    else if (node.type === 'code') checkCode(node, lines, report);
    else if (node.type === 'inlineCode' && /´|''/.test(node.value)) {
      report(node.position?.start.line ?? 1, finding('codeAsQuote', { text: node.value }));
    }
  });
}

function checkComment({ value, position }: Html, report: ReportLine): void {
  const first = position?.start.line ?? 1;
  const { rest, isOpen } = withoutComments(value);
  const below = rest.split('\n').findIndex((line) => line.trim() !== '');
  if (isOpen) report(first, finding('commentOpen', {}));
  else if (below >= 0) {
    const [tail = ''] = /-->.*$/.exec(value.split('\n')[below] ?? '') ?? [];
    const edits = tail.slice(3).trim() === '' ? [] : [{ from: tail, to: `-->\n\n${tail.slice(3).trim()}` }];
    report(first + below, finding('commentBesideText', { text: rest.trim() }), edits);
  }
}

/** What stands beside the comments of a piece of HTML, in its lines. */
function withoutComments(html: string): { rest: string; isOpen: boolean } {
  const parts: string[] = [];
  let done = 0;
  for (let start = html.indexOf('<!--'); start >= 0; start = html.indexOf('<!--', done)) {
    const end = html.indexOf('-->', start);
    if (end < 0) return { rest: '', isOpen: true };
    parts.push(html.slice(done, start), html.slice(start, end).replace(/[^\n]/g, ''));
    done = end + 3;
  }
  return { rest: parts.join('') + html.slice(done), isOpen: false };
}

/** A block that nobody ends takes all that follows; words behind its first line are never shown. */
function checkCode({ position, lang, meta }: Code, lines: readonly string[], report: ReportLine): void {
  if (!position) return;
  const first = (lines[position.start.line - 1] ?? '').slice(position.start.column - 1);
  const [fence = ''] = /^(?:`{3,}|~{3,})/.exec(first) ?? [];
  const last = (lines[position.end.line - 1] ?? '').replace(/^[ \t>]*/, '').trimEnd();
  const isClosed =
    position.end.line > position.start.line &&
    last.length >= fence.length &&
    /^(?:`+|~+)$/.test(last) &&
    last[0] === fence[0];
  if (!isClosed) report(position.start.line, finding('codeOpen', { fence }));
  const words = [lang, meta].filter(Boolean).join(' ');
  if (/[^a-z0-9+#._-]/.test(words)) report(position.start.line, finding('codeWords', { text: words }));
}
