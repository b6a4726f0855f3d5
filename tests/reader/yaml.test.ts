import { describe, expect, it } from 'vitest';
import { article, articleFields as fields, inArticle, problems, replaced, terms } from './sample-content.ts';

const file = (head: string) => ({ [article]: `---\n${head}---\n\nDer Text des Beitrags.\n` });

describe('YAML that can not be read is explained at the line where it has to be mended', () => {
  it('a tabulator', () => {
    expect(problems(inArticle('releasedBy:\n\tname: A\n\ton: 2025-08-01'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:7 (error yamlBroken)
        Gefunden: einen Tabulator in der Einrückung
        Erwartet: gleich weit eingerückte Zeilen für alles, was zusammengehört, ohne Tabulatoren
        Zu tun: Ersetzen Sie hier und in den Zeilen darunter jeden Tabulator durch Leerzeichen.
    `);
    expect(problems(inArticle('releasedBy:\n  name: A\n  on: 2025-08-01'))).toEqual([]);
  });

  it('a quote that is not closed', () => {
    expect(problems(inArticle('title: "Das Rathaus'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:3 (error yamlBroken)
        Gefunden: ein Anführungszeichen am Anfang ohne eines am Ende
        Erwartet: das gleiche Anführungszeichen am Anfang und am Ende des Werts
        Zu tun: Ergänzen Sie das Anführungszeichen am Ende des Werts.
    `);
    expect(problems(inArticle("summary: 'Kurz\ntopics: [soziales]"))[0]).toMatchObject({ line: 5, rule: 'yamlBroken' });
    expect(problems(inArticle('title: "Das Rathaus"'))).toEqual([]);
  });

  it('a bracket that is not closed', () => {
    expect(problems(inArticle('topics: [soziales\nsoftware: []'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 (error yamlBroken)
        Gefunden: eine Klammer, die nicht geschlossen wird
        Erwartet: eine Liste wie [eins, zwei]
        Zu tun: Ergänzen Sie die Klammer am Ende der Liste.
    `);
    expect(problems(inArticle('topics: [soziales]\nsoftware: []'))).toEqual([]);
  });

  it('a backslash in double quotes that would make another sign of the letter behind it', () => {
    expect(problems(inArticle('summary: "Unter C:\\neu\\temp"'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:5 (error yamlBroken)
        Gefunden: einen umgekehrten Schrägstrich in doppelten Anführungszeichen
        Erwartet: einen solchen Wert in einfachen Anführungszeichen
        Zu tun: Nehmen Sie einfache Anführungszeichen: feld: 'Wert'.
    `);
    for (const text of ['"\\\\srv01"', '"Eins\\tzwei"', '"D:\\_alt"', '"Das\\\\\\nAmt"'])
      expect(problems(inArticle(`summary: ${text}`)), text).toMatchObject([{ line: 5, rule: 'yamlBroken' }]);
    for (const text of ['"C:\\\\neu"', "'C:\\neu'", '"\\\\\\\\srv01\\\\neu"', '"Er sagte \\"ja\\""', 'C:\\neu'])
      expect(problems(inArticle(`summary: ${text}`)), text).toEqual([]);
  });

  it('a field that is there twice', () => {
    expect(problems(file(`${fields}title: Noch einmal\n`))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 (error yamlBroken)
        Gefunden: das Feld „title“, das schon in Zeile 3 steht
        Erwartet: jedes Feld nur einmal
        Zu tun: Löschen Sie eine der beiden Zeilen.
    `);
  });

  it('a line indented too far', () => {
    const deeper = fields.replace('kind:', '  kind:');
    expect(problems(file(deeper))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:4 (error yamlBroken)
        Gefunden: eine Zeile, die nicht zur Einrückung der Zeilen darüber passt
        Erwartet: gleich weit eingerückte Zeilen für alles, was zusammengehört, ohne Tabulatoren
        Zu tun: Rücken Sie die Zeile so weit ein wie die, zu denen sie gehört.
    `);
  });

  it('lines of one thing that are indented differently', () => {
    const found = problems(inArticle('releasedBy:\n   name: A\n  on: 2025-08-01'));
    expect(found).toMatchObject([{ line: 8, rule: 'yamlBroken' }]);
  });

  it('a colon in the value', () => {
    expect(problems(inArticle('title: Im Rathaus: neue Fenster'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:3 (error yamlBroken)
        Gefunden: einen Wert, in dem ein Doppelpunkt steht
        Erwartet: einen solchen Wert in Anführungszeichen
        Zu tun: Schreiben Sie title: "Im Rathaus: neue Fenster"; „npm run check -- --fix“ tut es.
    `);
    expect(problems(inArticle("title: 'Im Rathaus: neue Fenster'"))).toEqual([]);
    expect(problems(inArticle(`title: Im "Rathaus": neu`))).toMatchObject([
      { edits: [{ from: `title: Im "Rathaus": neu`, to: `title: 'Im "Rathaus": neu'` }] },
    ]);
    // What goes on in the next line, or has a remark behind it, is for a person.
    for (const value of ['Im Rathaus: neue\n  Fenster', 'Im Rathaus: neu # bald'])
      expect(problems(inArticle(`title: ${value}`))[0]?.edits).toBeUndefined();
  });

  it('no space after the colon', () => {
    expect(problems(inArticle('title:Das Rathaus'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:3 (error yamlBroken)
        Gefunden: eine Zeile ohne Feldnamen mit Doppelpunkt und Leerzeichen
        Erwartet: je Zeile „feld: Wert“, mit einem Leerzeichen nach dem Doppelpunkt
        Zu tun: Ergänzen Sie, was fehlt, oder löschen Sie die Zeile.
    `);
  });

  it('a line without a name', () => {
    expect(problems(file(`${fields}Noch ein Satz.\n`))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 (error yamlBroken)
        Gefunden: eine Zeile ohne Feldnamen mit Doppelpunkt und Leerzeichen
        Erwartet: je Zeile „feld: Wert“, mit einem Leerzeichen nach dem Doppelpunkt
        Zu tun: Ergänzen Sie, was fehlt, oder löschen Sie die Zeile.
    `);
  });

  it('text after the closing quote', () => {
    expect(problems(inArticle('title: "Fenster" für das Rathaus'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:3 (error yamlBroken)
        Gefunden: Zeichen, die hier nicht stehen dürfen, oft hinter einem Anführungszeichen oder einer Klammer
        Erwartet: einen solchen Wert in Anführungszeichen
        Zu tun: Setzen Sie den ganzen Wert in Anführungszeichen: feld: "Wert". Stehen in ihm selbst welche, nehmen Sie einfache: feld: 'Wert'.
    `);
    expect(problems(inArticle('title: \'"Fenster" für das Rathaus\''))).toEqual([]);
  });

  it.each(['@rathaus', '%rathaus', '`rathaus', ', rathaus'])('a value that begins with a sign of YAML: %s', (value) => {
    expect(problems(inArticle(`title: ${value}`))).toMatchObject([
      { line: 3, found: 'einen Wert, der mit einem Zeichen beginnt, das in YAML etwas anderes bedeutet' },
    ]);
    expect(problems(inArticle(`title: '${value}'`))).toEqual([]);
  });

  it('a value that begins with a star or an exclamation mark', () => {
    expect(problems(inArticle('title: *Wichtig*'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:3 (error yamlBroken)
        Gefunden: einen Wert, der mit einem Stern beginnt
        Erwartet: einen solchen Wert in Anführungszeichen
        Zu tun: Setzen Sie den ganzen Wert in Anführungszeichen: feld: "Wert". Stehen in ihm selbst welche, nehmen Sie einfache: feld: 'Wert'.
    `);
    expect(problems(inArticle('title: !Achtung Fenster'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:3 (error yamlBroken)
        Gefunden: einen Wert, der mit einem Ausrufezeichen beginnt
        Erwartet: einen solchen Wert in Anführungszeichen
        Zu tun: Setzen Sie den ganzen Wert in Anführungszeichen: feld: "Wert". Stehen in ihm selbst welche, nehmen Sie einfache: feld: 'Wert'.
    `);
    expect(problems(inArticle("title: '*Wichtig'\nsummary: '!Achtung'"))).toEqual([]);
    // In quotes it is no mistake of YAML any more, but the stars would be on the page.
    expect(problems(inArticle("title: '*Wichtig*'"))).toMatchObject([{ line: 3, rule: 'fieldMark' }]);
  });

  it('a value that begins with an ampersand, which would lose its first word', () => {
    expect(problems(inArticle('title: &Friends Konzert im Rathaus'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:3 (error yamlBroken)
        Gefunden: einen Wert, der mit dem Zeichen & beginnt; das Wort dahinter fiele weg
        Erwartet: einen solchen Wert in Anführungszeichen
        Zu tun: Setzen Sie den ganzen Wert in Anführungszeichen: feld: "Wert". Stehen in ihm selbst welche, nehmen Sie einfache: feld: 'Wert'.
    `);
    for (const value of ['&Friends', '& Friends', '&']) {
      expect(problems(inArticle(`title: ${value}`)).map(({ rule, line }) => `${line} ${rule}`)).toEqual([
        '3 yamlBroken',
      ]);
    }
    expect(problems(inArticle("title: '&Friends Konzert'"))).toEqual([]);
    expect(problems(inArticle('title: Konzert mit F&E und R & D'))).toEqual([]);
  });

  it('dashes before the entries of a list', () => {
    const found = problems(inArticle('topics:\n  – soziales'));
    expect(found).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:7 (error yamlBroken)
        Gefunden: einen Gedankenstrich oder Punkt vor einem Listeneintrag
        Erwartet: vor jedem Eintrag einen gewöhnlichen Strich und ein Leerzeichen: - Eintrag
        Zu tun: Schreiben Sie den Strich neben der Null; „npm run check -- --fix“ tut es.
    `);
    expect(found[0]?.edits).toEqual([{ from: '–', to: '-' }]);
    expect(problems(inArticle('summary: >-\n  Kurz\n  – und gut.'))).toEqual([]);
  });

  it('German quotes, which are signs like others to YAML', () => {
    expect(problems(inArticle('title: „Das Rathaus: neue Fenster“'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:3 (error yamlBroken)
        Gefunden: deutsche Anführungszeichen um einen Wert; für YAML sind sie Zeichen wie andere
        Erwartet: um einen Wert gerade Anführungszeichen: "…" oder '…'
        Zu tun: Setzen Sie den ganzen Wert in einfache Anführungszeichen: feld: 'Wert'.
    `);
    expect(problems(inArticle('title: „Das Rathaus hat neue Fenster“'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:3 title (warning germanQuotes)
        Gefunden: deutsche Anführungszeichen um den Wert: „„Das Rathaus hat neue Fenster““; sie gehören zum Text und sind überall zu sehen
        Erwartet: um einen Wert keine Anführungszeichen oder gerade: "…"
        Zu tun: Löschen Sie die Anführungszeichen. Ist es ein Zitat, setzen Sie gerade darum: "„Das Rathaus hat neue Fenster“".
    `);
    for (const value of ['"„Das Rathaus“"', '„Das Rathaus“ ist neu', '„Ja“ und „Nein“']) {
      expect(problems(inArticle(`title: ${value}`))).toEqual([]);
    }
  });

  it('a path with backslashes in double quotes', () => {
    expect(problems(inArticle('title: "C:\\Daten"'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:3 (error yamlBroken)
        Gefunden: einen umgekehrten Schrägstrich in doppelten Anführungszeichen
        Erwartet: einen solchen Wert in einfachen Anführungszeichen
        Zu tun: Nehmen Sie einfache Anführungszeichen: feld: 'Wert'.
    `);
    expect(problems(inArticle("title: 'C:\\Daten'"))).toEqual([]);
  });

  it('the end of one document amid the fields', () => {
    expect(problems(file(`${fields}...\ntopics: [soziales]\n`))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:7 (error yamlBroken)
        Gefunden: eine Zeile aus „---“ oder „...“ zwischen den Feldern
        Erwartet: je Zeile „feld: Wert“, mit einem Leerzeichen nach dem Doppelpunkt
        Zu tun: Löschen Sie die Zeile aus „---“ oder „...“.
    `);
  });

  it('what nobody writes by mistake gets the general sentence', () => {
    expect(problems(inArticle('title: &a &b Zwei'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:3 (error yamlBroken)
        Gefunden: eine Zeile, die sich nicht lesen lässt
        Erwartet: je Zeile „feld: Wert“, mit einem Leerzeichen nach dem Doppelpunkt
        Zu tun: Prüfen Sie diese Zeile und die davor: Doppelpunkt, Einrückung, Anführungszeichen am Anfang und am Ende.
    `);
  });

  it('aliases that would multiply without end', () => {
    const bomb = 'a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n';
    expect(problems({ [terms]: bomb })[0]).toMatchObject({ file: terms, line: 2, rule: 'yamlBroken' });
  });

  it('a list that is there twice, without what would follow from it', () => {
    const pasted = 'municipalities:\n  - name: Stadt Musterstadt\n    slug: musterstadt\n';
    const used = inArticle(
      'topics: [soziales]\nmunicipality: musterstadt',
      'Mehr zum [Landkreis Muster](/kommunen/landkreis-muster/).\n',
    );
    expect(problems({ ...replaced(terms, 'software:', `${pasted}software:`), ...used })).toMatchInlineSnapshot(`
      content/terms.yaml:7 (error yamlBroken)
        Gefunden: das Feld „municipalities“, das schon in Zeile 4 steht
        Erwartet: jedes Feld nur einmal
        Zu tun: Fügen Sie beide Listen zusammen: Setzen Sie die Einträge von hier unter „municipalities:“ in Zeile 4, und löschen Sie diese Zeile.
    `);
  });

  it('in terms.yaml too', () => {
    expect(problems(replaced(terms, '    slug: soziales', '\tslug: soziales'))[0]).toMatchObject({
      file: terms,
      line: 3,
      found: 'einen Tabulator in der Einrückung',
    });
  });
});
