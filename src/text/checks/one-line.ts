import { type Finding, finding } from '../../words/problems.ts';
import { parseMarkdown } from '../parse.ts';
import { visit } from '../visit.ts';
import { shiftedWords } from './foreign-marks.ts';

/** Signs without which there is nothing to look at. */
const maybeMarked = /[*_`~^[<&\\]|^\s*(?:[#>+-]|\d+[.)])/m;
const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/gi;

/** What an editor wrote as a mark in a field that takes plain text: it would be read as it stands. */
export function checkOneLine(written: string): Finding[] {
  const text = written.trim();
  if (!maybeMarked.test(text)) return [];
  const found: Finding[] = [];
  const slice = ({ position }: { position?: { start: { offset?: number }; end: { offset?: number } } }) =>
    text.slice(position?.start.offset ?? 0, position?.end.offset);
  visit(parseMarkdown(text), (node) => {
    switch (node.type) {
      case 'strong':
      case 'emphasis':
      case 'delete': {
        const from = slice(node);
        const length = node.type === 'emphasis' ? 1 : 2;
        found.push({ ...finding('fieldMark', { text: from }), edits: [{ from, to: from.slice(length, -length) }] });
        break;
      }
      case 'inlineCode':
      case 'link':
      case 'linkReference':
      case 'image':
      case 'heading':
      case 'blockquote':
      case 'list':
      case 'code':
      case 'definition':
      case 'table':
        found.push(finding('fieldMark', { text: slice(node) }));
        return 'skip';
      case 'html':
        // The end of an element that is named already.
        if (!node.value.startsWith('</')) found.push(finding('fieldHtml', { html: node.value }));
        break;
    }
    return undefined;
  });
  for (const { text: from, meant } of shiftedWords(text)) {
    found.push({ ...finding('fieldMark', { text: from }), ...(meant && { edits: [{ from, to: meant }] }) });
  }
  for (const from of new Set(text.match(entity))) {
    const to = characterOf(from);
    if (to === from) continue;
    // Where YAML could take the character for something else, the editor decides.
    const isPlain = !/["'#:\\[\]{}]/.test(to);
    found.push({
      ...finding('fieldEntity', { entity: from, character: to }),
      ...(isPlain && { edits: [{ from, to }] }),
    });
  }
  return found;
}

function characterOf(reference: string): string {
  let value = '';
  visit(parseMarkdown(`x${reference}`), 'text', (node) => {
    value += node.value;
  });
  return value.slice(1);
}
