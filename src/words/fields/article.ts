/** Help for the author of an article at each field of its front matter. */
export const articleHelp = {
  id: 'Dauerhafte Kennung des Beitrags; npm run new oder npm run check -- --fix trägt sie ein, und Sie ändern sie nie.',
  title: 'Überschrift des Beitrags; sie steht auf der Seite, in Listen, in den Feeds und in der E-Mail.',
  subtitle: 'Zweite Zeile unter dem Titel, höchstens 200 Zeichen; lassen Sie das Feld weg, wenn sie nichts hinzufügt.',
  kind: 'Art des Beitrags: case-study (Praxisbericht), news (Nachricht), event (Veranstaltung, dann auch mit dem Feld event) oder notice (Hinweis).',
  summary:
    'Zusammenfassung in ein oder zwei Sätzen, höchstens 400 Zeichen; sie steht in Listen, in den Feeds und in der E-Mail.',
  publishedOn:
    'Tag, an dem der Beitrag erscheint, in der Form JJJJ-MM-TT, auf Wunsch mit Uhrzeit: 2026-12-03 10:00; lassen Sie das Feld weg, wenn er mit der Ausgabe erscheint.',
  updatedOn:
    'Tag der Berichtigung in der Form JJJJ-MM-TT, immer zusammen mit correction; für Tippfehler brauchen Sie das Feld nicht.',
  correction: 'Ein Satz dazu, was berichtigt wurde, immer zusammen mit updatedOn; er steht auf der Seite.',
  draft: 'true hält den Beitrag zurück, nur die Vorschau zeigt ihn; zum Veröffentlichen lassen Sie das Feld weg.',
  withdrawn:
    'Grund, aus dem Sie einen erschienenen Beitrag zurückziehen, als ganzer Satz; er steht dann unter der Adresse, und aus Listen und Feeds verschwindet der Beitrag.',
  withdrawnOn:
    'Tag, an dem Sie den Beitrag zurückgezogen haben, in der Form JJJJ-MM-TT, immer zusammen mit withdrawn; die nächste Ausgabe sagt es dann ihren Lesern.',
  author:
    'Wer den Beitrag geschrieben hat, bei mehreren eine Liste; lassen Sie das Feld weg, wenn niemand genannt wird.',
  lang: 'Sprache von Titel, Zusammenfassung und Text als Kürzel wie en oder nds; lassen Sie das Feld weg, wenn sie Deutsch sind.',
  ai: 'Was eine KI am Text getan hat: none (nichts), assisted (beim Schreiben geholfen) oder generated (ihn erzeugt, dann auch mit reviewedBy und reviewedOn); es steht am Beitrag, und ohne KI lassen Sie das Feld weg.',
  reviewedBy:
    'Wer einen Text mit KI vor dem Erscheinen geprüft hat und für ihn einsteht, immer zusammen mit reviewedOn; sonst lassen Sie das Feld weg.',
  reviewedOn: 'Tag der Prüfung in der Form JJJJ-MM-TT, immer zusammen mit reviewedBy; sonst lassen Sie das Feld weg.',
  contact: 'Wer Fragen zum Beitrag beantwortet; fragen Sie die Person vorher, oder lassen Sie das Feld weg.',
  source: 'Woher die Geschichte stammt, wenn sie schon anderswo stand; sonst lassen Sie das Feld weg.',
  topics:
    'Themen des Beitrags, eine Liste von Kürzeln aus content/terms.yaml; lassen Sie das Feld weg, wenn keines passt.',
  municipality:
    'Kommune, von der der Beitrag handelt, als Kürzel aus content/terms.yaml; handelt er von keiner, lassen Sie das Feld weg.',
  software:
    'Verfahren, um die es im Beitrag geht, eine Liste von Kürzeln aus content/terms.yaml; lassen Sie das Feld weg, wenn es um keines geht.',
  people: 'Menschen, deren Aussagen im Text stehen, eine Liste; lassen Sie das Feld weg, wenn niemand zu Wort kommt.',
  releasedBy:
    'Wer einen Praxisbericht für die vorgestellte Verwaltung freigegeben hat, als Nachweis, der nicht veröffentlicht wird; sonst lassen Sie das Feld weg.',
  event: 'Zeit und Ort einer Veranstaltung; das Feld gehört zur Art event und zu keiner anderen.',
  attachments: 'Dateien zum Herunterladen, eine Liste; lassen Sie das Feld weg, wenn es keine gibt.',
  related:
    'Was zum Thema weiterführt, eine Liste: die Datei eines anderen Beitrags, dessen Titel das Programm einsetzt, oder title und url; lassen Sie das Feld weg, wenn es nichts gibt.',
  image: 'Bild über dem Text mit seinem Nachweis; lassen Sie das Feld weg, wenn es keines gibt.',
  pictures:
    'Nachweise der Bilder im Text, eine Liste mit einem Eintrag für jedes Bild; lassen Sie das Feld weg, wenn dort keines steht.',
  formerAddresses:
    'Frühere Adressen des Beitrags, eine Liste von Pfaden mit Schrägstrich am Anfang und am Ende; sie führen weiter zu ihm, und ohne Umzug lassen Sie das Feld weg.',
  styleExceptions:
    'Hinweise zum Stil, die für diesen Text nicht gelten, eine Liste mit Regel und Grund; sonst lassen Sie das Feld weg.',
};

