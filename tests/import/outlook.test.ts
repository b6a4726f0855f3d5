import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { imported, refusal } from './imported.ts';
import { htmlInRtf, type OutlookMail, outlookFile } from './outlook-file.ts';
import { wordPage, wordPageBody } from './word-page.ts';

const png = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#357' } })
  .png()
  .toBuffer();
const picture = { name: 'image001.png', content: png, contentId: 'image001.png@01D' };
const html = wordPage.replace('PICTURE', 'cid:image001.png@01D');
const inWindows = html.replace(/[„“–]/g, (sign) => `&#${sign.codePointAt(0)};`);

describe('an Outlook message', () => {
  test.each<[string, Omit<OutlookMail, 'subject'>]>([
    ['as HTML', { html }],
    ['as HTML within RTF, as Outlook writes it', { rtf: htmlInRtf(inWindows), text: 'Die Bücherei' }],
  ])('%s comes with all its parts', async (_, form) => {
    const file = outlookFile({ subject: 'Text für den Newsletter', ...form, attachments: [picture] });
    const { title, body, pictures, problems } = await imported('nachricht.msg', file);
    expect(title).toBe('Die Bücherei öffnet früher');
    expect(body).toBe(wordPageBody('![Ein Regal](die-buecherei-oeffnet-frueher-1.png)\n\n'));
    expect(pictures.map(({ name, bytes }) => [name, bytes.length])).toEqual([
      ['die-buecherei-oeffnet-frueher-1.png', png.length],
    ]);
    expect(problems).toEqual([]);
  });

  test('as text only is read as text', async () => {
    const text = 'Hallo Erika,\r\n\r\nder Saal ist ab Montag wieder offen.\r\n\r\nViele Grüße\r\nMax\r\n';
    const { title, body, notes } = await imported(
      'nachricht.msg',
      outlookFile({ subject: 'AW: WG: Der Saal ist offen', text }),
    );
    expect(title).toBe('Der Saal ist offen');
    expect(body).toBe('Hallo Erika,\n\nder Saal ist ab Montag wieder offen.\n');
    expect(notes.dropped).toEqual(['Gruß und Signatur: „Viele Grüße / Max“']);
    expect(notes.leftToDo).toContain('Der Titel ist der Betreff der E-Mail. Prüfen Sie ihn.');
  });

  test('with files attached says what to do with them', async () => {
    const attachments = [
      { name: 'Beitrag.docx', content: Buffer.from('PK') },
      { name: 'Plan.pdf', content: Buffer.from('%PDF-1.7') },
      { name: 'foto.png', content: png },
    ];
    const { body, notes } = await imported(
      'n.msg',
      outlookFile({ subject: 'Der Saal', text: 'Im Anhang.', attachments }),
    );
    expect(body).toBe('Im Anhang.\n\n![](der-saal-1.png)\n');
    expect(notes.leftToDo).toEqual(
      expect.arrayContaining([
        'Im Anhang liegt „Beitrag.docx“. Steht der Text dort, speichern Sie den Anhang, und lesen Sie ihn ein.',
        'Das angehängte Bild „foto.png“ steht am Ende des Textes. Setzen Sie es an seine Stelle.',
      ]),
    );
    expect(notes.dropped).toEqual([
      'Der Anhang „Plan.pdf“. Soll er erscheinen, legen Sie ihn in den Ordner, und nennen Sie ihn unter attachments.',
    ]);
  });

  test('that is cut off is refused with a sentence', async () => {
    const file = outlookFile({ subject: 'Der Saal', text: 'x'.repeat(20_000) });
    expect(await refusal('n.msg', file.slice(0, 3000))).toMatch(/^„n\.msg“ ist beschädigt/);
  });
});

describe('an Outlook message that is made to keep its reader busy', () => {
  const sound = outlookFile({ subject: 'Der Saal', text: 'Er ist offen.' });
  const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorOf = (field: number) => (view(sound).getUint32(field, true) + 1) * 512;

  test.each<[string, (data: DataView) => void]>([
    ['whose table of small sectors leads back', (data) => data.setUint32(sectorOf(60), 0, true)],
    ['whose table of sectors leads back', (data) => data.setUint32(sectorOf(76) + 4, 1, true)],
    ['whose directory leads back', (data) => data.setUint32(sectorOf(48) + 128 + 72, 1, true)],
    ['that states a million tables', (data) => data.setUint32(72, 1_000_000, true)],
  ])('%s is refused at once', async (_, change) => {
    const file = sound.slice();
    change(view(file));
    const begin = performance.now();
    expect(await refusal('n.msg', file)).toMatch(/^„n\.msg“ ist beschädigt/);
    expect(performance.now() - begin).toBeLessThan(2000);
  });
});
