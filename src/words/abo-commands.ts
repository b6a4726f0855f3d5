/** What `npm run abo` says to the operator. */

import { type CommandHelp, overview } from './help.ts';
import { plural } from './phrases.ts';
import { statusWords } from './record.ts';

/** The verbs of `npm run abo`. */
export const aboHelp = {
  stats: {
    call: 'npm run abo -- stats',
    does: 'Wie viele Abonnements es gibt, ohne Personen',
    examples: ['npm run -s abo -- stats'],
  },
  show: {
    call: 'npm run abo -- show ADRESSE',
    does: 'Alles, was zu einer Adresse gespeichert ist (Auskunft, Art. 15 DSGVO)',
    options: { '--json': 'als JSON zum Mitnehmen (Art. 20 DSGVO)' },
    examples: ['npm run -s abo -- show name@beispiel.de', 'npm run -s abo -- show name@beispiel.de --json'],
  },
  erase: {
    call: 'npm run abo -- erase ADRESSE',
    does: 'Eine Adresse löschen (Art. 17 DSGVO); die Nachweise bleiben gesperrt',
    options: { '--with-proof': 'auch die Nachweise löschen' },
    examples: ['npm run -s abo -- erase name@beispiel.de'],
  },
  export: {
    call: 'npm run abo -- export DATEI',
    does: 'Alle Abonnements mit Stand und Einwilligung als CSV',
    examples: ['npm run -s abo -- export liste.csv'],
  },
  import: {
    call: 'npm run abo -- import DATEI',
    does: 'Abonnements aus einer CSV-Datei übernehmen; verschärft nur, bringt niemanden zurück, und nennt alle Zeilen, die draußen bleiben',
    options: { '--dry-run': 'nur zeigen, was sich ändern würde' },
    examples: ['npm run -s abo -- import liste.csv --dry-run', 'npm run -s abo -- import liste.csv'],
  },
  bounces: {
    call: 'npm run abo -- bounces',
    does: 'Das Postfach der Rückläufer lesen und tote Adressen nach der Regel anhalten; was nicht von hier ist, bleibt unberührt',
    options: { '--list': 'nur zeigen, was gelesen wurde und was unberührt blieb' },
    settings: { BOUNCE_MAILBOX: 'das Postfach: ein Maildir oder imaps://…' },
    examples: ['npm run -s abo -- bounces', 'npm run -s abo -- bounces --list'],
  },
  arrival: {
    call: 'npm run abo -- arrival',
    does: 'Ob und wann die letzten Ausgaben in einem Postfach Ihrer Wahl ankamen, mit dem Befund des Empfängers',
    settings: {
      ARRIVAL_ADDRESS: 'die Adresse, angemeldet wie jede andere',
      ARRIVAL_MAILBOX: 'ihr Postfach: ein Maildir oder imaps://…',
      ARRIVAL_AUTHSERV: 'der Mailserver, dessen Befund gilt',
    },
    examples: ['npm run -s abo -- arrival'],
  },
  pause: {
    call: 'npm run abo -- pause ADRESSE',
    does: 'Ein Abonnement anhalten: keine Ausgaben mehr, bis Sie es fortsetzen',
    examples: ['npm run -s abo -- pause name@beispiel.de'],
  },
  resume: {
    call: 'npm run abo -- resume ADRESSE',
    does: 'Ein angehaltenes Abonnement fortsetzen',
    examples: ['npm run -s abo -- resume name@beispiel.de'],
  },
  'rename-domain': {
    call: 'npm run abo -- rename-domain ALT NEU',
    does: 'Adressen einer Domain umbenennen, zum Beispiel nach einer Gebietsreform; wer sich abgemeldet hat, bleibt abgemeldet',
    options: { '--dry-run': 'nur zeigen, was sich ändern würde' },
    examples: [
      'npm run -s abo -- rename-domain alt.example neu.example --dry-run',
      'npm run -s abo -- rename-domain alt.example neu.example',
    ],
  },
  purge: {
    call: 'npm run abo -- purge',
    does: 'Löschen, was abgelaufen ist (macht der Dienst stündlich von selbst)',
    options: { '--clock-is-right': 'auch wenn der Dienst der Uhr nicht traut: Sie haben sie geprüft' },
    examples: ['npm run -s abo -- purge', 'npm run -s abo -- purge --clock-is-right'],
  },
  backup: {
    call: 'npm run abo -- backup [ORDNER]',
    does: 'Datenbank und Schlüssel sichern und prüfen, auch im Betrieb; ohne ORDNER in einen neuen in BACKUP_DIR, wo dann die alten gehen',
    options: { '--new-key DATEI': 'ein Schlüsselpaar erzeugen, um Sicherungen zu verschlüsseln' },
    settings: {
      BACKUP_DIR: 'Ordner der Sicherungen',
      BACKUP_DAYS: 'wie lange sie bleiben, sonst 30 Tage',
      BACKUP_RECIPIENT: 'öffentlicher Schlüssel, für den verschlüsselt wird',
    },
    examples: ['npm run -s abo -- backup', 'npm run -s abo -- backup /var/backups/kurrende/2026-11-24'],
  },
  restore: {
    call: 'npm run abo -- restore ORDNER',
    does: 'Eine Sicherung zurückholen; der Dienst ruht dabei. Wer sich seitdem abgemeldet hat, bleibt abgemeldet',
    options: { '--identity DATEI': 'der geheime Schlüssel einer verschlüsselten Sicherung' },
    examples: ['npm run -s abo -- restore /var/backups/kurrende/2026-11-24'],
  },
  move: {
    call: 'npm run abo -- move ZIEL',
    does: 'Alle Daten nach PostgreSQL (postgres://…) oder in einen leeren Ordner umziehen, geprüft; am alten Ort geht danach nichts mehr',
    examples: [
      'npm run -s abo -- move postgres://kurrende@db.example/kurrende',
      'npm run -s abo -- move /var/lib/kurrende-abo/neu',
    ],
  },
} as const satisfies Record<string, CommandHelp>;

