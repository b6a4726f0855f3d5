/** What the Redaktion says of files that are added to an article for its readers to download. */
import { listed } from './phrases.ts';

/** Names may be as long as somebody likes; a sentence is not. */
const shortened = (name: string) => `„${name.length > 80 ? `${name.slice(0, 60)} … ${name.slice(-15)}` : name}“`;

export const attachmentWords = {
  drop: 'Datei hierher ziehen oder auswählen',
  dropHelp: (megabytes: number) =>
    `PDF, Word, Excel, OpenDocument, CSV und andere, bis ${megabytes} MB. Der Name der Datei steht am Ende ihrer Adresse.`,
  adding: (name: string) => `${shortened(name)} wird hinzugefügt …`,
  stored: (name: string, aside: string) => `„${name}“ liegt jetzt bei der Ausgabe (${aside}).`,
  takenAway: (name: string) =>
    `„${name}“ nennt kein Text mehr und liegt nicht mehr bei der Ausgabe. Nennt ein Text die Datei wieder, etwa ein früherer Stand aus dem Verlauf, liegt sie mit dem Sichern wieder dort.`,
  broughtBack: (name: string) =>
    `„${name}“ lag nicht mehr bei der Ausgabe und ist jetzt wieder da, wie die Datei zuletzt im Verlauf stand.`,
  leftBehind: (name: string) =>
    `„${name}“ nennt kein Text mehr. Die Datei liegt noch bei der Ausgabe, erscheint aber nicht: Sie steht so nicht im Verlauf, darum löscht die Redaktion sie nicht.`,
  notKept: (why: string) => `Im Verlauf steht sie nicht: ${why}`,
  next: 'Prüfen Sie den Titel. Mit „Sichern“ steht die Datei im Beitrag.',
  place: 'der Aufnahmeort des Bildes',
  people: (names: readonly string[]) => `als Verfasser ${listed(names)}`,
  givenAway: (name: string, what: readonly string[]) =>
    `In „${name}“ steht noch: ${listed(what)}. Anhänge gehen unverändert hinaus. Soll das nicht öffentlich sein, entfernen Sie es auf Ihrem Rechner aus der Datei, fügen Sie sie noch einmal hinzu, und entfernen Sie diesen Eintrag.`,
  onlyArticles: 'Anhänge gehören zu Beiträgen. Dieser Text ist keiner.',
  tooLarge: (name: string, megabytes: number) =>
    `${shortened(name)} ist größer als ${megabytes} MB. Verkleinern Sie die Datei, etwa die Bilder darin, oder stellen Sie sie anderswo bereit, und setzen Sie einen Link.`,
  empty: (name: string) => `${shortened(name)} ist leer. Die Datei wurde wohl noch nicht gespeichert.`,
  program: (name: string) =>
    `${shortened(name)} ist ein Programm oder kann eines enthalten. Wer es herunterlädt, müsste ihm blind vertrauen, und viele Häuser sperren solche Dateien. Darum nimmt die Redaktion sie nicht an.`,
  webPage: (name: string) =>
    `${shortened(name)} kann Programme enthalten, die im Browser Ihrer Leserinnen und Leser im Namen Ihrer Website laufen. Darum nimmt die Redaktion solche Dateien (HTML, SVG, XML) nicht an. Speichern Sie sie als PDF, ein Bild als PNG, oder packen Sie sie in ein ZIP-Archiv.`,
  otherKind: (name: string, endings: readonly string[]) =>
    `Dateien wie ${shortened(name)} nimmt die Redaktion nicht an. Möglich sind die Endungen ${listed(endings)}. Speichern Sie die Datei in einem dieser Formate, oder packen Sie sie in ein ZIP-Archiv.`,
  mismatch: (name: string, type: string) =>
    `${shortened(name)} ist nicht, was die Endung sagt (${type}), oder ist beschädigt oder mit einem Kennwort geschützt. Öffnen Sie die Datei in dem Programm, aus dem sie stammt, und speichern Sie sie dort noch einmal.`,
  notUtf8: (name: string) =>
    `${shortened(name)} ist nicht in UTF-8 gespeichert; Umlaute kämen falsch an. Speichern Sie die Datei noch einmal: in Excel als „CSV UTF-8“, im Editor mit der Codierung UTF-8.`,
};
