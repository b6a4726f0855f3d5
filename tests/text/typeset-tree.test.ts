import type { Image, Link, Paragraph, Root, Text } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { typesetTree } from '../../src/text/typeset-tree.ts';
import { typeset } from '../../src/text/typography.ts';
import { fc } from '../properties.ts';

const parse = (markdown: string): Root => unified().use(remarkParse).parse(markdown);

/** The texts of the leaves in order, tags and code included; ~ is a no-break space, / a line break. */
function read(root: Root): string[] {
  const leaves: string[] = [];
  visit(root, (node) => {
    if (node.type === 'break') leaves.push('/');
    else if ('value' in node) leaves.push(node.value.replaceAll('\u00A0', '~'));
  });
  return leaves;
}

const typesetMarkdown = (markdown: string) => read(typesetTree(parse(markdown)));

describe('a block is one text', () => {
  test.each<[what: string, markdown: string, leaves: string[]]>([
    ['a quote around emphasis', '"*Das* geht"', ['„', 'Das', ' geht“']],
    ['a quote that ends in emphasis', 'Er sagt: **"Ja, das** geht"', ['Er sagt: ', '„Ja, das', ' geht“']],
    ['a quote inside emphasis', 'Das *"Amt"* hier', ['Das ', '„Amt“', ' hier']],
    ['a quote around a link', 'Das "[Amt](/amt/)" hier', ['Das „', 'Amt', '“ hier']],
    ['a quote around code', 'Mit "`npm test`" prüfen', ['Mit „', 'npm test', '“ prüfen']],
    ['a quote across a line', '"Das\ngeht"', ['„Das\ngeht“']],
    ['a quote across a line break', '"Das  \n"Amt" geht"', ['„Das', '/', '‚Amt‘ geht“']],
    ['an apostrophe after emphasis', "*Andrea*'s Büro", ['Andrea', '’s Büro']],
    ['a number in emphasis', '**10** % und **5**%', ['10', '~% und ', '5', '~%']],
    ['a unit in emphasis', '10 **GB** für [5](/)€', ['10~', 'GB', ' für ', '5', '~€']],
    ['an abbreviation in two nodes', 'Amt *z.* **B.** hier', ['Amt ', 'z.', '~', 'B.', ' hier']],
    ['a dash before emphasis', 'Amt *- und mehr*', ['Amt~', '– und mehr']],
    ['a dash at the start of a source line', 'Amt\n– und mehr', ['Amt~– und mehr']],
    ['a week over two source lines', 'Die 33.\nKW', ['Die 33.~KW']],
    ['source lines of Windows', 'Amt\r\n- und\r\nmehr, 12.\r\nAugust', ['Amt', 'und\nmehr, 12.~August']],
    ['a space on either side of emphasis', 'Amt * und* mehr', ['Amt * und* mehr']],
    ['letters in parts', 'fu*\u0308*r', ['fü', '', 'r']],
  ])('%s', (_, markdown, leaves) => {
    expect(typesetMarkdown(markdown)).toEqual(leaves);
  });

  test('but not with the next block', () => {
    expect(typesetMarkdown('# Das "Amt\n\nund" mehr\n\n- Nr. 5\n- "Ja"\n\n> "Ja"')).toEqual([
      ...['Das "Amt', 'und" mehr', 'Nr.~5', '„Ja“', '„Ja“'],
    ]);
  });

  test('a cell of a table is a block', () => {
    const cell = (value: string) => ({ type: 'tableCell' as const, children: [{ type: 'text' as const, value }] });
    const cells = [cell('"Amt'), cell('Amt"'), cell('10 %')];
    const root: Root = {
      type: 'root',
      children: [{ type: 'table', children: [{ type: 'tableRow', children: cells }] }],
    };
    expect(read(typesetTree(root))).toEqual(['"Amt', 'Amt"', '10~%']);
  });

  test('a quote ends before its footnote', () => {
    const quote: Text = { type: 'text', value: '"Ja"' };
    const footnote = { type: 'footnoteReference' as const, identifier: '1' };
    const paragraph: Paragraph = { type: 'paragraph', children: [quote, footnote, { type: 'text', value: ' gilt' }] };
    expect(read(typesetTree({ type: 'root', children: [paragraph] }))).toEqual(['„Ja“', ' gilt']);
  });
});

