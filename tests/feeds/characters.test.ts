import { describe, expect, it } from 'vitest';
import { renderAtom } from '../../src/feeds/atom.ts';
import { renderRss } from '../../src/feeds/rss.ts';
import { legal, legalText } from '../../src/text/characters.ts';
import { fc } from '../properties.ts';
import { article, type Files, inArticle, inSite, replaced, terms } from '../reader/sample-content.ts';
import { inEveryFormat, mainFeed } from './sample-feeds.ts';

const titled = (yaml: string) => inArticle(`title: ${yaml}`);

/** What each format says of the only article, by one property. */
async function told(files: Files, property: 'title' | 'summary' | 'html' | 'authors' | 'categories') {
  return Object.values(await inEveryFormat(mainFeed(files))).flatMap((entries) => entries.map((one) => one[property]));
}

describe('a text is the same in every format', () => {
  it.each(['007', '33.0', '0x1F', '1e3', 'true', 'null'])('though it looks like data: %s', async (text) => {
    expect(await told(titled(`'${text}'`), 'title')).toEqual([text, text, text]);
    expect(await told(inArticle(`author: {name: '${text}'}`), 'authors')).toEqual([[text], [text], [text]]);
    const files = { ...inArticle('topics: [soziales]'), ...replaced(terms, 'Soziales', `'${text}'`) };
    expect(await told(files, 'categories')).toEqual([[text], [text], [text]]);
  });

  it.each(['a < b & c > d', 'A &#246; B', '&nbsp; &amp; &lt;', '<b>fett</b>', '<![CDATA[x]]>', 'a]]>b]]>c', ']]]>'])(
    'though it looks like markup: %s',
    async (text) => {
      expect(await told(titled(`'${text}'`), 'title')).toEqual([text, text, text]);
      const summary = replaced(article, 'Seit dieser Woche zieht es nicht mehr.', `'${text}'`);
      expect(await told(summary, 'summary')).toEqual([text, text, text]);
    },
  );

  it('the full text too, with the end of a CDATA section in its code', async () => {
    const [rss, atom, json] = await told(inArticle('', 'Ein `]]>` & ein `<b>` und `&nbsp;`, 😀.\n'), 'html');
    expect(rss).toContain('<code>]]></code> &#x26; ein <code>&#x3C;b></code> und <code>&#x26;nbsp;</code>, 😀.');
    expect([atom, json]).toEqual([rss, rss]);
  });

  it('whatever its characters are', async () => {
    const feed = mainFeed();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (any) => {
        const text = `x${any}x`;
        const entries = feed.entries.map((entry) =>
          legal({ ...entry, title: text, authors: [text], categories: [{ term: 't', scheme: 's', label: text }] }),
        );
        // Each XML parser makes one line end of what it finds (XML 1.0, section 2.11).
        const expected = legalText(text).replace(/\r\n?/g, '\n');
        const { RSS, Atom } = await inEveryFormat({ ...feed, title: legalText(text), entries });
        expect(RSS).toMatchObject([{ title: expected, authors: [expected], categories: [expected] }]);
        expect(Atom).toMatchObject([{ title: expected, authors: [expected] }]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('characters that XML forbids are left out', () => {
  it.each([
    ['a control character, as it comes along from Word', '\\u000B'],
    ['a null character', '\\u0000'],
    ['half of a pair of surrogates', '\\uD83D'],
    ['a character that is none', '\\uFFFE'],
  ])('%s', async (_, escaped) => {
    const files = {
      ...inArticle(`title: "Neue${escaped} Fenster"
author: {name: "Ada${escaped} Muster"}
contact: {name: "Max${escaped} Muster"}`),
      ...inSite(`title: "Bl${escaped}att"
editors: {name: "Redak${escaped}tion", email: redaktion@blatt.example}`),
    };
    expect(mainFeed(files)).toMatchObject({ title: 'Blatt', author: { name: 'Redaktion' } });
    expect(await told(files, 'title')).toEqual(Array(3).fill('Neue Fenster'));
    expect(await told(files, 'authors')).toEqual(Array(3).fill(['Ada Muster']));
    for (const html of await told(files, 'html')) expect(html).toContain('Max Muster');
  });

  it('or replaced by Markdown, where they are references in the text', async () => {
    for (const html of await told(inArticle('', 'Ein&#11; Wort&#xFFFE;.\n'), 'html')) {
      expect(html).toContain('<p>Ein\uFFFD Wort\uFFFD.</p>');
    }
  });

  it('and all others stay', () => {
    const text = 'Zeile\n\tÄ\u00A0–\u0085\uFFFD😀\u{10FFFF}';
    expect(legal({ list: [{ text }] })).toEqual({ list: [{ text }] });
  });
});

it('there is no entity but numbers, since XML knows no names of HTML and programs differ on its own', async () => {
  const feed = mainFeed(titled('\'a < b & "c" > d\''));
  for (const xml of [await renderRss(feed), renderAtom(feed)]) {
    expect(new Set(xml.match(/&(?:#x?)?/g))).toEqual(new Set(['&#x']));
  }
});
