import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { imported, refusal } from './imported.ts';
import { wordPage, wordPageBody } from './word-page.ts';

const png = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#753' } })
  .png()
  .toBuffer();

type Mail = ConstructorParameters<typeof MailComposer>[0];
/** A mail as nodemailer composes it. */
function composed(mail: Mail): Promise<Buffer> {
  return new MailComposer({ from: 'Max Muster <max@stadt.example>', to: 'redaktion@blatt.example', ...mail })
    .compile()
    .build();
}

describe('a mail', () => {
  test('in HTML comes with all its parts, the picture in it included', async () => {
    const file = await composed({
      subject: 'Text für den Newsletter',
      text: 'nur eine Fassung',
      html: wordPage.replace('charset=windows-1252', 'charset=utf-8').replace('PICTURE', 'cid:regal@x'),
      attachments: [{ filename: 'regal.png', content: png, cid: 'regal@x' }],
    });
    const { title, body, pictures, problems } = await imported('beitrag.eml', file);
    expect(title).toBe('Die Bücherei öffnet früher');
    expect(body).toBe(wordPageBody('![Ein Regal](die-buecherei-oeffnet-frueher-1.png)\n\n'));
    expect(pictures[0]?.bytes.length).toBe(png.length);
    expect(problems).toEqual([]);
  });

  test('in plain text has its broken lines joined, its list, notes and links', async () => {
    const text = `Das Freibad bekommt eine neue Rutsche

Die alte Rutsche ist vierzig Jahre alt. Im Herbst wird sie abgebaut, und
im Mai steht eine neue da[1]. Mehr unter
https://www.bad.example/rutsche?utm_medium=mail

- Abbau im Oktober, sobald die Saison zu Ende ist und das Becken leer
  steht
- Aufbau im April

[1] Wenn das Wetter es zulässt.
`;
    const { title, body, problems } = await imported('a.eml', await composed({ subject: 'Rutsche', text }));
    expect(title).toBe('Das Freibad bekommt eine neue Rutsche');
    expect(
      body,
    ).toBe(`Die alte Rutsche ist vierzig Jahre alt. Im Herbst wird sie abgebaut, und im Mai steht eine neue da[^1]. Mehr unter [bad.example/rutsche](https://www.bad.example/rutsche)

- Abbau im Oktober, sobald die Saison zu Ende ist und das Becken leer steht
- Aufbau im April

[^1]: Wenn das Wetter es zulässt.
`);
    expect(problems).toEqual([]);
  });

  test('in Windows-1252 and quoted-printable keeps every sign', async () => {
    const file = `From: =?windows-1252?Q?J=F6rg?= <j@a.example>\r\nDate: Mon, 4 Aug 2025 10:00:00 +0200\r\nSubject: =?windows-1252?Q?=84Gr=FC=DFe=93_=96_5_=80?=\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nDer Eintritt kostet 5 =80, =84erm=E4=DFigt=93 3 =80 =96 f=FCr alle unter =\r\nzehn ist er frei.\r\n`;
    const { title, body } = await imported('a.eml', Buffer.from(file, 'latin1'));
    expect(title).toBe('„Grüße“ – 5 €');
    expect(body).toBe('Der Eintritt kostet 5 €, „ermäßigt“ 3 € – für alle unter zehn ist er frei.\n');
  });

  test.each([
    [
      'text',
      (header: string, rest: string) => ({
        text: `Liebe Kollegin,\n\nbitte aufnehmen.\n\n-----Ursprüngliche Nachricht-----\n${header}\n\n${rest}`,
      }),
    ],
    [
      'HTML',
      (header: string, rest: string) => ({
        html: `<p>Liebe Kollegin,</p><p>bitte aufnehmen.</p><div style="border-top:solid #E1E1E1 1.0pt"><p class=MsoNormal>${header.replace('<', '&lt;').replace(/^([^:]+:)(.*)$/gm, '<b>$1</b>$2<br>')}</p></div>${rest
          .split('\n\n')
          .map((part) => `<p>${part.replaceAll('\n', '<br>')}</p>`)
          .join('')}`,
      }),
    ],
  ])('that was forwarded in %s is the mail within it', async (_, form) => {
    const header =
      'Von: Max Muster <max@bad.example>\nGesendet: Freitag, 1. August 2025 09:12\nAn: Erika Muster\nBetreff: Die neue Rutsche';
    const rest = 'Im Mai steht sie da.\n\nMit freundlichen Grüßen\nMax Muster';
    const file = await composed({ subject: 'WG: Die neue Rutsche', ...form(header, rest) });
    const { title, body, notes } = await imported('a.eml', file);
    expect([title, body]).toEqual(['Die neue Rutsche', 'Im Mai steht sie da.\n']);
    expect(notes.recognised).toContain('Weitergeleitet, ursprünglich von Max Muster <max@bad.example>');
    expect(notes.dropped).toEqual([
      'Die Nachricht über dem weitergeleiteten Text: „Liebe Kollegin, / bitte aufnehmen.“',
      'Gruß und Signatur: „Mit freundlichen Grüßen / Max Muster“',
    ]);
  });

  test('that answers another leaves what it quotes', async () => {
    const text =
      'Der Saal ist ab Montag offen.\n\nAm 1. August 2025 schrieb Erika Muster <e@stadt.example>:\n> Ist er offen?\n';
    const { body, notes } = await imported('a.eml', await composed({ subject: 'AW: Saal', text }));
    expect(body).toBe('Der Saal ist ab Montag offen.\n');
    expect(notes.dropped[0]).toMatch(/^Die zitierte ältere Nachricht: „Am 1\. August 2025 schrieb/);
  });

  test('with winmail.dat says what Outlook did', async () => {
    const attachments = [{ filename: 'winmail.dat', content: Buffer.from([0x78, 0x9f, 0x3e, 0x22]) }];
    const { notes } = await imported(
      'a.eml',
      await composed({ subject: 'Saal', text: 'Der Saal ist offen.', attachments }),
    );
    expect(notes.dropped).toEqual([
      'Der Anhang winmail.dat: Outlook hat den Text darin verpackt. Bitten Sie, die Nachricht als HTML oder Nur-Text zu senden.',
    ]);
  });

  test('with nothing but winmail.dat is refused, and told why', async () => {
    const file =
      'From: a@b.example\r\nDate: Mon, 4 Aug 2025 10:00:00 +0200\r\nSubject: Saal\r\nMIME-Version: 1.0\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\nContent-Disposition: attachment; filename=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\neJ8+Ig==\r\n';
    expect(await refusal('a.eml', file)).toMatch(
      /^In „a\.eml“ steht kein Text\. Darin war nur:\n {2}Der Anhang winmail\.dat:/,
    );
  });

  test('that is encrypted is refused with what to do', async () => {
    const file =
      'From: a@b.example\r\nDate: Mon, 4 Aug 2025 10:00:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\r\nContent-Disposition: attachment; filename=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\nMIIB\r\n';
    expect(await refusal('a.eml', file)).toMatch(/^„a\.eml“ ist verschlüsselt\./);
  });

  test('is known by its bytes, whatever its name', async () => {
    const file = await composed({ subject: 'Der Saal', text: 'Er ist offen.' });
    expect((await imported('notiz.txt', file)).title).toBe('Der Saal');
  });
});
