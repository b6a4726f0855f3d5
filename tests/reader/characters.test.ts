import { describe, expect, it } from 'vitest';
import { toPlainText } from '../../src/text/plain-text.ts';
import {
  easyLanguage,
  inArticle,
  inSite,
  inText,
  library,
  problems,
  replaced,
  sample,
  terms,
} from './sample-content.ts';

const rulesIn = (text: string) =>
  problems(inText(text)).map(({ line, severity, rule }) => `${line} ${severity} ${rule}`);

function shown(text: string): string {
  const [article] = library(inText(text)).articles;
  return article ? toPlainText(article.body).text : '';
}

const linksIn = (text: string) => {
  const [article] = library(inText(text)).articles;
  return article ? toPlainText(article.body).links : [];
};

describe('characters that nobody sees', () => {
  it.each([
    ['a space without width', 'Bürger\u200bbüro'],
    ['a joiner', 'Bürger\u2060büro'],
    ['a byte order mark', 'Bürger\ufeffbüro'],
    ['a soft hyphen', 'Bürger\u00adbüro'],
    ['the soft hyphen of Word', 'Bürger\u001fbüro'],
    ['a joiner of other scripts', 'Bürger\u200cbüro'],
    ['marks of direction', '\u202aBürger\u200ebüro\u202c'],
  ])('are taken away: %s', (_, written) => {
    expect(shown(`Das ${written} ist offen.\n`)).toBe('Das Bürgerbüro ist offen.');
    expect(problems(inText(`Das ${written} ist offen.\n`))).toEqual([]);
  });

  it('stay where they belong to a word or a sign', () => {
    for (const text of ['می\u200cخواهم', '👩\u200d💻 und 🏴\u200d☠️', 'שלום \u2067abc\u2069'])
      expect(shown(`${text}\n`)).toBe(text);
  });

  it('are taken away from links too', () => {
    const text = '[Satzung](https://a.example/satzung\u200b) und [Satzung 2](https://a.example/satzung2\u00a0)\n';
    expect(linksIn(text)).toEqual(['https://a.example/satzung', 'https://a.example/satzung2']);
  });

  it('letters that a PDF file has in one sign are letters', () => {
    expect(shown('Wir ﬁnden Oﬃzielles und Auﬂagen.\n')).toBe('Wir finden Offizielles und Auflagen.');
    expect(library(inArticle('title: Büroﬂächen')).articles[0]?.title).toBe('Büroflächen');
  });

  it('the hyphen of Word is one', () => {
    expect(shown('E\u001eMail und Ganz\u001etags\n')).toBe('E-Mail und Ganz-tags');
  });

  it.each(['\u000b', '\u000c', '\u2028', '\u2029'])('ends a line, as in other programs: %j', (sign) => {
    expect(shown(`Zeile eins${sign}Zeile zwei.\n`)).toBe('Zeile eins\nZeile zwei.');
    expect(problems(inText(`Zeile eins${sign}Zeile zwei.\n\n# Titel\n`))).toMatchObject([{ line: 10 }]);
    const [article] = library(inArticle(`title: Das${sign}Rathaus`, `## Das${sign}Amt\n`)).articles;
    expect(article?.title).toBe('Das Rathaus');
    expect(article && toPlainText(article.body).text).toBe('Das Amt\n-------');
  });
});

describe('no-break spaces in the head', () => {
  it('are plain ones where they are a part of its notation', () => {
    const head =
      'id:\u00a0tag:blatt.example,2025-08-14:eins\ntitle\u00a0:\u00a0Das Rathaus\nkind: news\u00a0\nsummary: Kurz.\ntopics:\n\u00a0\u00a0-\u00a0soziales\npublishedOn:\u202f2025-08-14\n';
    const [article] = library({
      'content/issues/2025-kw33/01-erster-beitrag.md': `---\u00a0\n${head}---\n\nText.\n`,
    }).articles;
    expect(article).toMatchObject({
      title: 'Das Rathaus',
      kind: 'news',
      publishedOn: '2025-08-14',
      topics: [{ slug: 'soziales' }],
    });
  });

  it('stay in a text', () => {
    expect(library(inArticle('title: Die 33.\u00a0KW')).articles[0]?.title).toBe('Die 33.\u00a0KW');
  });
});

