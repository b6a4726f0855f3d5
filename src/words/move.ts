/** What moving the Abo's data to another place says to the operator. */
import { plural } from './phrases.ts';

interface Counts {
  subscribers: number;
  proofs: number;
  leavers: number;
  rows: number;
}

export const moveWords = {
  /** What the call names, at the beginning of a sentence. */
  target: 'Das Ziel',
  moved: (target: string, { subscribers, proofs, leavers, rows }: Counts) =>
    `Umgezogen nach ${target}: ${plural(subscribers, 'Abonnement', 'Abonnements')}, ${plural(proofs, 'Nachweis', 'Nachweise')}, ${plural(leavers, 'Abmeldung', 'Abmeldungen')}. Geprüft: in jeder Tabelle gleich viele Zeilen mit gleicher Prüfsumme, ${plural(rows, 'Zeile', 'Zeilen')} im Ganzen.`,
  marked: (source: string) =>
    `${source} ist als umgezogen vermerkt und nimmt nichts mehr an. Löschen Sie es, wenn die erste Sicherung vom neuen Ort da ist: Es enthält noch alle Adressen.`,
  nowPostgres: (key: string) =>
    `Setzen Sie jetzt DATABASE_URL auf den neuen Ort, und starten Sie den Dienst. Auf jede weitere Maschine gehört derselbe Schlüssel: ${key}.`,
  nowFolder: (folder: string) =>
    `Setzen Sie jetzt DATA_DIR=${folder}, nehmen Sie DATABASE_URL weg, und starten Sie den Dienst.`,
};

interface Origin {
  place: string;
  key: string;
}

/** Enough of a fingerprint to tell two keys apart. */
const shortKey = ({ key }: Origin) => key.slice(0, 8);

export const moveErrors = {
  noTarget:
    'Nennen Sie, wohin: npm run abo -- move postgres://kurrende@db.example/kurrende, oder einen Ordner: npm run abo -- move /var/lib/kurrende-abo/neu',
  notAnAddress: (example: string) => `Das ist keine Adresse einer Datenbank. Schreiben Sie zum Beispiel ${example}.`,
  samePlace: 'Dort liegen die Daten schon.',
  notEmpty: (place: string) =>
    `In ${place} liegen schon Daten eines Abos. Es wurde nichts geändert; nennen Sie einen leeren Ort.`,
  folderNotEmpty: (folder: string, name: string) =>
    `Der Ordner ${folder} ist nicht leer, darin liegt zum Beispiel „${name}“. Es wurde nichts geändert; nennen Sie einen leeren Ordner oder einen, den es noch nicht gibt, und keinen, den ein Webserver ausliefert: Die Daten enthalten alle Adressen.`,
  otherTable: (place: string, table: string) =>
    `Die Datenbank ${place} ist nicht leer, darin liegt zum Beispiel die Tabelle „${table}“, die nicht von der Kurrende ist. Es wurde nichts geändert; nennen Sie eine leere Datenbank, die der Kurrende allein gehört.`,
  otherMove: (place: string, left: Origin | undefined, here: Origin | undefined) =>
    [
      left
        ? `In ${place} liegt ein Umzug, der nicht zu Ende kam: aus ${left.place}, Schlüssel ${shortKey(left)}.`
        : `In ${place} liegt ein Umzug, der nicht zu Ende kam; woher, hat eine frühere Fassung nicht vermerkt.`,
      ...(left && here && left.place === here.place ? [`Die Daten hier haben den Schlüssel ${shortKey(here)}.`] : []),
      'Es wurde nichts geändert: Was dort liegt, ist vielleicht schon alles. Rufen Sie jenen Umzug dort, wo er herkommt, noch einmal auf, oder nennen Sie einen leeren Ort.',
    ].join(' '),
  atWork: (place: string) =>
    `Mit den Daten in ${place} arbeitet noch ein Abo-Dienst oder ein Versand. Halten Sie alle an, auf jeder Maschine; Anmeldungen weist der Webserver solange mit einem Satz ab.`,
  different: (place: string) =>
    `In ${place} kam nicht dasselbe an. Es wurde nichts umgestellt; die Daten bleiben, wo sie sind. Bitte melden Sie das.`,
  movedBefore: (source: string, target: string) => `Die Daten aus ${source} sind schon umgezogen, nach ${target}.`,
  otherKey: (file: string) =>
    `${file} ist ein anderer Schlüssel als der dieser Daten. Nennen Sie einen Ordner ohne Schlüssel.`,
};
