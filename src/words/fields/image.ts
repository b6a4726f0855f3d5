/** Help for whoever enters a picture's record, at each of its fields. */
export const imageHelp = {
  file: 'Name der Bilddatei im Ordner der Ausgabe, ohne Pfad; nur bei withheld lassen Sie das Feld weg.',
  alt: 'Alternativtext für alle, die das Bild nicht sehen: ein Satz ohne „Foto von“, höchstens 1000 Zeichen; bei decorative lassen Sie ihn weg.',
  decorative: 'true, wenn das Bild nur schmückt und nichts mitteilt, dann ohne alt; sonst lassen Sie das Feld weg.',
  withheld:
    'Grund, aus dem das Original nicht erscheinen darf, als Satz für die Redaktion, dann ohne file; sonst lassen Sie das Feld weg.',
  credit: 'Bildnachweis genau so, wie er verlangt wird, ohne ©, höchstens 300 Zeichen.',
  creator: 'Wer das Bild gemacht hat, höchstens 300 Zeichen; lassen Sie das Feld weg, wenn es schon im Nachweis steht.',
  copyright:
    'Urheberrechtsvermerk, höchstens 300 Zeichen; lassen Sie das Feld weg, wenn er aus © und dem Nachweis besteht.',
  licence:
    'Lizenz, unter der Sie das Bild zeigen dürfen; kennen Sie keine, lassen Sie das Feld weg und das Bild mit withheld zurück.',
  licenceUrl:
    'Adresse der Lizenzbedingungen mit https://; bei Creative Commons und der Datenlizenz Deutschland lassen Sie das Feld weg.',
  sourceUrl: 'Adresse der Seite, auf der es das Bild gibt, mit https://; lassen Sie das Feld bei eigenen Bildern weg.',
  expiresOn:
    'Letzter Tag, an dem das Bild gezeigt werden darf, in der Form JJJJ-MM-TT; ohne Frist lassen Sie das Feld weg.',
  edited:
    'true, wenn Sie das Bild verändert haben, mehr als beschnitten oder verkleinert; sonst lassen Sie das Feld weg.',
  ai: 'Anteil einer KI am Bild: none (keiner), edited (mit KI bearbeitet) oder generated (von einer KI erzeugt); die beiden letzten stehen am Bild.',
  consent:
    'Einwilligung der gezeigten Personen: given (liegt vor), pending (steht aus, so erscheint das Bild nicht) oder not-needed (niemand ist zu erkennen, oder § 23 KunstUrhG gilt).',
  medium:
    'Was für ein Bild es ist: photograph (Foto), drawing (Zeichnung) oder screenshot (Bildschirmfoto); passt nichts davon, lassen Sie das Feld weg.',
  caption: 'Bildunterschrift; lassen Sie das Feld weg, wenn das Bild ohne sie zu verstehen ist.',
};