describe('characters of Windows', () => {
  it('are read as what they were', () => {
    expect(shown('\u0084Zitat\u0093 \u0096 ein Strich, \u0080 5 \u0085\n')).toBe(
      '„Zitat“\u00a0– ein Strich, €\u00a05 …',
    );
  });

  it('in UTF-8 that was read as Windows-1252', () => {
    expect(problems(inText('BÃ¼rgerbÃ¼ro grÃ¶ÃŸer.\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error mojibake)
        Gefunden: „BÃ¼rgerbÃ¼ro“; beim Speichern wurde die Kodierung verwechselt
        Erwartet: „Bürgerbüro“
        Zu tun: Schreiben Sie „Bürgerbüro“; „npm run check -- --fix“ richtet die ganze Zeile.
    `);
    for (const [written, meant] of [
      ['Â§', '§'],
      ['â€“', '–'],
      ['â€žJaâ€œ', '„Ja“'],
      ['5â‚¬', '5€'],
      ['ÃƒÂ¼ber', 'über'],
      ['SÃ¸ren', 'Søren'],
      ['Ä°stanbul', 'İstanbul'],
      ['Bu¨rger', 'Bürger'],
    ] as const) {
      const edits = problems(inText(`Das ist ${written} hier.\n`)).flatMap(({ edits = [] }) => edits);
      expect(edits).toEqual([{ from: written, to: meant }]);
    }
    expect(rulesIn('Der Buchstabe „Ä“, „Ã“ und Ångström, São Paulo, 5° C.\n')).toEqual([]);
  });

  it('in the head too', () => {
    expect(problems(inArticle('title: Das BÃ¼rgerbÃ¼ro'))).toMatchObject([{ line: 3, rule: 'mojibake' }]);
    expect(problems(replaced(terms, 'Soziales', 'GrÃ¼nes'))).toMatchObject([
      { file: terms, line: 2, rule: 'mojibake' },
    ]);
    expect(problems(inSite('title: Blatt \ufffd'))).toMatchObject([{ rule: 'characterUnreadable' }]);
  });
});

describe('characters that no reader could make sense of', () => {
  it('are told by their name', () => {
    expect(problems(inText('Das B\ufffdrgerb\ufffdro.\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error characterUnreadable)
        Gefunden: das Ersatzzeichen (U+FFFD) bei „Das B□rgerb□ro.“
        Erwartet: ein Zeichen, das jeder lesen kann
        Zu tun: Sehen Sie in der Vorlage nach, was dort steht, und tippen Sie es neu.
    `);
    for (const sign of ['a\u0013b', 'a\u0081b', '\ue123', '\u202eabc אבג', '\u3164', '\u2800']) {
      expect(rulesIn(`Das ${sign} da.\n`)).toEqual(['8 error characterUnreadable']);
    }
    expect(problems(inText('Das a\u0013b.\n'))[0]?.found).toBe('ein Steuerzeichen (U+0013) bei „Das a□b.“');
  });

  it('with the sign where Word has one of its own', () => {
    expect(problems(inText('Antrag \uf0e0 Bescheid\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error characterUnreadable)
        Gefunden: ein Zeichen, das nur eine bestimmte Schriftart kennt (U+F0E0) bei „Antrag □ Bescheid“
        Erwartet: das Zeichen →
        Zu tun: Schreiben Sie →; „npm run check -- --fix“ tut es.
    `);
  });

  it('a question mark in a word', () => {
    expect(problems(inText('Das B?rgerb?ro.\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (warning letterLost)
        Gefunden: ein Fragezeichen im Wort: „B?rgerb?ro“
        Erwartet: einen Buchstaben; Umlaute gehen beim Umspeichern manchmal so verloren
        Zu tun: Ersetzen Sie das Fragezeichen, oder setzen Sie ein Leerzeichen dahinter.
    `);
    expect(
      rulesIn('Wer? Was? „Wie?“ https://a.example/?a=b [x](/feeds/?a) Ja?!\n').filter((rule) =>
        rule.includes('letterLost'),
      ),
    ).toEqual([]);
  });
});

it('each line of a text in Leichte Sprache is one on the page', () => {
  const files = {
    ...sample,
    [easyLanguage]:
      '---\ntitle: Leichte Sprache\nupdatedOn: 2025-08-01\n---\n\nMontag: 8 Uhr\nDienstag: 9 Uhr\nRathaus\nMarkt 1\n12345 Musterstadt\n',
  };
  expect(problems(files)).toEqual([]);
});
