/** What is said of mails that come back, of the proof that one arrived, and of domains with another name. */
import { plural } from './phrases.ts';

const kinds: Record<string, string> = {
  gone: 'Postfach gibt es nicht',
  refused: 'Adresse abgelehnt',
  message: 'E-Mail abgelehnt',
  soft: 'nach Versuchen aufgegeben',
  late: 'verzögert',
  unclear: 'unklar',
};

const verdicts: Record<string, string> = {
  foreign: 'zu einer E-Mail, die nicht von hier ist',
  forged: 'nennt einen anderen Empfänger als die E-Mail hatte',
  answer: 'Antwort, kein Rückläufer',
  other: 'nicht zu lesen oder kein Rückläufer',
};

const counted = (names: Record<string, string>, counts: Readonly<Record<string, number>>) =>
  Object.entries(names)
    .filter(([kind]) => (counts[kind] ?? 0) > 0)
    .map(([kind, name]) => `${counts[kind]} ${name}`)
    .join(', ');

export const bounceWords = {
  kind: (kind: string) => kinds[kind] ?? kind,
  read: (reports: Readonly<Record<string, number>>, left: Readonly<Record<string, number>>) => {
    const sum = (counts: Readonly<Record<string, number>>) =>
      Object.values(counts).reduce((total, count) => total + count, 0);
    const [ours, others] = [sum(reports), sum(left)];
    return [
      ours === 0
        ? 'Keine neuen Rückläufer.'
        : `${plural(ours, 'neuer Rückläufer', 'neue Rückläufer')}: ${counted(kinds, reports)}.`,
      ...(others > 0 ? [`Unberührt im Postfach: ${counted(verdicts, left)}.`] : []),
    ].join(' ');
  },
  paused: (issueKey: string, count: number) =>
    `${issueKey}: ${plural(count, 'Abonnement wurde', 'Abonnements wurden')} angehalten.`,
  removed: (count: number, days: number) =>
    `Gelöscht: ${plural(count, 'erledigter Rückläufer', 'erledigte Rückläufer')}, älter als ${days} Tage.`,
  erased: (count: number) => `Gelöscht: ${plural(count, 'erledigter Rückläufer', 'erledigte Rückläufer')} im Postfach.`,
  notErased:
    'Das Postfach der Rückläufer lässt sich nicht lesen. Rückläufer zu dieser Adresse können dort bis zu 30 Tage liegen; löschen Sie sie im Postfach.',
  none: 'Es gibt keine Rückläufer.',
  status: { active: 'aktiv', paused: 'angehalten', none: 'kein Abonnement mehr' },
  address: (address: string, status: string) => `${address}  (${status})`,
  line: (issueKey: string, at: string, kind: string, said: string | null) =>
    `  ${issueKey}  ${at}  ${kinds[kind] ?? kind}${said ? `: ${said}` : ''}`,
  decide:
    'Anhalten: npm run abo -- pause ADRESSE. Wieder zustellen: npm run abo -- resume ADRESSE. Was „unklar“ ist, ändert nichts, bis Sie entscheiden.',
  leftTitle: 'Unberührt im Postfach:',
  left: (name: string, verdict: string) => `  ${name}  ${verdicts[verdict] ?? verdict}`,
  handPaused: (address: string) => `${address} ist angehalten und bekommt keine Ausgaben mehr.`,
  handReason: 'von Hand',
  notActive: (address: string) => `${address} ist schon angehalten; es ändert sich nichts.`,
  resumed: (address: string) => `${address} bekommt wieder Ausgaben. Was vorher abgelehnt wurde, zählt nicht mehr.`,
  notPaused: (address: string) => `${address} ist nicht angehalten; es ändert sich nichts.`,
};

export const bounceErrors = {
  noMailbox:
    'Es fehlt BOUNCE_MAILBOX, das Postfach der Rückläufer: ein Maildir oder imaps://benutzer@imap.example/INBOX.',
  away: (reason: string) =>
    `Das Postfach lässt sich nicht lesen (${awayReasons[reason] ?? reason}). Prüfen Sie Adresse, Name, Kennwort, Zertifikat und Rechte.`,
  folderAway: (folder: string, reason: string) =>
    `Das Postfach ${folder} lässt sich nicht lesen (${awayReasons[reason] ?? reason}). Prüfen Sie den Weg und die Rechte; ein Maildir enthält die Ordner new und cur.`,
  notSubscribed: (address: string) =>
    `Zu ${address} gibt es kein Abonnement. Wer sich abgemeldet hat, kommt nur durch eine eigene Anmeldung zurück.`,
};

