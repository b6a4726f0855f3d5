/** A text as Word saves it as a web page and Outlook sends it, with all that they put around it. */
export const wordPage = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta http-equiv=Content-Type content="text/html; charset=windows-1252">
<title>Vorlage</title>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm;} --></style></head>
<body lang=DE link=blue><div class=WordSection1>
<p class=MsoTitle>Die Bücherei öffnet früher<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<h1>Neue Zeiten</h1>
<p class=MsoNormal>Ab März ist die Bücherei <b>mittwo</b>chs schon um acht&nbsp;Uhr offen.<a href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><![if !supportFootnotes]><span class=MsoFootnoteReference>[1]</span><![endif]></span></a> Das freut „alle“ – auch Kinder.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Romane<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp; </span></span><![endif]>auch neue</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>Sachbücher</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span><![endif]>Ausweis mitbringen</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span><![endif]>Buch wählen</p>
<p class=MsoNormal><b>Was noch neu ist</b></p>
<p class=MsoNormal>Mehr sagt <a href="https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.buecherei.example%2Fneu%3Futm_campaign%3Dx&amp;data=05%7C01">die Seite der Bücherei</a>.</p>
<table class=MsoTableGrid><tr><td><p class=MsoNormal><b>Tag</b></p></td><td><p class=MsoNormal><b>Zeit</b></p></td></tr><tr><td><p class=MsoNormal>Mi</p></td><td><p class=MsoNormal>8 Uhr</p><p class=MsoNormal>bis 18 Uhr</p></td></tr></table>
<p class=MsoNormal><!--[if gte vml 1]><v:shape id="x"><v:imagedata src="Datei-Dateien/image001.png"/></v:shape><![endif]--><![if !vml]><img width=200 height=100 src="PICTURE" alt="Ein Regal"><![endif]></p>
<p class=MsoQuote>„Endlich.“<br>– Jo Muster, Leser</p>
</div><div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width="33%"><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> Außer in den Ferien.</p></div></div>
</body></html>`;

/** What it becomes; `picture` is what stands in the place of its picture. */
export const wordPageBody = (picture: string) => `## Neue Zeiten

Ab März ist die Bücherei **mittwochs** schon um acht Uhr offen.[^1] Das freut „alle“ – auch Kinder.

- Romane
  - auch neue
- Sachbücher

1. Ausweis mitbringen
2. Buch wählen

### Was noch neu ist

Mehr sagt [die Seite der Bücherei](https://www.buecherei.example/neu).

| Tag | Zeit |
| - | - |
| Mi | 8 Uhr<br>bis 18 Uhr |

${picture}> „Endlich.“
> – Jo Muster, Leser

[^1]: Außer in den Ferien.
`;

/** As bytes of Windows-1252, which Word declares. */
export function inWindows1252(text: string): Uint8Array {
  const upper = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 128 }, (_, at) => at + 128));
  return Uint8Array.from([...text], (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return code < 128 ? code : 128 + upper.indexOf(sign);
  });
}
