import { describe, expect, it } from 'vitest';
import { inText, problems } from './sample-content.ts';

/** Line, severity and rule of all that is said about a text; its first line is the eighth of the file. */
const rulesIn = (text: string) =>
  problems(inText(text)).map(({ line, severity, rule }) => `${line} ${severity} ${rule}`);

describe('headings that Markdown does not recognise', () => {
  it('without the space', () => {
    expect(problems(inText('##Überschrift\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error headingGlued)
        Gefunden: „##Überschrift“; das ist keine Überschrift, weil das Leerzeichen fehlt
        Erwartet: ein Leerzeichen hinter „##“
        Zu tun: Schreiben Sie „## Überschrift“; „npm run check -- --fix“ tut es.
    `);
    expect(rulesIn('Text.\n##Überschrift\nText.\n')).toEqual(['9 error headingGlued']);
    expect(problems(inText('## Überschrift\n\nBei C## und `##x` bleibt es.\n'))).toEqual([]);
  });

  it('with too many signs', () => {
    expect(problems(inText('####### Sieben\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error headingTooDeep)
        Gefunden: mehr als sechs # vor einer Überschrift
        Erwartet: eine Überschrift mit ##, ### oder ####
        Zu tun: Nehmen Sie weniger #.
    `);
  });

  it('that may be a tag', () => {
    expect(problems(inText('#Ein neuer Anfang im Rathaus\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (warning headingOrTag)
        Gefunden: „#Ein neuer Anfang im Rathaus“; das gilt als Schlagwort, nicht als Überschrift
        Erwartet: vor einer Überschrift „## “ mit Leerzeichen
        Zu tun: Soll es eine Überschrift sein, schreiben Sie „## “ davor.
    `);
    for (const tag of [
      '#Stadtradeln startet am 1. Mai.',
      '#Stadtradeln',
      '#Stadtradeln #Klima',
      'Mit #Klima im Text',
    ]) {
      expect(rulesIn(`${tag}\n`)).toEqual([]);
    }
  });

  it('with a no-break space', () => {
    expect(problems(inText('##\u00a0Überschrift\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (warning spaceAfterMark)
        Gefunden: ein geschütztes Leerzeichen hinter „##“
        Erwartet: ein gewöhnliches Leerzeichen; nur das verstehen alle Programme
        Zu tun: Ersetzen Sie es; „npm run check -- --fix“ tut es.
    `);
    expect(rulesIn('-\u00a0Punkt\n-\u202fPunkt\n\n1.\u00a0Schritt\n2.\u00a0Schritt\n\n31.\u00a0Oktober\n')).toEqual([
      '8 warning spaceAfterMark',
      '9 warning spaceAfterMark',
      '11 warning spaceAfterMark',
      '12 warning spaceAfterMark',
    ]);
  });

  it('that run together with the paragraph below', () => {
    const paragraph =
      'Das Bürgerbüro nimmt Anträge seit dem Frühjahr auch online an, und die Wartezeit ist dadurch viel kürzer geworden, vor allem an den Montagen nach den Ferien.';
    expect(problems(inText(`Weniger Wege\n${paragraph}\n`))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (warning headingMeant)
        Gefunden: eine kurze Zeile ohne Punkt über einem Absatz: „Weniger Wege“; auf der Seite läuft sie mit ihm zusammen
        Erwartet: vor einer Überschrift „## “ und dahinter eine Leerzeile
        Zu tun: Soll es eine Überschrift sein, schreiben Sie „## “ davor. Sonst setzen Sie eine Leerzeile dahinter.
    `);
    expect(rulesIn(`Weniger Wege.\n${paragraph}\n`)).toEqual([]);
    expect(rulesIn(`## Weniger Wege\n${paragraph}\n`)).toEqual([]);
  });
});

describe('points of a list that Markdown does not recognise', () => {
  it('with another sign', () => {
    expect(problems(inText('• Punkt eins\n• Punkt zwei\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error listSign)
        Gefunden: einen Punkt einer Liste, den Markdown nicht erkennt: „• Punkt eins“
        Erwartet: vor jedem Punkt „- “
        Zu tun: Schreiben Sie „- “ statt des Zeichens; „npm run check -- --fix“ tut es.
      content/issues/2025-kw33/01-erster-beitrag.md:9 (error listSign)
        Gefunden: einen Punkt einer Liste, den Markdown nicht erkennt: „• Punkt zwei“
        Erwartet: vor jedem Punkt „- “
        Zu tun: Schreiben Sie „- “ statt des Zeichens; „npm run check -- --fix“ tut es.
    `);
    for (const sign of ['•', '·', '●', '▪', '◦', '➢', '\uf0b7', '\uf0a7', '•\t', 'o\t', '§\t', '–\t', '•\u00a0']) {
      expect(rulesIn(`${sign} Punkt\n`)).toEqual(['8 error listSign']);
    }
  });

  it('with a dash', () => {
    expect(rulesIn('– eins\n– zwei\n')).toEqual(['8 error listSign', '9 error listSign']);
    expect(rulesIn('– eins\n\n– zwei\n')).toEqual(['8 error listSign', '10 error listSign']);
    expect(rulesIn('Dazu gehören:\n– Updates\n')).toEqual(['9 error listSign']);
    // A dash that goes on a sentence, one before the name of a speaker, and a greeting.
    expect(rulesIn('Das gilt von Montag\n– Freitag.\n')).toEqual([]);
    expect(rulesIn('> „Es geht.“\n> – Max Muster\n')).toEqual([]);
    expect(rulesIn('– Ihre Redaktion\n')).toEqual([]);
  });

  it('without the space', () => {
    expect(problems(inText('-Punkt eins\n-Punkt zwei\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error listGlued)
        Gefunden: einen Punkt einer Liste ohne Leerzeichen: „-Punkt eins“
        Erwartet: ein Leerzeichen hinter „-“
        Zu tun: Ergänzen Sie das Leerzeichen; „npm run check -- --fix“ tut es.
      content/issues/2025-kw33/01-erster-beitrag.md:9 (error listGlued)
        Gefunden: einen Punkt einer Liste ohne Leerzeichen: „-Punkt zwei“
        Erwartet: ein Leerzeichen hinter „-“
        Zu tun: Ergänzen Sie das Leerzeichen; „npm run check -- --fix“ tut es.
    `);
    expect(rulesIn('1.Schritt\n2.Schritt\n')).toEqual(['8 error listGlued', '9 error listGlued']);
    expect(rulesIn('–Punkt\n–Punkt\n')).toEqual(['8 error listGlued', '9 error listGlued']);
    expect(rulesIn('*Punkt\n*Punkt\n')).toEqual(['8 error listGlued', '9 error listGlued']);
    expect(rulesIn('1.Mai\n2.Mai\n')).toEqual([]);
    expect(rulesIn('Im 2.OG und bei 1.000 Euro, 3.Klasse\n')).toEqual([]);
    expect(rulesIn('*Punkt* eins\n*Punkt* zwei\n')).toEqual([]);
  });

  it('or that may be something else', () => {
    expect(problems(inText('-Punkt\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (warning listGluedMaybe)
        Gefunden: eine Zeile, die mit „-“ beginnt: „-Punkt“
        Erwartet: hinter dem Strich eines Listenpunkts ein Leerzeichen
        Zu tun: Soll es ein Listenpunkt sein, ergänzen Sie das Leerzeichen; „npm run check -- --fix“ tut es.
    `);
  });

  it('boxes to tick off', () => {
    expect(problems(inText('- [ ] offen\n- [x] erledigt\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error taskBox)
        Gefunden: ein Kästchen zum Abhaken: „[ ]“
        Erwartet: einen Punkt ohne eckige Klammern; abhaken lässt sich auf der Seite nichts
        Zu tun: Löschen Sie die Klammern, oder schreiben Sie ☐ oder ☑; „npm run check -- --fix“ tut es.
      content/issues/2025-kw33/01-erster-beitrag.md:9 (error taskBox)
        Gefunden: ein Kästchen zum Abhaken: „[x]“
        Erwartet: einen Punkt ohne eckige Klammern; abhaken lässt sich auf der Seite nichts
        Zu tun: Löschen Sie die Klammern, oder schreiben Sie ☐ oder ☑; „npm run check -- --fix“ tut es.
    `);
    expect(rulesIn('- Der [Plan] steht.\n')).toEqual([]);
  });
});

describe('links and pictures that Markdown does not recognise', () => {
  it('with spaces in the target', () => {
    expect(problems(inText('Siehe [Zeitplan](Zeit plan.pdf).\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error linkSpaces)
        Gefunden: „[Zeitplan](Zeit plan.pdf)“; das ist kein Link und kein Bild, weil das Ziel ein Leerzeichen enthält
        Erwartet: ein Ziel ohne Leerzeichen; Dateinamen mit Leerzeichen stehen zwischen < und >
        Zu tun: Schreiben Sie [Zeitplan](<Zeit plan.pdf>); „npm run check -- --fix“ tut es.
    `);
    const mended = (text: string) =>
      problems(inText(`${text}\n`)).flatMap(({ edits = [] }) => edits.map(({ to }) => to));
    expect(mended('![Alt](Mein Bild.jpg)')).toEqual(['![Alt](<Mein Bild.jpg>)']);
    expect(mended('[Frage](mailto:a@b.example?subject=Eine Frage)')).toEqual([
      '[Frage](mailto:a@b.example?subject=Eine%20Frage)',
    ]);
    expect(mended('[Anruf](tel:+49 441 97140)')).toEqual(['[Anruf](tel:+4944197140)']);
    expect(mended('[Satzung](https://a.example/Neue Satzung.pdf)')).toEqual([
      '[Satzung](https://a.example/Neue%20Satzung.pdf)',
    ]);
    expect(mended('[Satzung](https://a.example Die Satzung)')).toEqual([]);
  });

  it('with a no-break space in the target', () => {
    expect(rulesIn('[Satzung](https://a.example/neue\u00a0satzung)\n')).toEqual(['8 error linkSpaces']);
    expect(rulesIn('[Satzung](https://a.example/satzung\u00a0)\n')).toEqual([]);
  });

  it('with other brackets', () => {
    expect(problems(inText('Die [Satzung] (https://a.example/) gilt.\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error linkForm)
        Gefunden: „[Satzung] (https://a.example/)“; das ist kein Link, weil zwischen den Klammern ein Leerzeichen steht
        Erwartet: [Text](Ziel)
        Zu tun: Schreiben Sie [Satzung](https://a.example/); „npm run check -- --fix“ tut es.
      content/issues/2025-kw33/01-erster-beitrag.md:8 (warning bareUrl)
        Gefunden: die nackte Adresse „https://a.example/“
        Erwartet: einen Linktext in Worten
        Zu tun: Schreiben Sie [Worte](https://a.example/).
    `);
    expect(
      problems(inText('Die (Satzung)[https://a.example/] gilt.\n')).map(({ rule, edits }) => [rule, edits]),
    ).toEqual([
      ['linkForm', [{ from: '(Satzung)[https://a.example/]', to: '[Satzung](https://a.example/)' }]],
      ['bareUrl', undefined],
    ]);
    expect(rulesIn('Die [Fassung] (vom 3. Mai) gilt, f(x)[1] auch.\n')).toEqual([]);
  });

  it('without an end', () => {
    expect(problems(inText('Die [Satzung](https://a.example/ gilt.\n'))[0]).toMatchObject({
      rule: 'linkOpen',
      line: 8,
    });
    expect(problems(inText('Die [Satzung](mailto:a@b.example gilt.\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error linkOpen)
        Gefunden: „[Satzung](mailto:a@b.example“; das ist kein Link, weil die Klammer am Ende fehlt
        Erwartet: [Text](Ziel)
        Zu tun: Ergänzen Sie die Klammer hinter dem Ziel.
    `);
  });
});

describe('tables that Markdown does not recognise', () => {
  it('without the line below the head', () => {
    expect(problems(inText('| A | B |\n| 1 | 2 |\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error tableLineMissing)
        Gefunden: eine Tabelle, die Markdown nicht erkennt: „| A | B |“
        Erwartet: unter der ersten Zeile diese: | --- | --- |
        Zu tun: Ergänzen Sie die Zeile; „npm run check -- --fix“ tut es.
    `);
  });

  it('with a wrong one', () => {
    expect(problems(inText('| A | B |\n| — | — |\n| 1 | 2 |\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:9 (error tableLineWrong)
        Gefunden: unter dem Kopf einer Tabelle eine Zeile, die Markdown nicht erkennt
        Erwartet: für jede Spalte drei Striche: | --- | --- |
        Zu tun: Schreiben Sie die Zeile so; „npm run check -- --fix“ tut es.
    `);
    expect(rulesIn('| A | B | C |\n| --- | --- |\n| 1 | 2 | 3 |\n')).toEqual(['9 error tableLineWrong']);
  });

  it('or that may be none', () => {
    expect(problems(inText('Montag | Rathaus\nDienstag | Bücherei\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (warning tableMaybe)
        Gefunden: Zeilen mit senkrechten Strichen, die ineinanderlaufen: „Montag | Rathaus“
        Erwartet: für eine Tabelle unter der ersten Zeile diese: | --- | --- |
        Zu tun: Soll es eine Tabelle sein, ergänzen Sie die Zeile, und davor eine Leerzeile.
    `);
    expect(rulesIn('Mo | Di | Mi\n')).toEqual([]);
  });

  it('made of tabulators', () => {
    expect(problems(inText('Antrag\tvorher\tnachher\nAusweis\t12 Tage\t1 Tag\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (warning tableByTabs)
        Gefunden: Spalten aus Tabulatoren oder vielen Leerzeichen in 2 Zeilen; auf der Seite laufen sie ineinander
        Erwartet: eine Tabelle mit senkrechten Strichen: | Tag | Ort |
        Zu tun: Setzen Sie | zwischen die Spalten und unter die erste Zeile | --- | --- |; hat jede Zeile gleich viele, „npm run check -- --fix“ tut es.
    `);
    expect(rulesIn('Antrag     vorher\nAusweis    12 Tage\n')).toEqual(['8 warning tableByTabs']);
  });

  it('with more cells than the head, which would be lost', () => {
    expect(problems(inText('| A | B |\n| - | - |\n| 1 | 2 | 3 |\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:10 (error tableRowLong)
        Gefunden: eine Zeile mit 3 Zellen in einer Tabelle mit 2 Spalten; was darüber ist, fiele weg
        Erwartet: höchstens 2 Zellen
        Zu tun: Ergänzen Sie im Kopf eine Spalte, oder schreiben Sie einen senkrechten Strich, der Text ist, als \\|.
    `);
    expect(rulesIn('| A | B |\n| - | - |\n| 1 \\| 2 | 3 |\n| 4 |\n')).toEqual([]);
  });

  it('without rows, or with a row that a blank line keeps from it', () => {
    expect(problems(inText('| A | B |\n| - | - |\n\n| 1 | 2 |\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error tableEmpty)
        Gefunden: eine Tabelle, die nur aus ihrem Kopf besteht
        Erwartet: unter dem Kopf und seinen Strichen wenigstens eine Zeile, ohne Leerzeile dazwischen
        Zu tun: Ergänzen Sie die Zeilen, oder löschen Sie die Leerzeile unter dem Kopf.
      content/issues/2025-kw33/01-erster-beitrag.md:11 (error tableRowApart)
        Gefunden: eine Zeile einer Tabelle, die eine Leerzeile von ihr trennt: „| 1 | 2 |“
        Erwartet: die Zeilen einer Tabelle ohne Leerzeile untereinander
        Zu tun: Löschen Sie die Leerzeile davor.
    `);
    expect(problems(inText('| A | B |\n| - | - |\n| 1 | 2 |\n\nEin Satz | noch einer.\n'))).toEqual([]);
  });

  it('with a line below that becomes a row', () => {
    expect(problems(inText('| A | B |\n| - | - |\n| 1 | 2 |\nDanach geht es weiter.\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:11 (warning tableGoesOn)
        Gefunden: „Danach geht es weiter.“ als letzte Zeile einer Tabelle
        Erwartet: eine Leerzeile zwischen der Tabelle und dem Text darunter
        Zu tun: Setzen Sie eine Leerzeile davor; „npm run check -- --fix“ tut es.
    `);
  });
});

describe('footnotes that Markdown does not recognise', () => {
  it('in the sentence', () => {
    expect(problems(inText('Text^[Eine Fußnote].\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error footnoteInline)
        Gefunden: eine Fußnote im Satz: „^[Eine Fußnote]“
        Erwartet: im Satz [^1] und am Ende des Textes eine Zeile [^1]: Erklärung
        Zu tun: Schreiben Sie die Fußnote so; „npm run check -- --fix“ tut es.
    `);
  });

  it('by hand', () => {
    expect(problems(inText('Das steht im Gesetz [1].\n\n[1] Stand: Oktober.\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error footnoteByHand)
        Gefunden: eine Fußnote von Hand: „[1]“ im Satz und am Anfang einer Zeile
        Erwartet: im Satz [^1], und vor der Erklärung [^1]:
        Zu tun: Schreiben Sie beide so, dann führt die eine zur anderen; „npm run check -- --fix“ tut es.
    `);
    expect(rulesIn('Das steht im Gesetz.¹\n\n¹ Stand: Oktober.\n')).toEqual(['8 error footnoteByHand']);
    expect(rulesIn('Das Feld [1] ist frei, 20 m² groß.\n')).toEqual([]);
  });

  it('that nothing refers to', () => {
    expect(problems(inText('Text.\n\n[^1]: Eine Fußnote.\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:10 (error footnoteUnused)
        Gefunden: eine Fußnote, auf die nichts verweist und die deshalb nirgends erschiene: „[^1]: Eine Fußnote.“
        Erwartet: im Text die Stelle, zu der sie gehört, mit [^1]
        Zu tun: Setzen Sie [^1] an die Stelle, oder löschen Sie die Zeile.
    `);
  });

  it('that are there twice', () => {
    expect(problems(inText('Text.[^1]\n\n[^1]: Eins.\n\n[^1]: Zwei.\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:12 (error definedTwice)
        Gefunden: „[^1]:“ zum zweiten Mal; diese Zeile erschiene nirgends
        Erwartet: jeden Namen nur einmal
        Zu tun: Geben Sie einen anderen Namen, oder löschen Sie die Zeile.
    `);
  });

  it('and targets that no link has', () => {
    expect(problems(inText('Text.\n\n[Anmeldung]: https://a.example/\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:10 (error targetUnused)
        Gefunden: eine Zeile, die nirgends erschiene: „[Anmeldung]: https://a.example/“; so schreibt man das Ziel eines Links, den es hier nicht gibt
        Erwartet: einen Link wie [Anmeldung](Ziel)
        Zu tun: Schreiben Sie den Link an seine Stelle im Text, ohne Doppelpunkt, oder löschen Sie die Zeile.
    `);
    expect(rulesIn('Zur [Anmeldung].\n\n[Anmeldung]: https://a.example/\n')).toEqual([]);
  });
});

describe('marks of other programs', () => {
  it.each([
    ['a box', '::: info\nText\n:::\n', 2],
    ['a box of GitHub', '> [!NOTE]\n> Text\n', 1],
    ['a link of a wiki', 'Siehe [[Rathaus]].\n', 1],
    ['a place for something', 'Am {{datum}} ist es so weit.\n', 1],
    ['a contents', '[TOC]\n', 1],
    ['bold text of a forum', 'Das ist [b]fett[/b].\n', 1],
    ['a class', '## Titel {#anker}\n', 1],
    ['a heading of a wiki', '== Titel ==\n', 1],
    ['bold text of a wiki', "Das ist '''fett'''.\n", 1],
    ['a highlight', 'Das ist ==wichtig==.\n', 1],
  ])('%s', (_, text, times) => {
    expect(problems(inText(text)).map(({ rule }) => rule)).toEqual(Array(times).fill('foreignMark'));
  });

  it('are told with what to write', () => {
    expect(problems(inText('Siehe [[Rathaus]].\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error foreignMark)
        Gefunden: ein Zeichen aus einem Wiki in der Schreibweise eines anderen Programms: „[[Rathaus]]“
        Erwartet: nur Zeichen, die das Programm kennt; alle anderen stehen auf der Seite, wie sie da sind
        Zu tun: Schreiben Sie einen Link als [Text](Ziel), eine Überschrift mit „## “, Wichtiges als **fett**.
    `);
    expect(problems(inText('::: info\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error foreignMark)
        Gefunden: einen Kasten in der Schreibweise eines anderen Programms: „::: info“
        Erwartet: nur Zeichen, die das Programm kennt; alle anderen stehen auf der Seite, wie sie da sind
        Zu tun: Ein Kasten ist ein Zitat, das fett beginnt: > **Hinweis:** und der Text. Löschen Sie die anderen Zeichen.
    `);
    for (const text of [
      'Der Satz {in Klammern} gilt.',
      'a == b',
      '`{{x}}` und `[[x]]`',
      'Von 10:30:00 an',
      '[i] und [2]',
    ]) {
      if (!text.includes('[i]')) expect(rulesIn(`${text}\n`)).toEqual([]);
    }
  });

  it('the name of an emoji', () => {
    expect(problems(inText('Willkommen :smile: im Rathaus.\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (warning emojiName)
        Gefunden: „:smile:“; auf der Seite steht es genau so da
        Erwartet: das Zeichen selbst, wenn eines gemeint ist
        Zu tun: Fügen Sie das Zeichen ein; unter Windows öffnet die Windows-Taste mit dem Punkt eine Auswahl.
    `);
    expect(rulesIn('Um 10:30: Beginn; Kürzel a:b:c.\n')).toEqual([]);
  });

  it('tildes without a partner', () => {
    expect(problems(inText('Der Termin ist ~~Montag.\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (warning tildesShown)
        Gefunden: Tilden, die auf der Seite zu sehen sind: „Der Termin ist ~~Montag.“
        Erwartet: gestrichenen Text zwischen je zwei Tilden: ~~Montag~~
        Zu tun: Ergänzen Sie das fehlende Paar, ohne Leerzeichen an der Innenseite.
    `);
    expect(rulesIn('Der Termin ist ~~Montag~~ Dienstag, 10~12 Uhr.\n')).toEqual([]);
  });
});

describe('marks within words, and signs that stand for them', () => {
  it('stars around a part of a word', () => {
    expect(problems(inText('Im Rathaus liegt es,\nim *Amt*sblatt steht es.\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:9 (warning starsInWord)
        Gefunden: Sternchen in einem Wort: „*Amt*sblatt“; sie gelten als Text und stehen auf der Seite
        Erwartet: Sternchen um ganze Wörter
        Zu tun: Zeichnen Sie das ganze Wort aus, zum Beispiel **Amtsblatt**, oder löschen Sie die Sternchen.
    `);
    expect(rulesIn('Zeile eins.\nEin Wort**fett**wort.\n')).toEqual(['9 warning starsInWord']);
    expect(rulesIn('Amts*blatt* und *Amts*blatt\n')).toEqual(['8 warning starsInWord', '8 warning starsInWord']);
    for (const right of [
      'Kolleg*innen, jede*r, Bürger*innen*',
      'ein *Amtsblatt*',
      'Ein**wort** und **fett**wort',
      '3*4*5',
    ]) {
      expect(rulesIn(`${right}\n`)).toEqual([]);
    }
  });

  it('raised and lowered signs', () => {
    expect(problems(inText('Auf 20 m^2^ stehen Tische.\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error raisedByMark)
        Gefunden: hochgestellte Zeichen in der Schreibweise eines anderen Programms: „m^2^“
        Erwartet: das Zeichen selbst, zum Beispiel ² oder ₂
        Zu tun: Schreiben Sie „m²“; „npm run check -- --fix“ tut es.
    `);
    expect(rulesIn('H~2~O, CO~2~ und x^abc^\n')).toEqual([
      '8 error raisedByMark',
      '8 error raisedByMark',
      '8 error raisedByMark',
    ]);
    expect(rulesIn('m², H₂O, 10~12 Uhr, `x^2^`, ~~alt~~ neu\n')).toEqual([]);
  });

  it('letters of mathematics', () => {
    expect(problems(inText('𝗡𝗲𝘂 im Rathaus: 𝟮𝟬 Plätze.\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (warning styledLetters)
        Gefunden: Zeichen aus der Mathematik, die wie Buchstaben aussehen: „𝗡𝗲𝘂 𝟮𝟬“; Suche und Vorleseprogramme erkennen sie nicht
        Erwartet: gewöhnliche Buchstaben: „Neu 20“
        Zu tun: Schreiben Sie sie so; „npm run check -- --fix“ tut es. Wichtiges im Text steht zwischen Sternchen: **fett**.
    `);
  });

  it('a line in bold in the place of a heading', () => {
    expect(problems(inText('**Neue Öffnungszeiten**\n\nAb Montag.\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (warning headingBold)
        Gefunden: eine Zeile ganz in Fett über einem Absatz: „Neue Öffnungszeiten“; Vorleseprogramme und Gliederung kennen sie nicht als Überschrift
        Erwartet: vor einer Überschrift „## “ und dahinter eine Leerzeile
        Zu tun: Soll es eine Überschrift sein, schreiben Sie „## Neue Öffnungszeiten“, ohne Sternchen.
    `);
    expect(rulesIn('**Neue Öffnungszeiten**\nAb Montag.\n')).toEqual(['8 warning headingBold']);
    for (const right of ['**Wichtig:** Ab Montag.', '**Das Amt bleibt zu.**\n\nBis Montag.', '> **Hinweis**\n> Text']) {
      expect(rulesIn(`${right}\n`)).toEqual([]);
    }
  });
});
