import { describe, expect, it } from 'vitest';
import { inArticle, inSite, problems, replaced, terms } from './sample-content.ts';

const rulesIn = (fields: string) =>
  problems(inArticle(fields)).map(({ field, severity, rule }) => `${field} ${severity} ${rule}`);

describe('a field takes plain text', () => {
  it('no marks', () => {
    expect(problems(inArticle('title: "Das **neue** Rathaus"'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:3 title (warning fieldMark)
        Gefunden: „**neue**“ in einem Feld ohne Auszeichnung; die Zeichen stehen überall, wie sie da sind
        Erwartet: reinen Text: keine Sternchen, Links, Überschriften
        Zu tun: Löschen Sie die Zeichen; einen Link setzen Sie in den Text unter dem Kopf.
    `);
    for (const title of [
      'Das *neue* Rathaus',
      'Das [Rathaus](https://a.example)',
      '# Das Rathaus',
      'Das `Rathaus`',
      'Das ~~alte~~ Rathaus',
      '- Das Rathaus',
    ]) {
      expect(rulesIn(`title: '${title}'`)).toEqual(['title warning fieldMark']);
    }
  });

  it('no HTML', () => {
    expect(problems(inArticle('title: Das <b>neue</b> Rathaus'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:3 title (warning fieldHtml)
        Gefunden: HTML in einem Feld: „<b>“; es steht überall, wie es da ist
        Erwartet: reinen Text
        Zu tun: Löschen Sie das HTML.
    `);
  });

  it('no entities', () => {
    expect(problems(inArticle('title: Rathaus &amp; mehr'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:3 title (warning fieldEntity)
        Gefunden: „&amp;“ in einem Feld; so steht es überall
        Erwartet: das Zeichen &
        Zu tun: Schreiben Sie das Zeichen selbst; „npm run check -- --fix“ tut es, wo es geht.
    `);
    expect(rulesIn('title: F&E; Rathaus & Amt, A&B;C')).toEqual([]);
  });

  it('in any field that readers see', () => {
    expect(
      rulesIn(`summary: Mit **fett**.
contact: {name: Max *Muster*}
image: {withheld: Nicht **geklärt**., credit: A, caption: Ein _Bild_}
source: {title: Das <i>Blatt</i>}`),
    ).toEqual([
      'summary warning fieldMark',
      'contact.name warning fieldMark',
      'image.withheld warning fieldMark',
      'image.caption warning fieldMark',
      'source.title warning fieldHtml',
    ]);
    expect(problems(inSite('description: Das **Blatt**'))).toMatchObject([{ rule: 'fieldMark', field: 'description' }]);
    expect(problems(replaced(terms, 'name: Soziales', 'name: "*Soziales*"'))).toMatchObject([
      { rule: 'fieldMark', line: 2 },
    ]);
  });

  it.each([
    'Kolleg*innen und Bürger*innen',
    'Sitzung am 3. Mai: 5 * 4',
    '2 < 3 und 5 > 4',
    '1. Bürgermeister Muster',
    '24. Dezember',
    '#Stadtradeln',
    'bericht_2026_final.pdf',
    'Fragen (*) und Antworten',
    '+++ Eilmeldung +++',
    'Die Vorlage unter C:\\Daten\\_neu',
  ])('and any words: %s', (title) => {
    expect(rulesIn(`title: '${title}'`)).toEqual([]);
  });
});

it('a head between dashes of Word', () => {
  const [, head = ''] =
    /^---\n(.*)$/s.exec(inArticle('draft: false')['content/issues/2025-kw33/01-erster-beitrag.md'] as string) ?? [];
  const found = problems({ 'content/issues/2025-kw33/01-erster-beitrag.md': `–––\n${head.replace('---\n', '—-\n')}` });
  expect(found).toMatchInlineSnapshot(`
    content/issues/2025-kw33/01-erster-beitrag.md:1 (error frontMatterDashes)
      Gefunden: Gedankenstriche statt „---“ vor dem Kopf; Word macht sie aus drei Strichen
      Erwartet: einen Kopf zwischen zwei Zeilen aus „---“ am Anfang der Datei
      Zu tun: Schreiben Sie drei gewöhnliche Striche; „npm run check -- --fix“ tut es.
  `);
  expect(found[0]?.edits).toEqual([
    { from: '–––', to: '---', below: 0 },
    { from: '—-', to: '---', below: 6 },
  ]);
});

it('raised and lowered signs of other programs', () => {
  const found = problems(inArticle('title: 20 m^2^ und CO~2~'));
  expect(found.map(({ rule, edits }) => [rule, edits?.[0]?.to])).toEqual([
    ['fieldMark', 'm²'],
    ['fieldMark', 'CO₂'],
  ]);
});