/** At a person who has written an article or is quoted in it. */
export const personHelp = {
  name: 'Vor- und Nachname.',
  function: 'Amt, Aufgabe oder Abteilung; lassen Sie das Feld weg, wenn der Name genügt.',
};

export const contactHelp = {
  name: 'Name des Menschen oder der Stelle.',
  function: 'Amt, Aufgabe oder Abteilung; lassen Sie das Feld weg, wenn der Name genügt.',
  email: 'E-Mail-Adresse für Fragen; soll sie nicht veröffentlicht werden, lassen Sie das Feld weg.',
  phone: 'Telefonnummer für Fragen mit Vorwahl; soll sie nicht veröffentlicht werden, lassen Sie das Feld weg.',
};

export const sourceHelp = {
  title: 'Name der Quelle, so genau, dass man sie findet.',
  url: 'Adresse der Quelle mit https://; lassen Sie das Feld weg, wenn sie nicht im Netz steht.',
};

export const attachmentHelp = {
  file: 'Name der Datei im Ordner der Ausgabe, ohne Pfad, mit einer Endung wie .pdf oder .docx.',
  title: 'Was in der Datei steht; so heißt der Link auf sie.',
  description:
    'Ein Satz dazu, für wen die Datei ist oder was darin zu finden ist; lassen Sie das Feld weg, wenn der Titel genügt.',
};

export const relatedHelp = {
  title: 'Wie der Link heißt: was dort zu lesen ist.',
  url: 'Adresse mit https://, oder eine Seite dieser Website als Datei oder Pfad.',
};

export const eventHelp = {
  start: 'Beginn nach deutscher Zeit, mit Uhrzeit in der Form JJJJ-MM-TTThh:mm, bei ganzen Tagen nur JJJJ-MM-TT.',
  end: 'Ende in derselben Form wie der Beginn; lassen Sie das Feld weg, wenn es offen ist.',
  furtherDates:
    'Weitere Termine derselben Veranstaltung, eine Liste; lassen Sie das Feld weg, wenn es bei einem Termin bleibt.',
  place:
    'Ort, so genau, dass man hinfindet; lassen Sie das Feld nur weg, wenn die Veranstaltung ganz online stattfindet.',
  online:
    'Adresse mit https://, unter der man online teilnimmt; sie ist öffentlich, und ohne Online-Teilnahme lassen Sie das Feld weg.',
  link: 'Adresse des Programms oder einer anderen Seite dazu mit https://; lassen Sie das Feld weg, wenn es keine gibt.',
  registration: 'Wo und bis wann man sich anmeldet; lassen Sie das Feld weg, wenn keine Anmeldung nötig ist.',
  cancelled:
    'Grund, aus dem die Veranstaltung ausfällt, als ganzer Satz; er steht auf der Seite, in Listen, in den Feeds, in der E-Mail und im Kalender.',
  postponed:
    'Grund, aus dem die Veranstaltung verschoben ist, als ganzer Satz; er steht überall, wo auch eine Absage steht.',
  previousStart:
    'Der bisherige Beginn, sobald unter start der neue steht; lassen Sie das Feld weg, solange der neue Termin offen ist.',
};

/** At one more date of an event. */
export const eventDateHelp = {
  start: 'Beginn dieses Termins in derselben Form wie beim ersten.',
  end: 'Ende dieses Termins; lassen Sie das Feld weg, wenn es offen ist.',
};

export const registrationHelp = {
  url: 'Adresse der Anmeldung mit https://.',
  text: 'Worte des Links auf die Anmeldung; ohne das Feld heißt er „Zur Anmeldung“.',
  deadline:
    'Letzter Tag der Anmeldung in der Form JJJJ-MM-TT; danach sagt die Seite, dass sie beendet ist, und ohne Frist lassen Sie das Feld weg.',
};

export const releaseHelp = {
  name: 'Vor- und Nachname des Menschen, der zugestimmt hat.',
  function: 'Sein Amt oder seine Aufgabe; lassen Sie das Feld weg, wenn der Name genügt.',
  on: 'Tag der Freigabe in der Form JJJJ-MM-TT.',
};