const awayReasons: Record<string, string> = {
  login: 'Name oder Kennwort ist falsch',
  certificate:
    'dem Zertifikat des Servers wird nicht vertraut: Es ist abgelaufen, gilt für einen anderen Namen, oder NODE_EXTRA_CA_CERTS nennt die Zertifizierungsstelle Ihres Hauses nicht',
  tls: 'es kommt keine verschlüsselte Verbindung zustande; imaps:// verlangt TLS von Anfang an, imap:// mit STARTTLS',
  ENOENT: 'den Ordner gibt es nicht, oder es ist kein Maildir',
  ENOTDIR: 'das ist kein Ordner',
  EACCES: 'dieses Konto darf nicht',
  ECONNREFUSED: 'niemand nimmt dort Verbindungen an',
  ENOTFOUND: 'den Namen kennt der Nameserver nicht',
  EAI_AGAIN: 'der Nameserver antwortet nicht',
  ETIMEDOUT: 'der Server antwortet nicht',
  UNAVAILABLE: 'der Server kann gerade niemanden einlassen',
  INUSE: 'das Postfach ist gerade belegt',
  LIMIT: 'der Server nimmt gerade keine weiteren Anmeldungen an',
  SERVERBUG: 'der Server hat einen Fehler',
  unknown: 'der Server weist uns ab',
};

const mailboxes = {
  bounces: { name: 'Postfach der Rückläufer', settings: 'BOUNCE_MAILBOX und BOUNCE_PASSWORD_FILE' },
  arrival: { name: 'Postfach zur Ankunft', settings: 'ARRIVAL_MAILBOX und ARRIVAL_PASSWORD_FILE' },
};

/** What is wrong with a mailbox since a moment, and what to do; `server` where whoever is told may know it. */
export function mailboxAway(mailbox: keyof typeof mailboxes, since: string, cause: string, server?: string): string {
  const { name, settings } = mailboxes[mailbox];
  const why = awayReasons[cause] ?? cause;
  return `Das ${name}${server === undefined ? '' : ` (${server})`} lässt sich seit dem ${since} nicht lesen: ${why}. Prüfen Sie ${settings}.`;
}

export const arrivalWords = {
  arrived: (issueKey: string, at: string, minutes: number) =>
    `${issueKey}: angekommen am ${at}, ${minutes < 1 ? 'in weniger als einer Minute' : `nach ${plural(minutes, 'Minute', 'Minuten')}`}.`,
  verdict: (spf: string | null, dkim: string | null, dmarc: string | null) =>
    `  Befund des Empfängers: SPF ${spf ?? 'ohne Angabe'}, DKIM ${dkim ?? 'ohne Angabe'}, DMARC ${dmarc ?? 'ohne Angabe'}.`,
  /** No verdict of the server whose word is taken, or none is named. */
  servers: (names: readonly string[], trusted: string | undefined) =>
    names.length === 0
      ? '  Die E-Mail trägt keinen Befund (Authentication-Results).'
      : `  ${trusted === undefined ? '' : `Von ${trusted} trägt die E-Mail keinen Befund. `}${names.length === 1 ? 'Ein Befund trägt den Namen' : 'Befunde tragen die Namen'} ${names.join(', ')}. Setzen Sie ARRIVAL_AUTHSERV auf den Namen des Mailservers, dem dieses Postfach gehört; andere kann jeder hineinschreiben.`,
  gone: '  Die E-Mail liegt nicht mehr im Postfach; einen Befund des Empfängers gibt es nicht.',
  waiting: (issueKey: string, at: string) => `${issueKey}: seit ${at} unterwegs, noch nicht da.`,
  overdue: (issueKey: string, at: string) => `${issueKey}: am ${at} verschickt und nicht angekommen.`,
  told: 'Der Betrieb wurde benachrichtigt.',
  notTold: (issueKey: string) =>
    `Zu ${issueKey} ließ sich niemand benachrichtigen: Setzen Sie OPERATOR_MAIL und SMTP_URL, und prüfen Sie den Mailserver.`,
  nothing: 'In den letzten drei Tagen ging keine Ausgabe an dieses Postfach.',
  alarm: (facts: { issueKey: string; sentAt: string; messageId: string; isRefused: boolean }) => ({
    subject: `Die Ausgabe ${facts.issueKey} ist nicht angekommen`,
    paragraphs: [
      facts.isRefused
        ? `Der Mailserver hat die Ausgabe ${facts.issueKey} an das Postfach, das die Ankunft prüft, am ${facts.sentAt} abgelehnt.`
        : `Der Mailserver hat die Ausgabe ${facts.issueKey} am ${facts.sentAt} angenommen. Im Postfach, das die Ankunft prüft, ist sie nach einer Stunde nicht.`,
      `Suchen Sie im Protokoll des Mailservers nach der Message-ID ${facts.messageId}, und sehen Sie im Postfach nach, auch in der Quarantäne davor. Vermutlich fehlt die Ausgabe auch anderen.`,
      'Läuft der Versand noch, halten Sie ihn an. Was eingerichtet ist, zeigt der Befehl „doctor“ mit der Option --mail.',
    ],
  }),
};

