import { describe, expect, it } from 'vitest';
import { rendered } from './rendered.ts';

describe('what Markdown editors write becomes HTML', () => {
  it('paragraphs, emphasis, links, line breaks and code', () => {
    expect(
      rendered('Ein *Wort*, ein **starkes**, [ein Link](/feeds/),\\\nneue Zeile, `<code>`.\n'),
    ).toMatchInlineSnapshot(`
      "<p>Ein <em>Wort</em>, ein <strong>starkes</strong>, <a href="/feeds/">ein Link</a>,<br>
      neue Zeile, <code>&#x3C;code></code>.</p>"
    `);
  });

  it('lists, quotes, rules and code blocks', () => {
    expect(
      rendered('- eins\n- zwei\n\n3. drei\n4. vier\n\n> Zitat\n\n---\n\n```html\n<b>\n```\n'),
    ).toMatchInlineSnapshot(`
      "<ul>
      <li>eins</li>
      <li>zwei</li>
      </ul>
      <ol start="3">
      <li>drei</li>
      <li>vier</li>
      </ol>
      <blockquote>
      <p>Zitat</p>
      </blockquote>
      <hr>
      <pre><code class="language-html">&#x3C;b>
      </code></pre>"
    `);
  });

  it('no other parts of GFM: addresses and tasks stay text', () => {
    expect(rendered('www.blatt.example ~~weg~~\n\n- [ ] offen\n')).toMatchInlineSnapshot(`
      "<p>www.blatt.example <del>weg</del></p>
      <ul>
      <li>[ ] offen</li>
      </ul>"
    `);
  });

  it('lines with Windows line ends', () => {
    expect(rendered('## Eins\r\n\r\nText\r\nText\r\n')).toBe(rendered('## Eins\n\nText\nText\n'));
  });
});

describe('headings', () => {
  it('have ids that are unique in the text', () => {
    expect(rendered('## Über uns\n\n### Über uns\n\n## §§\n\n## !?\n')).toMatchInlineSnapshot(`
      "<h2 id="über-uns">Über uns</h2>
      <h3 id="über-uns-1">Über uns</h3>
      <h2 id="abschnitt">§§</h2>
      <h2 id="abschnitt-1">!?</h2>"
    `);
  });

  it('have ids that are unique on a page of several texts', () => {
    expect(rendered('## Anlass\n', { idPrefix: 'beitrag' })).toBe('<h2 id="beitrag-anlass">Anlass</h2>');
  });

  it('are pushed down below another heading, but not below the sixth level', () => {
    expect(rendered('## A\n\n### B\n\n###### C\n', { deeper: 2 })).toBe(
      '<h4 id="a">A</h4>\n<h5 id="b">B</h5>\n<h6 id="c">C</h6>',
    );
  });
});

describe('footnotes', () => {
  const text = 'Eins[^a], zwei[^b] und eins[^a].\n\n[^b]: Zweite.\n[^a]: Erste.\n';

  it('have German labels and lead there and back', () => {
    expect(rendered(text)).toMatchInlineSnapshot(`
      "<p>Eins<sup><a href="#fn-a" id="fnref-a" data-footnote-ref aria-describedby="footnote-label">1</a></sup>, zwei<sup><a href="#fn-b" id="fnref-b" data-footnote-ref aria-describedby="footnote-label">2</a></sup> und eins<sup><a href="#fn-a" id="fnref-a-2" data-footnote-ref aria-describedby="footnote-label">1</a></sup>.</p>
      <section data-footnotes class="footnotes"><h2 id="footnote-label">Fußnoten</h2>
      <ol>
      <li id="fn-a">
      <p>Erste. <a href="#fnref-a" data-footnote-backref="" aria-label="Zurück zur Stelle 1 im Text" class="data-footnote-backref">↩</a> <a href="#fnref-a-2" data-footnote-backref="" aria-label="Zurück zur Stelle 1-2 im Text" class="data-footnote-backref">↩</a></p>
      </li>
      <li id="fn-b">
      <p>Zweite. <a href="#fnref-b" data-footnote-backref="" aria-label="Zurück zur Stelle 2 im Text" class="data-footnote-backref">↩</a></p>
      </li>
      </ol>
      </section>"
    `);
  });

  it('have ids of their own text, and each reference leads to one', () => {
    const html = rendered(text, { idPrefix: 'beitrag', deeper: 1 });
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    const references = [...html.matchAll(/(?: href="#| aria-describedby=")([^"]*)"/g)].map(([, id]) => id);
    expect(html).toContain('<h3 id="beitrag-footnote-label">Fußnoten</h3>');
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => id?.startsWith('beitrag-'))).toBe(true);
    expect(references.filter((id) => !ids.includes(id))).toEqual([]);
    expect(references).toHaveLength(9);
  });

  it('without a definition stay as they were written', () => {
    expect(rendered('Eins[^fehlt].\n')).toBe('<p>Eins[^fehlt].</p>');
  });
});

describe('tables', () => {
  const html = rendered('| Amt | Zahl | Ort |\n|:--|--:|:-:|\n| A | 1 | [B](/b/) |\n');

  it('have heads with a scope', () => {
    expect(html).toMatchInlineSnapshot(`
      "<table>
      <thead>
      <tr>
      <th scope="col" class="align-left">Amt</th>
      <th scope="col" class="align-right">Zahl</th>
      <th scope="col" class="align-center">Ort</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td class="align-left">A</td>
      <td class="align-right">1</td>
      <td class="align-center"><a href="/b/">B</a></td>
      </tr>
      </tbody>
      </table>"
    `);
  });

  it('are aligned by classes, without a style attribute', () => {
    expect(html).not.toMatch(/ style=| align="/);
  });
});

describe('addresses', () => {
  const text =
    '[a](/a/) [b](https://example.org/) [c](#c) [d](mailto:d@blatt.example) [e][1]\n\n![f](/f.png)\n\n[1]: /e/#x\n';

  it('stay paths on the site', () => {
    expect([...rendered(text).matchAll(/(?:href|src)="([^"]*)"/g)].map(([, url]) => url)).toEqual([
      '/a/',
      'https://example.org/',
      '#c',
      'mailto:d@blatt.example',
      '/e/#x',
      '/f.png',
    ]);
  });

  it('get the origin of the site where the text is read elsewhere', () => {
    const html = rendered(text, { origin: 'https://blatt.example' });
    expect([...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, url]) => url)).toEqual([
      'https://blatt.example/a/',
      'https://example.org/',
      '#c',
      'mailto:d@blatt.example',
      'https://blatt.example/e/#x',
      'https://blatt.example/f.png',
    ]);
  });
});

describe('a link to a place in the same text', () => {
  it('leads there, whatever else stands on the page', () => {
    const html = rendered('## Der Anlass\n\nSiehe [oben](#der-anlass) und die Note.[^1]\n\n[^1]: Note.\n', {
      idPrefix: 'bericht',
    });
    expect(html).toContain('<h2 id="bericht-der-anlass">');
    expect(html).toContain('<a href="#bericht-der-anlass">oben</a>');
    expect(html).toContain('href="#bericht-fn-1"');
  });
});
