import { describe, expect, it } from 'vitest';
import { inText, problems } from './sample-content.ts';

const rulesIn = (text: string) => problems(inText(text)).map(({ line, rule }) => `${line} ${rule}`);

describe('headings', () => {
  it('the first level belongs to the title', () => {
    expect(problems(inText('Text.\n\n# Eins\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:10 (error headingOne)
        Gefunden: eine Überschrift der ersten Ebene (#)
        Erwartet: Überschriften ab der zweiten Ebene (##); die erste ist der Titel
        Zu tun: Schreiben Sie ## statt #.
    `);
    expect(problems(inText('Text.\n\n## Eins\n'))).toEqual([]);
  });

  it('no level is left out', () => {
    expect(problems(inText('## Zwei\n\n#### Vier\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:10 (error headingSkipped)
        Gefunden: einen Sprung von Ebene 2 auf Ebene 4
        Erwartet: eine Überschrift der Ebene 3
        Zu tun: Schreiben Sie ### statt ####.
    `);
    expect(rulesIn('### Drei\n')).toEqual(['8 headingSkipped']);
    expect(rulesIn('## Zwei\n\n### Drei\n\n#### Vier\n\n## Zwei\n\n### Drei\n')).toEqual([]);
  });

  it('has words', () => {
    expect(problems(inText('## Zwei\n\n##\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:10 (error headingEmpty)
        Gefunden: eine Überschrift ohne Text
        Erwartet: eine Überschrift, die sagt, worum es geht
        Zu tun: Ergänzen Sie den Text oder löschen Sie die Zeile.
    `);
  });
});

describe('HTML', () => {
  it('is refused', () => {
    expect(problems(inText('Ein <b>fettes</b> Wort.\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error rawHtml)
        Gefunden: HTML: „<b>“
        Erwartet: Markdown; erlaubt sind nur <span lang="…"> und <abbr title="…">, jeweils mit Ende im selben Absatz
        Zu tun: Schreiben Sie den Inhalt in Markdown, löschen Sie das HTML oder ergänzen Sie das fehlende Ende.
    `);
    expect(problems(inText('Ein **fettes** Wort.\n'))).toEqual([]);
  });

  it.each([
    ['a script', '<script>alert(1)</script>\n'],
    ['an instruction', '<?php echo 1 ?>\n'],
    ['a declaration', '<!DOCTYPE html>\n'],
    ['CDATA', 'Text <![CDATA[x]]>\n'],
    ['a picture', 'Text <img src="https://tracker.example/p.gif">\n'],
    ['an element with another attribute', '<span class="gross">Text</span> hier.\n'],
    ['an allowed element with one attribute more', '<span lang="en" onclick="x">Text</span> hier.\n'],
    ['an element that is not closed', 'Ein <span lang="en">offenes Ende.\n'],
    ['an end without a beginning', 'Ein loses</span> Ende.\n'],
    ['elements that overlap', '<abbr title="A"><span lang="en">B</abbr></span> C\n', 2],
    ['an element across emphasis', '*Ein <span lang="en">offenes* Ende</span>.\n', 2],
    ['an element across paragraphs', 'Ein <span lang="en">offenes\n\nEnde</span>.\n', 2],
    ['in a table', '|a|\n|-|\n|<b>|\n'],
    ['a line end outside of a table', 'Eins<br>zwei.\n'],
    ['in a footnote', 'Text[^1].\n\n[^1]: Ein <u>Wort</u>.\n'],
  ])('%s', (_, text, times = 1) => {
    const found = problems(inText(text));
    expect(found.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(Array(times).fill('error rawHtml'));
  });

  it('is named in one line, however long it is', () => {
    const [found] = problems(inText(`<div\n  class="x">\n${'a'.repeat(200)}\n</div>\n`));
    expect(found?.found).toBe(`HTML: „<div class="x"> ${'a'.repeat(63)}…“`);
  });

  it('an open element is reported in its own line', () => {
    expect(rulesIn('Eins.\n\nZwei\n<span lang="en">drei\nvier.\n')).toEqual(['11 rawHtml']);
  });

  it.each([
    ['another language', 'Das <span lang="en">Back Office</span> hilft.\n'],
    ['an abbreviation', 'Die <abbr title="Kommunale Datenverarbeitung">KDV</abbr> hilft.\n'],
    ['an abbreviation with an ampersand', 'Das <abbr title="Forschung & Entwicklung">F&E</abbr>-Referat.\n'],
    ['one in the other', 'Die <span lang="en">so <abbr title="called">c.</abbr> *cloud*</span> hilft.\n'],
    ['a line end in a table', '|a|\n|-|\n|eins<br>zwei<br/>drei|\n'],
    ['a note to oneself', 'Text <!-- weg --> Text.\n'],
    ['a note to oneself on its own lines', '<!--\nweg\n\nauch das\n-->\n'],
    ['signs that only look like HTML', 'Wenn 3 < 5 und a>b, dann `<b>` & Co.\n'],
  ])('%s is allowed', (_, text) => {
    expect(problems(inText(text))).toEqual([]);
  });
});

describe('what was meant as Markdown and would be printed as it stands', () => {
  it('a footnote that is not there', () => {
    expect(problems(inText('Wie beschlossen.[^9]\n\n[^1]: Eine andere.\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error footnoteMissing)
        Gefunden: den Verweis „[^9]“ auf eine Fußnote, die es in diesem Text nicht gibt
        Erwartet: eine Zeile, die mit „[^9]:“ beginnt
        Zu tun: Ergänzen Sie die Fußnote oder löschen Sie den Verweis.
      content/issues/2025-kw33/01-erster-beitrag.md:10 (error footnoteUnused)
        Gefunden: eine Fußnote, auf die nichts verweist und die deshalb nirgends erschiene: „[^1]: Eine andere.“
        Erwartet: im Text die Stelle, zu der sie gehört, mit [^1]
        Zu tun: Setzen Sie [^1] an die Stelle, oder löschen Sie die Zeile.
    `);
    expect(problems(inText('Wie beschlossen.[^9]\n\n[^9]: Im März.\n'))).toEqual([]);
    expect(problems(inText('So schreibt man `[^9]`.\n'))).toEqual([]);
  });

  it('bold text that does not end', () => {
    expect(problems(inText('Das ist\n**fett und bleibt es.\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:9 (warning asterisksShown)
        Gefunden: Sternchen, die auf der Seite zu sehen sind: „Das ist **fett und bleibt es.“
        Erwartet: fetten Text zwischen je zwei Sternchen, ohne Leerzeichen an deren Innenseite: **fett**
        Zu tun: Ergänzen Sie das fehlende Paar; hinter dem letzten folgt ein Leerzeichen oder ein Satzzeichen.
    `);
    expect(rulesIn('**Achtung:**Fenster zu.\n')).toEqual(['8 asterisksShown']);
    expect(rulesIn('Das kostet 5 Euro*.\n\n**Wichtig:**ja\n')).toEqual(['10 asterisksShown']);
    expect(rulesIn('Text[^die erste] geht weiter.\n')).toEqual(['8 footnoteMissing']);
    expect(problems(inText('Das ist **fett**, und `**` bleibt. 2 * 3 * 4\n'))).toEqual([]);
  });
});

describe('links say where they lead', () => {
  it('a text that says nothing', () => {
    expect(problems(inText('Mehr dazu [hier](/feeds/).\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (warning linkTextEmpty)
        Gefunden: den Linktext „hier“
        Erwartet: einen Linktext, der auch allein sagt, wohin er führt
        Zu tun: Nennen Sie das Ziel, zum Beispiel „Satzung des Zweckverbands“.
    `);
    for (const text of ['Hier klicken!', 'mehr …', 'Weiterlesen »', '**Link**', 'PDF', 'Klicken Sie hier.', '→']) {
      expect(rulesIn(`Siehe [${text}](/feeds/).\n`)).toEqual(['8 linkTextEmpty']);
    }
    expect(problems(inText('Siehe [Feeds dieser Website](/feeds/) und [hier und heute](/abo/).\n'))).toEqual([]);
  });

  it('no text at all', () => {
    expect(problems(inText('Siehe [](/feeds/).\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (warning linkTextEmpty)
        Gefunden: einen Link ohne Text
        Erwartet: einen Linktext, der auch allein sagt, wohin er führt
        Zu tun: Nennen Sie das Ziel, zum Beispiel „Satzung des Zweckverbands“.
    `);
  });

  it('an address in the text', () => {
    expect(problems(inText('Unter https://example.org/a.html.\nUnd www.example.org?\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (warning bareUrl)
        Gefunden: die nackte Adresse „https://example.org/a.html“
        Erwartet: einen Linktext in Worten
        Zu tun: Schreiben Sie [Worte](https://example.org/a.html).
      content/issues/2025-kw33/01-erster-beitrag.md:9 (warning bareUrl)
        Gefunden: die nackte Adresse „www.example.org“
        Erwartet: einen Linktext in Worten
        Zu tun: Schreiben Sie [Worte](https://www.example.org).
    `);
    expect(rulesIn('Siehe <https://example.org/>.\n')).toEqual(['8 bareUrl']);
    expect(rulesIn('Siehe [www.example.org](https://www.example.org).\n')).toEqual(['8 bareUrl']);
    expect(problems(inText('Siehe [Beispiel](https://example.org/) und `https://example.org`.\n'))).toEqual([]);
  });
});

describe('acts that no longer apply', () => {
  it('are named with what has taken their place', () => {
    expect(problems(inText('Angaben nach\n§ 5 TMG.\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:9 (warning lawOutOfDate)
        Gefunden: „TMG“; das gilt nicht mehr
        Erwartet: das DDG (seit 14. Mai 2024)
        Zu tun: Prüfen Sie die Stelle und bringen Sie sie auf den heutigen Stand.
    `);
    expect(problems(inText('Angaben nach\n§ 5 DDG.\n'))).toEqual([]);
  });

  it('also in the text of a link and in its address', () => {
    expect(rulesIn('Nach [§ 5 TMG](https://example.org/).\n')).toEqual(['8 lawOutOfDate']);
    expect(problems(inText('Zur [Plattform der EU](https://ec.europa.eu/consumers/odr/).\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (warning lawOutOfDate)
        Gefunden: „ec.europa.eu/consumers/odr“; das gilt nicht mehr
        Erwartet: keinen Verweis auf diese Plattform; sie wurde am 20. Juli 2025 abgeschaltet
        Zu tun: Prüfen Sie die Stelle und bringen Sie sie auf den heutigen Stand.
    `);
  });

  it('not in a text that tells of the change', () => {
    expect(
      problems(inText('Das TMG ist Geschichte.\n\n## Was *jetzt* gilt\n\nDas **DDG**. Im TMG stand es anders.\n')),
    ).toEqual([]);
    expect(rulesIn('Der RStV und das TMG.\n\nSeither gilt das DDG.\n')).toEqual(['8 lawOutOfDate']);
  });

  it('are reported once for each place, in its line', () => {
    expect(rulesIn('Das TMG.\n\nZeile\nund TTDSG,\nRundfunkstaatsvertrag.\n')).toEqual([
      '8 lawOutOfDate',
      '11 lawOutOfDate',
      '12 lawOutOfDate',
    ]);
  });
});
