import type { Root } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { expect, test } from 'vitest';
import { parseAroundPlain } from '../../src/text/parse-around-plain.ts';
import { marksAsMeant } from '../../src/text/syntax.ts';
import { fc } from '../properties.ts';
import { sized } from '../sized.ts';

const processor = unified()
  .use(remarkParse)
  .use(function (this: Processor) {
    const data = this.data();
    data.micromarkExtensions = [gfmTable(), gfmFootnote(), marksAsMeant];
    data.fromMarkdownExtensions = [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()];
  });

const parse = (markdown: string): Root => processor.parse(markdown);

const story = `Das Rathaus hat neue Fenster, und seit dieser Woche zieht es nicht mehr.
Alle freuen sich.

## Was es kostet

Die Rechnung kam am Montag, sie war höher als gedacht, und alle haben *gestaunt*[^1] darüber.

- Erdgeschoss
- Dachboden

Danach kam der Maler.


### Der Maler

Er malte, mit Farbe und Pinsel und viel Geduld über
mehrere Tage hinweg, einen [Rahmen](/rahmen/) um jedes
Fenster, \\*nicht\\* um die Tür.

| Raum | Fenster |
| ---- | ------: |
| Saal | 3       |

[^1]: Auch der Kämmerer.

Zuletzt war es warm`;

test('what is plain is not given to the parser', () => {
  const given: string[] = [];
  parseAroundPlain(story, (rest) => {
    given.push(rest);
    return parse(rest);
  });
  expect([given.length, given[0]?.includes('Maler'), given[0]?.includes('Rechnung')]).toEqual([1, false, false]);
  expect(given[0]).toContain('[Rahmen](/rahmen/)');
});

test.each([
  ['a story', story],
  ['a story with a line end', `\n${story}\n`],
  ['a plain text', 'Eins.\n\nZwei\ndrei.\n\n# Vier\n\n\nFünf'],
  ['nothing', ''],
  ['empty lines', '\n\n\n'],
  ['code with an empty line', 'Vorher.\n\n```\nIm Code.\n\nAuch im Code.\n```\n\nNachher.\n'],
  ['code without an end', 'Vorher.\n\n~~~\n\nImmer noch Code.\n'],
  ['a comment with an empty line', 'Vorher.\n\n<!-- Im\n\nKommentar\n\n-->\n\nNachher *betont*.\n'],
  ['a comment that plain words end', 'Vorher.\n\n<!-- Im\n\nKommentar --> hier\n\nNachher *betont*.\n'],
  ['a script', '<script>\n\nAlarm\n\n</script>\n\nNachher.\n'],
  ['a list with room', '- Eins\n\nZwischen\n\n- Zwei\n\n  Darin\n\nDanach\n'],
  ['a list by itself', 'Vorher.\n\n- Eins\n- Zwei\n\nDanach *mehr*.\n'],
  ['a list at the beginning', '\n- Eins\n- Zwei\n\n\n# Danach\n'],
  ['a list at the end', 'Viele Worte, und dann ein *betontes* Wort\nvor der Liste\n\n- Eins\n- Zwei'],
  ['a list below a heading', '## Liste\n- Eins\n\n- Zwei\n\nDanach\n'],
  ['two lists that are one', 'Vorher\n\n- Eins\n\n- Zwei\n\nDanach\n'],
  ['a list that goes on', 'Vorher\n\n- Eins\n- Zwei\n\n  Noch zwei\n'],
  ['a list within code', 'Vorher *a*\n\n```\n\nDarin\n\n- Eins\n\nDarin\n\n```\n'],
  ['a quotation that goes on', '> Eins\nzwei\n\nDrei\n> vier\n'],
  ['a table right below plain words', 'Hier sind viele Worte, die nichts weiter bedeuten\n| a |\n| - |\n| b |\n'],
  ['two spaces at the end of a line', 'Hier sind viele Worte, die nichts weiter bedeuten  \nund *hier* mehr.\n'],
  ['spaces and a tab at the end', 'Hier sind viele Worte, die nichts weiter bedeuten  \t'],
  ['a byte order mark', '\uFEFFEins.\n\nZwei *drei*.\n'],
  ['a link across lines', 'Hier sind viele Worte, die nichts weiter bedeuten [und\nhier](/a/\n"mehr\ndavon") auch.\n'],
])('the tree is that of the parser alone: %s', (_, markdown) => {
  expect(parseAroundPlain(markdown, parse)).toEqual(parse(markdown));
});

const words = 'Das Rathaus hat neue Fenster und seit dieser Woche zieht es nicht mehr';
const piece = fc.constantFrom(
  ...['\n\n', '\n\n', '\n\n', '\n', ' ', ' ', '  \n', '\\\n', '\n \n', '\t', words, words, `${words}.`, 'Wort', 'ß'],
  ...[
    '# ',
    '## ',
    ' #',
    '- ',
    '\n\n- ',
    '\n- ',
    '1. ',
    '> ',
    '    ',
    '*',
    '**',
    '_',
    '`',
    '```',
    '~~~',
    '|',
    '\n| - |\n',
    '---',
    '===',
  ],
  ...[
    '[',
    ']',
    '](',
    '(/a/)',
    '[a]: /b/ ',
    '[^1]',
    '[^1]: ',
    '<',
    '>',
    '<!--',
    '-->',
    '<b>',
    '</b>',
    '<script>',
    '&amp;',
  ],
  ...['&', '!', '\\', '\u00a0', '\u2028', '\r\n', '\0', '„', '"'],
);

test('the tree is that of the parser alone, whatever stands in the text', () => {
  const texts = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));
  const property = fc.property(texts, (markdown) => {
    expect(parseAroundPlain(markdown, parse)).toEqual(parse(markdown));
  });
  fc.assert(property, { numRuns: sized({ ci: 5000, home: 500 }) });
});
