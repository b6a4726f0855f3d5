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

  test.each([
    ['in the middle', '<p>Und weiter.</p>'],
    ['at the end', ''],
  ])('never takes the place of a credit below a picture %s; where the two differ, that is told', async (_, more) => {
    const page = (line: string) =>
      `<p>${sentence}</p><p><img src="data:image/png;base64,${pngOf('a')}" alt="Ein Saal"></p><p>Foto: Erika Mustermann</p>${more}<p>${line}</p>`;
    const differing = await imported('saal.html', page('Bild ©AdobeStock/Muster · Impressum · Ausgabe 33. KW 2025'));
    expect(differing.frontMatter.pictures).toEqual([
      { file: 'saal-1.png', alt: 'Ein Saal', credit: 'Erika Mustermann' },
    ]);
    expect(differing.notes.recognised).toContain('Bild saal-1.png: Darunter steht der Nachweis „Erika Mustermann“.');
    expect(differing.notes.leftToDo).toEqual(
      expect.arrayContaining([
        'Die Schlusszeile nennt den Nachweis „AdobeStock/Muster“, unter dem Bild saal-1.png steht „Erika Mustermann“. Eingetragen ist, was beim Bild steht. Prüfen Sie, was stimmt.',
        'Zu dem Bild saal-1.png fehlt noch die Lizenz (licence).',
      ]),
    );
    const same = await imported('saal.html', page('Bild ©Erika Mustermann · Impressum · Ausgabe 33. KW 2025'));
    expect(same.notes.leftToDo.join()).not.toContain('Schlusszeile');
  });

  test('leaves another credit above it in the text', async () => {
    const text = `${sentence}\n\nFoto: Erika Mustermann\n\nBild ©AdobeStock/Muster · Ausgabe 33. KW 2025\n`;
    const { body, frontMatter } = await imported('a.txt', text);
    expect(body).toBe(`${sentence}\n\nFoto: Erika Mustermann\n`);
    expect(frontMatter.image?.credit).toBe('AdobeStock/Muster');
  });

  test('asks of each picture only for what it lacks, and says nothing of what there is none of', async () => {
    const picture = (colour: string, alt = '') =>
      `<p><img src="data:image/png;base64,${pngOf(colour)}" alt="${alt}"></p>`;
    const html = `<p>${sentence}</p>${picture('a')}<p>Foto: Anna Muster</p><p>Und weiter.</p>${picture('b', 'Ein Saal')}<p>Ende.</p>`;
    const { notes } = await imported('saal.html', html);
    expect(notes.leftToDo.filter((line) => line.includes('saal-'))).toEqual([
      'Zu dem Bild saal-1.png fehlen noch die Lizenz (licence) und eine Beschreibung (alt).',
      'Zu dem Bild saal-2.png fehlen noch der Nachweis (credit) und die Lizenz (licence).',
    ]);
    expect(notes.recognised.join()).not.toContain('Im Text');
  });
});

/** The beginning of a PNG of 40 by 40 pixels, with something in it that makes it another. */
function pngOf(mark: string): string {
  const header = Buffer.from('89504e470d0a1a0a0000000d494844520000002800000028080200000000000000', 'hex');
  return Buffer.concat([header, Buffer.from(mark)]).toString('base64');
}
