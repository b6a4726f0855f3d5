import { describe, expect, it } from 'vitest';
import { prepareBody } from '../../src/text/body.ts';
import { parseMarkdown } from '../../src/text/parse.ts';
import { toPlainText } from '../../src/text/plain-text.ts';
import { rendered } from './rendered.ts';

const plain = (markdown: string) => toPlainText(prepareBody(parseMarkdown(markdown))).text;
const speakerOf = (markdown: string) => /<figcaption>(.*)<\/figcaption>/s.exec(rendered(markdown))?.[1];

describe('a voice: a quotation that ends with a dash, a name and a function', () => {
  it.each([
    ['a list of one point behind a colon', '> Gefordert ist:\n>\n> - Mehr Geld'],
    ['a dash behind a colon', '> Gefordert ist:\n>\n> – Mehr Geld'],
    ['a list of one point in a box', '> **Mitzubringen:**\n>\n> - Personalausweis'],
    ['a list of one point below a label', '> **Wichtig**\n>\n> - Personalausweis'],
  ])('and nothing that somebody says: %s', (_, markdown) => {
    expect(rendered(markdown)).not.toContain('voice');
  });

  it('with a function that ends in a name in quotes', () => {
    expect(speakerOf('> Gut.\n> – Anna Muster, Projektleiterin "Smart City"')).toContain(
      '<strong>Anna Muster</strong>',
    );
    expect(speakerOf('> Gut.\n> – Das ist alles."')).toBeUndefined();
  });

  it('becomes one thing of a statement and its speaker', () => {
    expect(
      rendered('Vorher.\n\n> "Es ist gut", sagt sie.\n> – Erika Muster, Kämmerin\n\nNachher.'),
    ).toMatchInlineSnapshot(`
      "<p>Vorher.</p>
      <figure class="voice"><blockquote>
      <p>„Es ist gut“, sagt sie.</p>
      </blockquote><figcaption><strong>Erika Muster</strong>, Kämmerin</figcaption></figure>
      <p>Nachher.</p>"
    `);
    expect(plain('> "Es ist gut."\n> – Erika Muster, Kämmerin')).toBe('> „Es ist gut.“\n– Erika Muster, Kämmerin');
  });

  it.each([
    ['indirect speech', '> Es sei gut.\n> – Erika Muster, Kämmerin'],
    ['an em dash', '> Gut.\n> — Erika Muster, Kämmerin'],
    ['two hyphens', '> Gut.\n> -- Erika Muster, Kämmerin'],
    ['a hyphen, which makes a list of it', '> Gut.\n> - Erika Muster, Kämmerin'],
    ['a line between', '> Gut.\n>\n> – Erika Muster, Kämmerin'],
    ['a hard break', '> Gut.  \n> – Erika Muster, Kämmerin'],
    ['the sign of a quotation forgotten on the last line', '> Gut.\n– Erika Muster, Kämmerin'],
    ['several paragraphs', '> Gut.\n>\n> - eins\n> - zwei\n>\n> Besser.\n> – Erika Muster, Kämmerin'],
  ])('takes %s', (_, markdown) => {
    expect(speakerOf(markdown)).toBe('<strong>Erika Muster</strong>, Kämmerin');
    expect(rendered(markdown)).toMatch(/^<figure class="voice"><blockquote>/);
    expect(plain(markdown)).toMatch(/^> .*\n– Erika Muster, Kämmerin$/s);
  });

  it.each([
    ['a name alone', '– Erika Muster', '<strong>Erika Muster</strong>'],
    [
      'a title',
      '– Dr. Erika von Muster, Bürgermeisterin a. D.',
      '<strong>Dr.\u00A0Erika von Muster</strong>, Bürgermeisterin a.\u00A0D.',
    ],
    ['a name of nobility', '– von der Aue, Landrat', '<strong>von der Aue</strong>, Landrat'],
    ['a link', '– [Erika Muster](/feeds/), Kämmerin', '<a href="/feeds/">Erika Muster</a>, Kämmerin'],
    [
      'an abbreviation',
      '– Erika Muster, <abbr title="Amt">A.</abbr>',
      '<strong>Erika Muster</strong>, <abbr title="Amt">A.</abbr>',
    ],
  ])('knows a speaker by %s', (_, line, speaker) => {
    expect(speakerOf(`> Gut.\n> ${line}`)).toBe(speaker);
  });

  it.each([
    ['without a speaker', '> Es war gut.'],
    ['whose sentence goes on behind a dash', '> Es war gut\n> – und bleibt es'],
    ['whose last line is a sentence', '> Es war gut.\n> – Das sagten alle.'],
    ['that is nothing but a dash and a name', '> – Erika Muster, Kämmerin'],
    ['that ends with a list', '> Es gilt:\n>\n> - Eins\n> - Zwei'],
    ['with a dash inside its last line', '> Es war gut – Erika Muster'],
  ])('leaves a quotation %s as it is', (_, markdown) => {
    expect(rendered(markdown)).toMatch(/^<blockquote>/);
  });
});

describe('a box: a quotation that begins with a label in bold', () => {
  it('says its name to those who listen', () => {
    expect(rendered('> **Hinweis:** Am 24. Dezember ist zu.\n>\n> Danach nicht.')).toMatchInlineSnapshot(
      `"<div class="box" role="note" aria-label="Hinweis"><p><strong>Hinweis:</strong> Am 24. Dezember ist zu.</p><p>Danach nicht.</p></div>"`,
    );
    expect(plain('> **Hinweis:** Am 24. Dezember ist zu.')).toBe('> Hinweis: Am 24.\u00A0Dezember ist zu.');
  });

  it.each([
    ['a colon behind the bold words', '> **Frist**: Freitag', 'Frist'],
    ['a line of its own', '> **Gut zu wissen**\n>\n> - eins\n> - zwei', 'Gut zu wissen'],
    ['quotes', '> **"Frist":** Freitag', '„Frist“'],
  ])('takes %s', (_, markdown, label) => {
    expect(rendered(markdown)).toMatch(`<div class="box" role="note" aria-label="${label}">`);
  });

  it.each([
    ['bold words in a sentence', '> **Nie** wieder.'],
    ['bold words alone', '> **Nie wieder**'],
    ['a colon without bold words', '> Hinweis: Freitag'],
  ])('leaves a quotation with %s as it is', (_, markdown) => {
    expect(rendered(markdown)).toMatch(/^<blockquote>/);
  });
});