export const aboUsage = overview(
  'Abonnements verwalten',
  Object.values(aboHelp),
  'Optionen und Beispiele zu einem Befehl: npm run abo -- import --help',
);

const people = (count: number) => plural(count, 'Adresse', 'Adressen');

export const aboWords = {
  stats: {
    active: 'Aktive Abonnements',
    paused: 'Angehalten',
    requests: 'Unbestätigte Anmeldungen',
    confirmedSince: 'Bestätigt in den letzten 30 Tagen',
    leftSince: 'Abgemeldet in den letzten 30 Tagen',
  },
  /** Below the number of the paused ones, by kind of reason. */
  pausedBy: {
    refused: '  weil die Zustellung scheiterte',
    hand: '  von Hand',
    import: '  durch einen Import',
    other: '  aus anderen Gründen',
  },
  exported: (file: string, subscribers: number, leavers: number) =>
    `Geschrieben: ${file} mit ${plural(subscribers, 'Abonnement', 'Abonnements')} und ${plural(leavers, 'Abmeldung', 'Abmeldungen')} (nur als Prüfsumme). Die Datei enthält personenbezogene Daten: Löschen Sie sie, wenn Sie sie nicht mehr brauchen.`,
  purged: ({ requests, proofs, deliveries }: { requests: number; proofs: number; deliveries: number }) =>
    `Gelöscht: ${plural(requests, 'unbestätigte Anmeldung', 'unbestätigte Anmeldungen')}, ${plural(proofs, 'abgelaufener Nachweis', 'abgelaufene Nachweise')}, ${plural(deliveries, 'Vermerk zu einer Zusendung', 'Vermerke zu Zusendungen')}.`,
  clock: (known: string) =>
    `Die Uhr dieses Rechners weicht mehr als 30 Tage vom letzten sicheren Zeitpunkt ab (${known}). Es wurde nichts gelöscht. Stellen Sie die Uhr; stimmt sie, rufen Sie auf: npm run abo -- purge --clock-is-right`,
  erased: (had: { subscription: boolean; requests: number; proofs: number }, keptProofs: number) =>
    [
      had.subscription ? 'Das Abonnement ist beendet und gelöscht.' : 'Ein laufendes Abonnement gab es nicht.',
      ...(had.requests > 0
        ? [`Gelöscht: ${plural(had.requests, 'unbestätigte Anmeldung', 'unbestätigte Anmeldungen')}.`]
        : []),
      ...(had.proofs > 0
        ? [`Gelöscht: ${plural(had.proofs, 'Nachweis', 'Nachweise')}. Die Einwilligung lässt sich nicht mehr belegen.`]
        : []),
      ...(keptProofs > 0
        ? [
            `${plural(keptProofs, 'Nachweis bleibt', 'Nachweise bleiben')} bis zum Ende der Frist gesperrt erhalten, um Ansprüche abzuwehren. Mit --with-proof löschen Sie auch ${keptProofs === 1 ? 'ihn' : 'sie'}; dann lässt sich die Einwilligung nicht mehr belegen.`,
          ]
        : []),
    ].join('\n'),
  mailsErased: (count: number, folder: string) =>
    `Gelöscht: ${plural(count, 'E-Mail-Datei', 'E-Mail-Dateien')} in ${folder.replace(/\/$/, '')}/outbox/.`,
  serverLog:
    'Im Transaktionslog (WAL) und in den Sicherungen des Datenbankservers stehen die Daten noch, bis er sie überschreibt oder löscht (docs/betrieb.md, „PostgreSQL“).',
  filesKept: {
    sqlite:
      'Ein anderes Programm liest gerade in der Datenbank: Ihr Protokoll (abo.sqlite-wal) enthält die Adresse noch, bis der Dienst es in der nächsten Stunde leert. Rufen Sie den Befehl „purge“ auf, wenn es gleich sein soll.',
    postgres:
      'Auf dem Datenbankserver ist noch etwas offen, das vor dem Löschen begann: eine Transaktion, auch ein Versand oder ein Befehl der Kurrende selbst, eine Kopie des Servers oder ein Replikationsslot, den niemand weiterliest (SELECT * FROM pg_replication_slots). Die Dateien der Tabellen enthalten die Adresse noch, bis der Dienst sie in einer der nächsten Stunden neu schreibt. Rufen Sie den Befehl „purge“ auf, wenn jenes zu Ende ist und es gleich sein soll.',
  },
  nothingKept: (address: string) => `Zu ${address} ist nichts gespeichert.`,
};

