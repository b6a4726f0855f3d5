/** What backing up and restoring says to the operator. */

import { plural } from './phrases.ts';

interface Counts {
  subscribers: number;
  proofs: number;
  leavers: number;
}

const counted = ({ subscribers, proofs, leavers }: Counts) =>
  `${plural(subscribers, 'Abonnement', 'Abonnements')}, ${plural(proofs, 'Nachweis', 'Nachweise')}, ${plural(leavers, 'Abmeldung', 'Abmeldungen')}`;

/** How long ago, in the largest unit that says enough. */
const ago = (hours: number) => {
  if (hours < 1) return 'vor weniger als einer Stunde';
  return hours < 48 ? `vor ${plural(Math.floor(hours), 'Stunde', 'Stunden')}` : `vor ${Math.floor(hours / 24)} Tagen`;
};

export const backupWords = {
  made: (folder: string, counts: Counts, { isEncrypted, data }: { isEncrypted: boolean; data: string }) =>
    [
      `Gesichert: ${folder}/ mit Datenbank und Schlüssel${isEncrypted ? ', verschlüsselt' : ''}. Geprüft: ${counted(counts)}.`,
      ...(isEncrypted ? [] : [`Bewahren Sie den Ordner so sicher auf wie ${data.replace(/\/$/, '')}/ selbst.`]),
    ].join('\n'),
  before: (hours: number) => `Die Sicherung davor entstand ${ago(hours)}.`,
  first: 'Es ist die erste Sicherung an diesem Ort.',
  removed: (count: number, days: number) =>
    `Gelöscht: ${plural(count, 'Sicherung', 'Sicherungen')} von vor mehr als ${days} Tagen.`,
  clock: (folder: string, known: string) =>
    `Die Uhr dieses Rechners weicht mehr als 30 Tage vom letzten sicheren Zeitpunkt ab (${known}). Es wurde keine ältere Sicherung gelöscht. Stellen Sie die Uhr, und sichern Sie noch einmal; dann löschen Sie ${folder}, denn der Name nennt die falsche Zeit. Stimmt die Uhr doch, rufen Sie auf: npm run abo -- purge --clock-is-right`,
  last: (moment: string, hours: number) => `Letzte Sicherung: ${ago(hours)} (${moment})`,
  none: 'Letzte Sicherung: noch keine',
  newKey: (file: string, recipient: string) =>
    `Geschrieben: ${file} mit dem geheimen Schlüssel. Verwahren Sie die Datei nicht auf diesem Server: Ohne sie ist keine Sicherung zu lesen.\nDamit Sicherungen verschlüsselt werden, setzen Sie: BACKUP_RECIPIENT=${recipient}`,
  /** `server` is the address of the database where it isn't in the folder. */
  restored: (folder: string, server: string | undefined, counts: Counts) =>
    server === undefined
      ? `Zurückgeholt: Datenbank und Schlüssel liegen in ${folder}/ (${counted(counts)}).`
      : `Zurückgeholt: Die Datenbank liegt in ${server}, der Schlüssel in ${folder}/ (${counted(counts)}).`,
  applied: ({ left, proofs }: { left: number; proofs: number }) =>
    `Seit der Sicherung: ${plural(left, 'Abmeldung', 'Abmeldungen')} und ${plural(proofs, 'gelöschter Nachweis', 'gelöschte Nachweise')} nachgetragen.`,
  noList:
    'Eine Liste der Abmeldungen (leavers.jsonl) lag nicht dabei: Wer sich nach der Sicherung abgemeldet hat, ist wieder angemeldet. Haben Sie die alten Daten noch, übernehmen Sie die Abmeldungen daraus (docs/betrieb.md, „Sichern und zurückholen“).',
};

export const backupErrors = {
  noFolder:
    'Nennen Sie den Ordner: npm run abo -- backup /pfad/zur/sicherung. Oder setzen Sie BACKUP_DIR; dann bekommt jede Sicherung dort einen eigenen Ordner.',
  fileExists: (file: string) => `${file} gibt es schon. Es wurde nichts überschrieben.`,
  broken: (file: string) =>
    `${file} ist beschädigt: Die Sicherung besteht die Prüfung nicht und wurde verworfen. Ältere Sicherungen sind noch alle da.`,
  recipient: (text: string) =>
    `BACKUP_RECIPIENT ist kein öffentlicher Schlüssel von age: „${text}“. Er beginnt mit age1; ein Paar erzeugt „npm run abo -- backup --new-key DATEI“.`,
  notABackup: (folder: string) => `In ${folder} liegt keine Sicherung: Es fehlt abo.sqlite oder abo.key.`,
  changed: (file: string) =>
    `${file} hat nicht die Prüfsumme aus backup.json: Die Datei wurde verändert oder beschädigt. Nehmen Sie eine andere Sicherung.`,
  encrypted: (folder: string) =>
    `Die Sicherung in ${folder} ist verschlüsselt. Nennen Sie die Datei mit dem geheimen Schlüssel: npm run abo -- restore ${folder} --identity DATEI`,
  wrongIdentity: (file: string) => `${file} lässt sich mit diesem Schlüssel nicht öffnen.`,
  full: (place: string) =>
    `In ${place} ist kein Platz mehr. Es wurde keine Sicherung geschrieben und keine gelöscht; schaffen Sie Platz.`,
};
