import type { Heading, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { finding, type LineEdit } from '../../words/problems.ts';
import type { ReportLine } from '../line-finding.ts';
import { visit } from '../visit.ts';
import type { WrittenText } from './written-text.ts';

/** Levels of headings, headings without words, and headings that are none because of their signs. */
export function checkHeadings({ tree, lines, paragraphs }: WrittenText, report: ReportLine): void {
  const headings = headingsOf(tree);
  let level = 1;
  headings.forEach((heading, index) => {
    const line = lineOf(heading);
    if (plainText(heading, { includeHtml: false }).trim() === '') report(line, finding('headingEmpty', {}));
    if (heading.depth === 1) report(line, finding('headingOne', {}), lowered(headings.slice(index), lines));
    else if (heading.depth > level + 1) report(line, finding('headingSkipped', { from: level, to: heading.depth }));
    level = heading.depth;
  });

  checkBoldLines(tree, report);
  for (const { lines: own } of paragraphs) {
    for (const { number, text } of own) {
      const [, signs = '', word = ''] = /^(#{2,})[ \t]*([^#\s].{0,40})/.exec(text) ?? [];
      if (signs.length > 6) report(number, finding('headingTooDeep', {}));
      else if (signs !== '') {
        report(number, finding('headingGlued', { signs, word }), [{ from: signs + word, to: `${signs} ${word}` }]);
      }
    }
    const [only, ...others] = own;
    if (only && others.length === 0 && /^#\p{L}[^#.!?:;]* [^#.!?:;]*$/u.test(only.text)) {
      report(only.number, finding('headingOrTag', { text: only.text }));
    }
  }
}

/** Lines wholly in bold that stand above a text as headings do. */
function checkBoldLines({ children }: Root, report: ReportLine): void {
  children.forEach((block, index) => {
    if (block.type !== 'paragraph') return;
    const [bold, rest] = block.children;
    if (bold?.type !== 'strong') return;
    const isAlone =
      rest === undefined && children[index + 1] !== undefined && children[index + 1]?.type !== 'thematicBreak';
    const isAbove = rest?.type === 'text' && rest.value.startsWith('\n');
    const text = plainText(bold);
    const isTitle =
      text.length <= longestTitle && !text.includes('\n') && /^[\p{Lu}\p{N}„"].*[\p{L}\p{N})“"?!]$/u.test(text);
    if ((isAlone || isAbove) && isTitle) report(bold.position?.start.line ?? 1, finding('headingBold', { text }));
  });
}

/** Longer lines in bold are sentences that matter. */
const longestTitle = 70;

function headingsOf(tree: Root): Heading[] {
  const headings: Heading[] = [];
  visit(tree, 'heading', (heading) => {
    headings.push(heading);
  });
  return headings;
}

const lineOf = ({ position }: Heading) => position?.start.line ?? 1;

/** One sign more for the first of the headings and for those below it; a heading of the first level ends that. */
function lowered([first, ...following]: readonly Heading[], lines: readonly string[]): LineEdit[] {
  if (!first) return [];
  const next = following.findIndex(({ depth }) => depth === 1);
  const below = next < 0 ? following : following.slice(0, next);
  return [first, ...below].flatMap((heading) => {
    if (heading.depth === 6) return [];
    const from = (lines[lineOf(heading) - 1] ?? '').slice((heading.position?.start.column ?? 1) - 1);
    return [{ from, to: `#${from}`, below: lineOf(heading) - lineOf(first) }];
  });
}