export const importWords = {
  step: {
    add: (address: string, status: string) => `+ ${address}  neu, ${statusWords[status] ?? status}`,
    pause: (address: string) => `~ ${address}  wird angehalten`,
    leave: (address: string) => `- ${address}  wird abgemeldet`,
    block: (address: string) => `- ${address}  war nicht angemeldet, wird gesperrt`,
    'kept-out': (address: string) => `! ${address}  hat sich abgemeldet und bleibt abgemeldet`,
    'not-loosened': (address: string) => `! ${address}  ist angehalten und bleibt es`,
  },
  /** A leaver of another list, known by its hash only. */
  hashed: (hash: string) => `Prüfsumme ${hash.slice(0, 12)}…`,
  summary: (added: number, tightened: number, keptOut: number, unchanged: number) =>
    `${people(added)} neu, ${people(tightened)} angehalten, abgemeldet oder gesperrt, ${people(keptOut)} zurückgewiesen, ${people(unchanged)} unverändert.`,
  dryRun: 'Probelauf: Es wurde nichts geändert.',
  done: 'Importiert.',
  unknownColumns: (names: readonly string[]) => `Diese Spalten werden nicht übernommen: ${names.join(', ')}.\n`,
  more: (count: number) => `… und ${count.toLocaleString('de-DE')} weitere.`,
  /** The end of the name of the file that holds all lines that stay out. */
  leftOutFile: 'draussen.txt',
  allIn: (file: string) =>
    `Alle, die draußen blieben, stehen in ${file}. Die Datei enthält personenbezogene Daten: Löschen Sie sie, wenn Sie sie nicht mehr brauchen.`,
  leftOut: (count: number) =>
    `${plural(count, 'Zeile blieb', 'Zeilen blieben')} draußen; alle anderen gelten. Berichtigen Sie sie, und importieren Sie die Datei noch einmal: Was schon übernommen ist, bleibt unverändert.`,
  mistake: {
    cells: 'zu wenige oder zu viele Zellen; es müssen so viele sein wie Überschriften',
    quote: 'ein Anführungszeichen schließt nicht, oder es steht mitten in einer Zelle und ist nicht verdoppelt',
    address: 'keine E-Mail-Adresse in der Spalte email',
    status: 'in der Spalte status steht nicht active, paused oder left',
    consent: 'keine Einwilligung in der Spalte consentText; ohne Nachweis wird niemand angemeldet',
    hash: 'consentText hat nicht die Prüfsumme in consentSha256; der Wortlaut wurde verändert',
    mailHash: 'mailText hat nicht die Prüfsumme in mailVersion; der Wortlaut wurde verändert',
    moment:
      'ein Zeitpunkt fehlt (confirmedAt), liegt in der Zukunft oder hat keine der Formen 2026-11-24T08:00:00Z, 2026-11-24 09:00:00 und 24.11.2026 09:00',
    twice: 'die Adresse steht mehr als einmal in der Datei; es gilt die strengste Zeile, unter gleichen die erste',
  },
  /** An entry may go over several lines, where a cell of it has line breaks. */
  atLines: ({ line, lastLine }: { line: number; lastLine: number }, text: string) =>
    `${lastLine > line ? `Zeilen ${line} bis ${lastLine}` : `Zeile ${line}`}: ${text}.`,
};

