/** Help for the author of an issue at each field of its front matter. */
export const issueHelp = {
  id: 'Dauerhafte Kennung der Ausgabe; npm run new oder npm run check -- --fix trägt sie ein, und Sie ändern sie nie.',
  title: 'Überschrift der Ausgabe; sie steht auf der Seite, in Listen und in den Feeds.',
  publishedOn:
    'Tag, an dem die Ausgabe erscheint, in der Form JJJJ-MM-TT, auf Wunsch mit Uhrzeit: 2026-12-03 10:00; ohne das Feld gilt der Donnerstag der Woche.',
  mailing:
    'true: Zur Uhrzeit von publishedOn geht die Ausgabe auch als E-Mail an alle Abonnenten; sonst lassen Sie das Feld weg.',
  lead: 'Vorspann: ein oder zwei Sätze dazu, was die Ausgabe bringt.',
  draft: 'true hält die Ausgabe zurück, nur die Vorschau zeigt sie; zum Veröffentlichen lassen Sie das Feld weg.',
  image: 'Bild der Ausgabe mit seinem Nachweis; lassen Sie das Feld weg, wenn es keines gibt.',
  pictures:
    'Nachweise der Bilder im Editorial, eine Liste mit einem Eintrag für jedes Bild; lassen Sie das Feld weg, wenn dort keines steht.',
  formerAddresses:
    'Frühere Adressen der Ausgabe, eine Liste von Pfaden mit Schrägstrich am Anfang und am Ende; sie führen weiter zu ihr, und ohne Umzug lassen Sie das Feld weg.',
  styleExceptions:
    'Hinweise zum Stil, die für diesen Text nicht gelten, eine Liste mit Regel und Grund; sonst lassen Sie das Feld weg.',
};
