import * as docx from 'docx';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { htmlInRtf, outlookFile } from './outlook-file.ts';

/** A text with every trap that imports have met, as each program writes it. */
const run = (text: string, options: docx.IRunOptions = {}) => new docx.TextRun({ text, ...options });
const paragraph = (text: string | docx.ParagraphChild[], options: docx.IParagraphOptions = {}) =>
  new docx.Paragraph({ children: typeof text === 'string' ? [run(text)] : text, ...options });
const cell = (content: string[], options: Partial<docx.ITableCellOptions> = {}) =>
  new docx.TableCell({ children: content.map((text) => paragraph(text)), ...options });

/** Word’s own format, by the `docx` package. */
export function marketInWord(): Promise<Uint8Array> {
  const change = { author: 'Max', date: '2026-05-01T10:00:00Z' };
  const bullet = (level: number) => ({ numbering: { reference: 'punkte', level } });
  const rows = [
    new docx.TableRow({ tableHeader: false, children: [cell(['Tag']), cell(['Zeit']), cell(['Ort'])] }),
    new docx.TableRow({ children: [cell(['Montag'], { rowSpan: 2 }), cell(['8 Uhr', '14 Uhr']), cell(['Rathaus'])] }),
    new docx.TableRow({ children: [cell(['nach Absprache'], { columnSpan: 2 })] }),
  ];
  const children = [
    paragraph('Der Markt zieht um', { heading: docx.HeadingLevel.TITLE }),
    paragraph('Warum er umzieht', { heading: docx.HeadingLevel.HEADING_1 }),
    paragraph([
      run('Auf dem alten Platz wird gebaut.'),
      new docx.FootnoteReferenceRun(1),
      run(' Wir öffnen '),
      new docx.DeletedTextRun({ id: 1, ...change, text: 'morgen' }),
      new docx.InsertedTextRun({ id: 2, ...change, text: 'heute' }),
      run(', und zwar '),
      run('mittwo', { bold: true }),
      new docx.CommentRangeStart(0),
      run('chs um acht.'),
      new docx.CommentRangeEnd(0),
      new docx.TextRun({ children: [new docx.CommentReference(0)] }),
      run('Nur intern.', { vanish: true }),
    ]),
    paragraph([run('Was noch gilt', { bold: true })]),
    paragraph([
      run('Der Plan steht auf der '),
      new docx.ExternalHyperlink({
        link: 'https://www.musterbach.example/markt?utm_source=brief&seite=2',
        children: [run('Seite der Gemeinde')],
      }),
      run(', für die Markt\u00adstände gilt er auch.'),
    ]),
    new docx.Table({ rows }),
    paragraph('Obst', bullet(0)),
    paragraph('auch Beeren', bullet(1)),
    paragraph('Käse', bullet(0)),
    paragraph('„Ich komme jede Woche.“', { style: 'Quote' }),
    paragraph('– Jo Muster, Kundin', { style: 'Quote' }),
    paragraph('Alle sind willkommen, auch Hunde an der Leine.'),
    paragraph('Bild ©Agentur Nordlicht · Impressum · Ausgabe 20. KW 2026'),
  ];
  const levels = [0, 1].map((level) => ({ level, format: docx.LevelFormat.BULLET, text: '•' }));
  return docx.Packer.toBuffer(
    new docx.Document({
      sections: [{ children }],
      footnotes: { 1: { children: [paragraph('Der Brunnen bleibt.')] } },
      comments: { children: [{ id: 0, author: 'Erika Muster', children: [paragraph('Stimmt das noch?')] }] },
      numbering: { config: [{ reference: 'punkte', levels }] },
      styles: { paragraphStyles: [{ id: 'Quote', name: 'Quote', basedOn: 'Normal' }] },
    }),
  );
}

/** As Word saves a page and Outlook sends it. */
export const marketPage = `<html lang="de"><head><meta charset="utf-8"><title>Vorlage</title><style>p.MsoNormal {margin:0}</style>
<script>document.title = 'Script';</script></head><body><div class=WordSection1>
<p class=MsoTitle>Der Markt zieht um<o:p></o:p></p>
<h1>Warum er umzieht</h1>
<p class=MsoNormal>Auf dem alten Platz wird gebaut.<a href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a> Wir öffnen <del>morgen</del><ins>heute</ins>, und zwar <b>mittwo</b>chs um acht.<!-- Stimmt das noch? --><span style='display:none;mso-hide:all'>Nur intern.</span></p>
<p class=MsoNormal><b>Was noch gilt</b></p>
<p class=MsoNormal>Der Plan steht auf der <a href="https://www.musterbach.example/markt?utm_source=brief&amp;seite=2">Seite der Gemeinde</a>, für die Markt&shy;stände gilt er auch.</p>
<table class=MsoTableGrid><tr><td><p class=MsoNormal>Tag</p></td><td><p class=MsoNormal>Zeit</p></td><td><p class=MsoNormal>Ort</p></td></tr><tr><td rowspan=2><p class=MsoNormal>Montag</p></td><td><p class=MsoNormal>8 Uhr</p><p class=MsoNormal>14 Uhr</p></td><td><p class=MsoNormal>Rathaus</p></td></tr><tr><td colspan=2><p class=MsoNormal>nach Absprache</p></td></tr></table>
<ul><li>Obst<ul><li>auch Beeren</li></ul></li><li>Käse</li></ul>
<p class=MsoQuote>„Ich komme jede Woche.“<br>– Jo Muster, Kundin</p>
<p class=MsoNormal>Alle sind willkommen, auch Hunde an der Leine.</p>
<p class=MsoNormal>Bild ©Agentur Nordlicht · Impressum · Ausgabe 20. KW 2026</p>
</div><div style='mso-element:footnote-list'><hr align=left size=1 width="33%"><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span class=MsoFootnoteReference>[1]</span></a> Der Brunnen bleibt.</p></div></div>
</body></html>`;

/** A mail as a mail program sends it. */
export function marketInMail(): Promise<Uint8Array> {
  const mail = { from: 'Max Muster <max@stadt.example>', to: 'redaktion@blatt.example', subject: 'Für den Newsletter' };
  return new MailComposer({ ...mail, text: 'nur eine Fassung', html: marketPage }).compile().build();
}

/** A mail as Outlook saves it. */
export function marketInOutlook(): Uint8Array {
  const html = marketPage.replace(/[„“–]/g, (sign) => `&#${sign.codePointAt(0)};`);
  return outlookFile({ subject: 'Für den Newsletter', rtf: htmlInRtf(html), text: 'nur eine Fassung' });
}