export const aboErrors = {
  addressMissing: (verb: string) => `Nennen Sie die Adresse: npm run abo -- ${verb} name@beispiel.de`,
  notAnAddress: (text: string) => `„${text}“ ist keine E-Mail-Adresse.`,
  fileMissing: (verb: string) => `Nennen Sie die Datei: npm run abo -- ${verb} abonnements.csv`,
  noSuchFile: (file: string) => `Die Datei ${file} gibt es nicht, oder sie ist nicht lesbar.`,
  aFolder: (name: string) => `${name} ist ein Ordner. Nennen Sie die Datei darin.`,
  notUtf8: (file: string) =>
    `Die Datei ${file} ist nicht in UTF-8 gespeichert, Umlaute gingen verloren. In Excel heißt das Format „CSV UTF-8“.`,
  fileExists: (file: string) => `${file} gibt es schon. Es wurde nichts überschrieben.`,
  notWritable: (place: string) =>
    `${place} lässt sich nicht schreiben. Gibt es den Ordner, und gehört er diesem Konto?`,
  folderMissing: (verb: string) => `Nennen Sie den Ordner: npm run abo -- ${verb} /pfad/zur/sicherung`,
  dataInTheWay: (file: string) =>
    `${file} gibt es schon. Halten Sie den Dienst an, und verschieben Sie die Datei, bevor Sie eine Sicherung zurückholen.`,
  keyInTheWay: (file: string) =>
    `${file} ist ein anderer Schlüssel als der in der Sicherung. Gehören Daten zu ihm, verschieben Sie den ganzen Ordner; sonst verschieben Sie die Datei, bevor Sie die Sicherung zurückholen.`,
  /** Why a table can't be read to its end. */
  notACsv: {
    headings: (line: number) =>
      `Die Datei ist keine Tabelle im Format CSV: In Zeile ${line} stehen nicht die Überschriften der Spalten, oder ein Anführungszeichen steht dort falsch. Es wurde nichts importiert.`,
    'open-quote': (line: number) =>
      `In Zeile ${line} öffnet ein Anführungszeichen, das nirgends schließt; was dahinter steht, lässt sich nicht auseinanderhalten. Es wurde nichts importiert. Schließen oder löschen Sie es, und importieren Sie die Datei noch einmal.`,
    'too-long': (line: number) =>
      `Zeile ${line} ist mit mehr als 100.000 Zeichen zu lang für die Zeile einer Tabelle. Es wurde nichts importiert.`,
  },
  columns: (unknown: readonly string[], missing: readonly string[], known: readonly string[]) =>
    [
      ...(missing.length > 0 ? [`Es fehlt die Spalte ${missing.join(', ')}.`] : []),
      ...(unknown.length > 0 ? [`Unbekannt: ${unknown.join(', ')}.`] : []),
      'Nötig sind email und status; wer neu ist, braucht auch consentText (der Wortlaut der Einwilligung) und confirmedAt (wann sie bestätigt wurde). Ein Beispiel steht in docs/betrieb.md, „Eine Liste übernehmen“.',
      `Möglich sind: ${known.join(', ')}.`,
    ].join('\n'),
};
