import type { Root as HtmlRoot } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { refusedHtml } from '../../src/text/inline-html.ts';
import { parseMarkdown } from '../../src/text/parse.ts';
import { fc } from '../properties.ts';
import { rendered } from './rendered.ts';

const refused = (markdown: string) => refusedHtml(parseMarkdown(markdown)).map(({ value }) => value);

describe('elements that editors may write', () => {
  it.each([
    ['Ein <span lang="en">Back Office</span>.', '<p>Ein <span lang="en">Back Office</span>.</p>'],
    ['Ein <span lang="pt-BR">a</span>.', '<p>Ein <span lang="pt-BR">a</span>.</p>'],
    ['Die <abbr title="A B">AB</abbr>.', '<p>Die <abbr title="A B">AB</abbr>.</p>'],
    ['Das <abbr title="A & B">AB</abbr>.', '<p>Das <abbr title="A &#x26; B">AB</abbr>.</p>'],
    [
      'Ein <span lang="en">x <abbr title="y">*z*</abbr> [l](/l/)</span>.',
      '<p>Ein <span lang="en">x <abbr title="y"><em>z</em></abbr> <a href="/l/">l</a></span>.</p>',
    ],
    ['**Ein <span lang="en">x</span>**', '<p><strong>Ein <span lang="en">x</span></strong></p>'],
    ['## Ein <span lang="en">x</span>', '<h2 id="ein-x">Ein <span lang="en">x</span></h2>'],
  ])('%s', (markdown, html) => {
    expect(refused(markdown)).toEqual([]);
    expect(rendered(markdown)).toBe(html);
  });
});

describe('everything else is named and does not come through', () => {
  it.each([
    ['Ein <b>x</b>.', ['<b>'], '<p>Ein x.</p>'],
    ['Ein <span lang="en">x.', ['<span lang="en">'], '<p>Ein x.</p>'],
    ['Ein x</span>.', ['</span>'], '<p>Ein x.</p>'],
    ['Ein <span lang="en" onclick="y()">x</span>.', ['<span lang="en" onclick="y()">'], '<p>Ein x.</p>'],
    ["Ein <span lang='en'>x</span>.", ["<span lang='en'>"], '<p>Ein x.</p>'],
    ['Ein <span lang="">x</span>.', ['<span lang="">'], '<p>Ein x.</p>'],
    ['Ein <abbr title="&quot;">x</abbr>.', ['<abbr title="&quot;">'], '<p>Ein x.</p>'],
    ['<div>\nx\n</div>', ['<div>\nx\n</div>'], ''],
    [
      'Ein <span lang="en"><abbr title="y">x</span></abbr>.',
      ['</span>', '<span lang="en">'],
      '<p>Ein <abbr title="y">x</abbr>.</p>',
    ],
  ])('%s', (markdown, names, html) => {
    expect(refused(markdown).toSorted()).toEqual(names.toSorted());
    expect(rendered(markdown)).toBe(html);
  });

  it('says in which line', () => {
    expect(refusedHtml(parseMarkdown('Eins\n\nzwei\n<i>drei'))).toEqual([{ value: '<i>', line: 4 }]);
  });
});

const elements = new Set(
  `a abbr blockquote br code em h1 h2 h3 h4 h5 h6 hr img li ol p pre section span strong sup table tbody td th thead tr
  ul`.split(/\s+/),
);
const attributes = new Set(
  `alt ariaDescribedBy ariaLabel className dataFootnoteBackref dataFootnoteRef dataFootnotes href id lang scope src
  start title`.split(/\s+/),
);

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['<script>alert(1)</script>', '<script', '<img src=x onerror=alert(1)>', '<span lang="en">', '</span>'],
        ...[
          '<abbr title="x">',
          '</abbr>',
          '<abbr title="',
          '"><svg onload=alert(1)>',
          '<!--',
          '-->',
          '<![CDATA[',
          ']]>',
        ],
        ...[
          '<?x',
          '?>',
          '<style>*{}</style>',
          '<a href="javascript:x">',
          '&lt;b&gt;',
          '&#60;i&#62;',
          '\\<u>',
          '`',
          '```',
        ],
        ...[
          '[',
          '](',
          ')',
          '![',
          '[^1]',
          '[^1]: ',
          '[x]: ',
          '| a |',
          '|-|',
          '\n',
          '\n\n',
          '# ',
          '> ',
          '- ',
          '    ',
          '*',
        ],
        ...['<span lang="en" onclick="x">', '<span lang="en"/>', '<SPAN lang="en">', '</span >', '<b', '"', "'", '\0'],
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
    { maxLength: 25 },
  )
  .map((parts) => parts.join(''));

describe('hostile text', () => {
  it('gives only the elements and attributes of Markdown', () => {
    fc.assert(
      fc.property(hostile, (markdown) => {
        const html = rendered(markdown);
        const tree: HtmlRoot = fromHtml(html, { fragment: true });
        const strange: string[] = [];
        visit(tree, (node) => {
          if (node.type === 'comment' || node.type === 'doctype') strange.push(node.type);
          if (node.type !== 'element') return;
          if (!elements.has(node.tagName)) strange.push(node.tagName);
          strange.push(...Object.keys(node.properties).filter((name) => !attributes.has(name)));
        });
        expect(strange).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });
});

/** Words and allowed elements in one another: the Markdown and the HTML of it are the same. */
const wellFormed = fc.letrec<{ part: string; parts: string }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 6 },
    fc.stringMatching(/^[a-z]{1,5}$/),
    tie('parts').map((inside) => `<span lang="en">${inside}</span>`),
    tie('parts').map((inside) => `<abbr title="x">${inside}</abbr>`),
  ),
  parts: fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' ')),
})).parts;

it('allowed elements come through however they are nested', () => {
  fc.assert(
    fc.property(wellFormed, (text) => {
      expect(refused(`Text ${text}`)).toEqual([]);
      expect(rendered(`Text ${text}`)).toBe(`<p>Text ${text}</p>`);
    }),
  );
});
