import { describe, expect, test } from 'vitest';
import { openDocument } from './documents.ts';
import { bodyOf, imported } from './imported.ts';

const bold =
  '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>';

describe('an OpenDocument text', () => {
  test('has the type of its words, its spaces and its line breaks', async () => {
    const file = await openDocument(
      '<text:p>Der <text:span text:style-name="T1">Be</text:span>schluss<text:s text:c="3"/>gilt,<text:line-break/>der<text:tab/>Antrag ruht.</text:p>',
      bold,
    );
    expect(await bodyOf('a.odt', file)).toBe('Der Beschluss gilt,\\\nder Antrag ruht.\n');
  });

  test('has bold lines as headings, also where the style of the paragraph is bold', async () => {
    const styles = `${bold}<style:style style:name="P1" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>`;
    const file = await openDocument(
      '<text:p text:style-name="P1">Der Saal</text:p><text:p>Er ist offen.</text:p><text:p><text:span text:style-name="T1">Wann</text:span></text:p><text:p>Täglich.</text:p>',
      styles,
    );
    const { title, body } = await imported('a.odt', file);
    expect([title, body]).toEqual(['Der Saal', 'Er ist offen.\n\n## Wann\n\nTäglich.\n']);
  });

  test('has its empty columns left out, and a linked picture is told', async () => {
    const row = (...cells: string[]) =>
      `<table:table-row>${cells.map((text) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`).join('')}<table:table-cell table:number-columns-repeated="1000"/></table:table-row>`;
    const file = await openDocument(
      `<text:p>Zeiten.</text:p><table:table>${row('Tag', 'Zeit')}${row('Mo', '8 Uhr')}</table:table><text:p><draw:frame><draw:image xlink:href="../../../etc/passwd"/></draw:frame></text:p>`,
    );
    const { body, notes, problems } = await imported('a.odt', file);
    expect(body).toBe('Zeiten.\n\n| Tag | Zeit |\n| - | - |\n| Mo | 8 Uhr |\n');
    expect(problems).toEqual([]);
    expect(notes.dropped).toEqual([
      'Ein Bild, das nicht in der Datei steckt: „../../../etc/passwd“. Es wurde nicht geladen; fügen Sie es selbst hinzu.',
    ]);
  });

  test('has no hidden sections, and footnotes where they are referred to', async () => {
    const file = await openDocument(
      '<text:section text:display="none"><text:p>Intern.</text:p></text:section><text:p>Das gilt<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Seit 2020.</text:p></text:note-body></text:note>.</text:p>',
    );
    const { body, notes } = await imported('a.odt', file);
    expect(body).toBe('Das gilt[^1].\n\n[^1]: Seit 2020.\n');
    expect(notes.dropped).toEqual(['Ausgeblendeter Text: „Intern.“']);
  });
});