describe('what stays', () => {
  test.each<[what: string, markdown: string, leaves: string[]]>([
    ['code', 'Das `"z.B." - 10%` hier', ['Das ', '"z.B." - 10%', ' hier']],
    ['a block of code', '```\n"z.B." - 10%\n```', ['"z.B." - 10%']],
    ['a block of HTML', '<div>\n"z.B."\n</div>', ['<div>\n"z.B."\n</div>']],
    ['an address as link', "Das <https://kdo.de/it's...> hier", ['Das ', "https://kdo.de/it's...", ' hier']],
    ['an e-mail address as link', '"<o\'neill@kdo.de>"', ['„', "o'neill@kdo.de", '“']],
    ['an address without scheme', "[kdo.de/it's](https://kdo.de/it's/)", ["kdo.de/it's"]],
  ])('%s', (_, markdown, leaves) => {
    expect(typesetMarkdown(markdown)).toEqual(leaves);
  });

  test('targets of links and pictures, definitions', () => {
    const markdown = '["Amt"](/a...b "It\'s") ![](/10%.jpg) [Amt][z.B.]\n\n[z.B.]: /a...b "It\'s"';
    const root = typesetTree(parse(markdown));
    const [link] = (root.children[0] as Paragraph).children;
    expect(link).toMatchObject({ url: '/a...b', title: "It's" });
    expect(plainText(link)).toBe('„Amt“');
    expect((root.children[0] as Paragraph).children[2]).toMatchObject({ url: '/10%.jpg' });
    expect(root.children[1]).toMatchObject({ type: 'definition', label: 'z.B.', url: '/a...b', title: "It's" });
  });

  test('the tree that is given', () => {
    const root = parse('"Das" *geht\'s* ![z.B.](/a.jpg "10%") -- <span lang="en">"it\'s"</span>\r\nAmt');
    const before = structuredClone(root);
    typesetTree(root);
    expect(root).toEqual(before);
  });
});

describe('parts in another language', () => {
  test.each<[what: string, markdown: string, leaves: string[]]>([
    [
      'English text stays, quotes around it are German',
      `Das "<span lang="en">It's "open" - *10%*</span>" gilt z.B. hier`,
      ['Das „', '<span lang="en">', 'It\'s "open" - ', '10%', '</span>', '“ gilt z.~B. hier'],
    ],
    [
      'Swiss German text is German',
      `Das <span lang="de-CH">"Amt"</span>`,
      ['Das ', '<span lang="de-CH">', '„Amt“', '</span>'],
    ],
    [
      'Low German text is not',
      `Dat <span lang="nds">"Amt"</span> "hier"`,
      ['Dat ', '<span lang="nds">', '"Amt"', '</span>', ' „hier“'],
    ],
    [
      'a German part in an English one stays',
      `<span lang="en">"a" <span lang="de">"b"</span> "c"</span> "d"`,
      ['<span lang="en">', '"a" ', '<span lang="de">', '"b"', '</span>', ' "c"', '</span>', ' „d“'],
    ],
    [
      'an abbreviation is read with what surrounds it',
      `20 <abbr title="Giga - Byte">GB</abbr> im "<abbr title="Amt">OZG</abbr>"`,
      ['20~', '<abbr title="Giga - Byte">', 'GB', '</abbr>', ' im „', '<abbr title="Amt">', 'OZG', '</abbr>', '“'],
    ],
  ])('%s', (_, markdown, leaves) => {
    expect(typesetMarkdown(markdown)).toEqual(leaves);
  });
});

test('alternative text and title of a picture are texts of their own', () => {
  const root = typesetTree(
    parse('"Das ![ist "z.B." 10%](/a.jpg "Andrea\'s - Bild") Bild" ![Das "b"][b]\n\n[b]: /b.jpg'),
  );
  const images: Image[] = [];
  visit(root, (node) => {
    if (node.type === 'image' || node.type === 'imageReference') images.push(node as Image);
  });
  expect(images[0]).toMatchObject({ alt: 'ist „z.\u00A0B.“ 10\u00A0%', title: 'Andrea’s\u00A0– Bild', url: '/a.jpg' });
  expect(images[1]).toMatchObject({ alt: 'Das „b“' });
  expect(read(root)).toEqual(['„Das ', ' Bild“ ']);
});

test('alternative text in another language stays', () => {
  const root = typesetTree(parse('Das <span lang="en">![It\'s](/a.jpg)</span>'));
  visit(root, 'image', (image) => expect(image.alt).toBe("It's"));
});

const words = [
  'Amt',
  'geht',
  's',
  '"',
  '"',
  "'",
  ' ',
  ' ',
  ' - ',
  '10',
  '%',
  'z.B.',
  '§',
  '5',
  '...',
  'u\u0308',
  '33.',
  'KW',
];
const leaf = fc
  .array(fc.constantFrom(...words), { maxLength: 6 })
  .map((parts): Text => ({ type: 'text', value: parts.join('') }));
const phrase = fc.oneof(
  leaf,
  leaf.map((text) => ({ type: 'emphasis' as const, children: [text] })),
  leaf.map((text): Link => ({ type: 'link', url: '/', children: [{ type: 'strong', children: [text] }] })),
);
const paragraphs = fc.array(phrase, { maxLength: 6 }).map((children): Root => {
  return { type: 'root', children: [{ type: 'paragraph', children }] };
});

test('nodes change nothing about what is read', () => {
  const property = fc.property(paragraphs, (root) => {
    expect(plainText(typesetTree(root))).toBe(typeset(plainText(root)));
  });
  fc.assert(property, { numRuns: 2000 });
});

test('a second time changes nothing', () => {
  const property = fc.property(paragraphs, (root) => {
    const once = typesetTree(root);
    expect(typesetTree(once)).toEqual(once);
  });
  fc.assert(property, { numRuns: 2000 });
});