export const arrivalErrors = {
  notSet:
    'Es fehlt ARRIVAL_ADDRESS oder ARRIVAL_MAILBOX. Melden Sie ein Postfach Ihres Hauses wie jedes andere zum Newsletter an, und nennen Sie beides.',
  notSubscribed: (address: string) =>
    `${address} hat kein laufendes Abonnement. Melden Sie das Postfach wie jedes andere zum Newsletter an.`,
};

interface Renamed {
  subscribers: number;
  notices: number;
  merged: number;
  left: number;
  proofs: number;
  requests: number;
}

export const renameWords = {
  done: (from: string, to: string, done: Renamed) =>
    [
      `${from} heißt jetzt ${to}.`,
      `  ${plural(done.subscribers, 'Abonnement läuft', 'Abonnements laufen')} unter der neuen Adresse weiter.`,
      `  ${plural(done.merged, 'Abonnement bestand', 'Abonnements bestanden')} unter beiden Namen und ${done.merged === 1 ? 'ist jetzt eines' : 'sind jetzt je eines'}; es gilt der strengere Stand.`,
      `  ${plural(done.left, 'Abonnement endet', 'Abonnements enden')}, weil die Person sich unter dem anderen Namen abgemeldet hat.`,
      `  ${plural(done.proofs, 'Nachweis hat', 'Nachweise haben')} einen Vermerk mit der früheren Adresse.`,
      `  ${plural(done.notices, 'E-Mail sagt', 'E-Mails sagen')} es an der neuen Adresse, mit einem Link zum Abmelden.`,
      `  ${plural(done.requests, 'unbestätigte Anmeldung bekommt ihren', 'unbestätigte Anmeldungen bekommen ihren')} Link noch einmal, an die neue Adresse.`,
    ].join('\n'),
  plan: (from: string, to: string, would: Renamed) =>
    [
      `${from} hieße dann ${to}.`,
      `  ${plural(would.subscribers, 'Abonnement liefe', 'Abonnements liefen')} unter der neuen Adresse weiter.`,
      `  ${plural(would.merged, 'Abonnement besteht', 'Abonnements bestehen')} unter beiden Namen und ${would.merged === 1 ? 'würde eines' : 'würden je eines'}; es gälte der strengere Stand.`,
      `  ${plural(would.left, 'Abonnement würde', 'Abonnements würden')} enden, weil die Person sich unter dem anderen Namen abgemeldet hat.`,
      `  ${plural(would.proofs, 'Nachweis bekäme', 'Nachweise bekämen')} einen Vermerk mit der früheren Adresse.`,
      `  ${plural(would.notices, 'E-Mail würde', 'E-Mails würden')} es an der neuen Adresse sagen, mit einem Link zum Abmelden.`,
      `  ${plural(would.requests, 'unbestätigte Anmeldung bekäme ihren', 'unbestätigte Anmeldungen bekämen ihren')} Link noch einmal, an die neue Adresse.`,
    ].join('\n'),
  nothing: (from: string, to: string) =>
    `${from} heißt schon ${to}, und seither kam dort keine Adresse hinzu: Es gibt nichts zu tun.`,
  dryRun: 'Probelauf: Es wurde nichts geändert.',
  renamed: 'Umbenannt.',
  mailsFollow: 'Die E-Mails verschickt der Dienst; eine Ausgabe geht erst hinaus, wenn sie unterwegs sind.',
  waiting: (count: number) =>
    count === 1
      ? '1 Hinweis auf eine neue Adresse ist noch nicht verschickt; er muss die erste E-Mail dorthin sein. Der Dienst verschickt ihn von selbst; läuft er?'
      : `${count} Hinweise auf neue Adressen sind noch nicht verschickt; sie müssen die ersten E-Mails dorthin sein. Der Dienst verschickt sie von selbst; läuft er?`,
};

export const renameErrors = {
  missing: 'Nennen Sie die frühere und die neue Domain: npm run abo -- rename-domain alt.example neu.example --dry-run',
  notADomain: (text: string) => `„${text}“ ist kein Domainname.`,
  nobody: (from: string) =>
    `Unter ${from} gibt es kein Abonnement, keine Anmeldung und keinen Nachweis: Es wurde nichts umbenannt. Ist der Name richtig geschrieben?`,
  same: 'Die frühere und die neue Domain sind dieselbe.',
};
