import { describe, expect, test } from 'vitest';
import { imported } from './imported.ts';

const sentence = 'Der Saal im Rathaus ist wieder offen, und alle können kommen.';

describe('the footer line', () => {
  test.each([
    ['Bild ©AdobeStock/nordlicht Impressum Ausgabe 33. KW 2025', 'AdobeStock/nordlicht', '2025-kw33'],
    ['Bild © Jo Beispiel · Impressum · Ausgabe 7. KW 2026', 'Jo Beispiel', '2026-kw07'],
    ['Foto: Stadt Muster | Impressum | Datenschutz | Ausgabe KW 9/2026', 'Stadt Muster', '2026-kw09'],
    ['Bilder: © Anna Muster, Jo Beispiel • Ausgabe 33./34. KW 2025', 'Anna Muster, Jo Beispiel', '2025-kw33-34'],
    ['Titelbild: © shutterstock.com/ab • Sonderausgabe KW 12/2026', 'shutterstock.com/ab', '2026-kw12-extra'],
    ['Bildnachweis: Landkreis Muster\nImpressum\nAusgabe: 12. Kalenderwoche 2026', 'Landkreis Muster', '2026-kw12'],
    ['Impressum – Ausgabe 51. KW 2026', undefined, '2026-kw51'],
    ['© Jo Beispiel', 'Jo Beispiel', undefined],
  ])('„%s“', async (line, credit, key) => {
    const { body, frontMatter, issue } = await imported('a.txt', `${sentence}\n\n${line}\n`);
    expect(body).toBe(`${sentence}\n`);
    expect([frontMatter.image?.credit, issue.key]).toEqual([credit, key]);
  });

  test.each([
    'Die Ausgabe 33. KW 2025 war die längste.',
    'Das Bild hing im Flur.',
    'Impressum und Datenschutz sind neu.',
    'In KW 60/2025 geht nichts.',
  ])('is not „%s“', async (line) => {
    const { body, issue } = await imported('a.txt', `${sentence}\n\n${line}\n`);
    expect([body, issue]).toEqual([`${sentence}\n\n${line}\n`, {}]);
  });

  test('of two pictures leaves open whose credit it is', async () => {
    const picture = (colour: string) => `<p><img src="data:image/png;base64,${pngOf(colour)}"></p>`;
    const html = `<p>${sentence}</p>${picture('a')}<p>Und weiter.</p>${picture('b')}<p>Bilder: © Jo Beispiel</p><p>Ausgabe 3. KW 2026</p>`;
    const { frontMatter, notes } = await imported('saal.html', html);
    expect(frontMatter.pictures.map(({ credit }) => credit)).toEqual([undefined, undefined]);
    expect(notes.leftToDo).toContain(
      'Zu welchem Bild der Nachweis „Jo Beispiel“ gehört, ist nicht zu erkennen. Tragen Sie ihn dort unter credit ein.',
    );
  });

  test('right below a picture is that picture’s credit', async () => {
    const html = `<p>${sentence}</p><p><img src="data:image/png;base64,${pngOf('a')}"></p><p>Foto: Anna Muster</p><p>Und weiter.</p>`;
    const { body, frontMatter } = await imported('saal.html', html);
    expect(body).toMatch(/^.*\n\n!\[\]\(saal-1\.png\)\n\nUnd weiter\.\n$/);
    expect(frontMatter.pictures).toEqual([{ file: 'saal-1.png', credit: 'Anna Muster' }]);
  });
});

/** The beginning of a PNG of 40 by 40 pixels, with something in it that makes it another. */
function pngOf(mark: string): string {
  const header = Buffer.from('89504e470d0a1a0a0000000d494844520000002800000028080200000000000000', 'hex');
  return Buffer.concat([header, Buffer.from(mark)]).toString('base64');
}
