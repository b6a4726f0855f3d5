import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { checkBody } from '../../src/text/body-check.ts';
import { readMarkdown } from '../../src/text/parse.ts';
import { fc } from '../properties.ts';
import { hostileText, lettersOf, number, word } from './hostile-text.ts';

/** All that a reader is given: texts, numbers of lists, descriptions of pictures, targets of links. */
function given(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'code':
      return `${node.lang ?? ''}${node.meta ?? ''}${node.value}`;
    case 'html':
      return node.value;
    case 'image':
      return `${node.alt}${node.url}${node.title ?? ''}`;
    case 'imageReference':
      return `${node.alt}${node.referenceType === 'full' ? node.label : ''}`;
    case 'link':
      return node.children.map(given).join('') + (isAutolink(node) ? '' : `${node.url}${node.title ?? ''}`);
    case 'linkReference':
      return node.children.map(given).join('') + (node.referenceType === 'full' ? node.label : '');
    case 'definition':
      return `${node.label}${node.url}${node.title ?? ''}`;
    case 'footnoteReference':
      return `${node.label}`;
    case 'footnoteDefinition':
      return `${node.label}${node.children.map(given).join('')}`;
    case 'list':
      return node.children
        .map((item, index) => `${node.ordered ? (node.start ?? 1) + index : ''}${item.children.map(given).join('')}`)
        .join('');
    default:
      return 'children' in node ? node.children.map(given).join('') : '';
  }
}

function isAutolink({ position, children }: Nodes & { type: 'link' }): boolean {
  return children[0]?.position?.end.offset === (position?.end.offset ?? 0) - 1;
}

describe('whatever signs stand in a text', () => {
  it('every letter and digit of it comes out as it was written, or an error says which does not', () => {
    fc.assert(
      fc.property(hostileText, (markdown) => {
        const read = readMarkdown(markdown);
        const shown = lettersOf(given(read.tree));
        if (shown === lettersOf(markdown)) return;
        const errors = checkBody(read, markdown).filter(({ finding }) => finding.severity === 'error');
        expect(errors, `${JSON.stringify(markdown)}\n${shown}`).not.toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  const inside = fc.constantFrom(...'* _ ` ~ \\ / | # + = ^ : @ – · ’ & % . ,'.split(' '));
  const joined = fc
    .tuple(fc.oneof(word, number), fc.array(fc.tuple(inside, fc.oneof(word, number)), { maxLength: 6 }))
    .map(([first, rest]) => first + rest.map(([mark, next]) => mark + next).join(''));
  const spokenOf = fc
    .tuple(
      fc.constantFrom('()', '„“', '""', '»«', '[]'),
      fc.constantFrom(...'* ** _ __ ` ~ ~~ # ## + - > = ^'.split(' ')),
    )
    .map(([[open, close], mark]) => open + mark + close);

  it('a sign between two letters or digits stays, and one that is spoken of', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(joined, joined, word, spokenOf), { minLength: 1, maxLength: 6 }), (words) => {
        const markdown = `So ${words.join(' ')} da`;
        expect(given(readMarkdown(markdown).tree)).toBe(markdown);
        expect(given(readMarkdown(`## ${markdown}`).tree)).toBe(markdown);
      }),
      { numRuns: 1000 },
    );
  });
});
