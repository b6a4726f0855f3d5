/** What `npm run doctor` says: what is set up, what is missing, what is wrong. */
import { plural } from './phrases.ts';

interface FindingWords {
  state: 'ok' | 'note' | 'missing' | 'wrong';
  topic: string;
  text: string;
  remedy?: string | undefined;
}

const marks = { ok: 'in Ordnung', note: 'Hinweis', missing: 'fehlt', wrong: 'falsch' } as const;

const topics = {
  content: 'Inhalt',
  site: 'Website',
  subscription: 'Abo',
  frame: 'Angaben',
  mailServer: 'Mailserver',
  signature: 'DKIM',
  data: 'Daten',
  backup: 'Sicherung',
  bounces: 'Rückläufer',
  arrival: 'Ankunft',
  mailing: 'Versand',
  service: 'Dienst',
  operator: 'Betrieb',
} as const;

export const doctorWords = {
  topics,
  title: (name: string | undefined) => `Kurrende${name ? `: ${name}` : ''}`,
  line: ({ state, topic, text, remedy }: FindingWords) =>
    `${marks[state].padEnd(11)}${topic.padEnd(13)}${text}${remedy === undefined ? '' : `\n${' '.repeat(24)}→ ${remedy}`}`,
  sum: (findings: readonly FindingWords[]) => {
    const count = (wanted: FindingWords['state']) => findings.filter(({ state }) => state === wanted).length;
    const [missing, wrong] = [count('missing'), count('wrong')];
    if (missing + wrong === 0) return 'Alles ist eingerichtet.';
    return `${plural(wrong, 'Punkt ist', 'Punkte sind')} falsch, ${plural(missing, 'Punkt fehlt', 'Punkte fehlen')}.`;
  },
  contentRight: (issues: number, articles: number) =>
    `${plural(issues, 'Ausgabe', 'Ausgaben')}, ${plural(articles, 'Beitrag', 'Beiträge')}.`,
  contentWrong: (errors: number) => `${plural(errors, 'Fehler', 'Fehler')}.`,
  noContent: 'content/ fehlt hier; geprüft wird nur, was der Dienst braucht.',
  example: 'Der Herausgeber ist noch das Beispiel (example: true). Tragen Sie Ihre Angaben in content/site.md ein.',
  siteBuilt: (at: string) => `dist/ ist vom ${at}.`,
  siteMissing: 'Die Website ist noch nicht gebaut.',
  noAbo: 'Ohne aboUrl in content/site.md gibt es kein Abo per E-Mail.',
  abo: (url: string) => `Der Dienst gehört zu ${url}.`,
  frameRight: (at: string) => `Die Angaben der Website an den Dienst sind vom ${at}.`,
  frameOld: (at: string) => `Die Website wurde zuletzt am ${at} gebaut; das soll jeden Tag geschehen.`,
  frameMissing:
    'Der Dienst findet keine Angaben der Website. Der Bau schreibt sie nach server/abo/, oder ABO_SITE nennt ihren Ordner.',
  mailServerSet: (server: string) => `E-Mails gehen über ${server}. Ob Postfächer sie annehmen, prüft --mail.`,
  mailServerMissing: 'SMTP_URL ist nicht gesetzt: Niemand bekommt eine E-Mail.',
  signatureHere: 'Signiert wird hier.',
  signatureRelay: 'Der Mailserver signiert.',
  signatureMissing: 'Zu DKIM ist nichts eingestellt; an Abonnements geht so keine Ausgabe.',
  dataRight: (active: number, waiting: number) =>
    `${plural(active, 'aktives Abonnement', 'aktive Abonnements')}, ${plural(waiting, 'E-Mail wartet', 'E-Mails warten')}.`,
  openToOthers: (files: readonly string[]) =>
    `Andere Konten dieses Rechners dürfen ${files.join(' und ')} öffnen; darin stehen alle Adressen oder der Schlüssel.`,
  closeToOthers: (folder: string, files: readonly string[]) => `chmod 700 ${folder} && chmod 600 ${files.join(' ')}`,
  restoreLeft: (folder: string) =>
    `In ${folder} liegt eine Sicherung mit allen Adressen und dem Schlüssel: Ein „restore“ läuft gerade oder brach ab. Rufen Sie ihn noch einmal auf, oder löschen Sie den Ordner.`,
  backupRight: (at: string) => `Die letzte Sicherung ist vom ${at} und wurde geprüft.`,
  backupOld: (at: string) => `Die letzte Sicherung ist vom ${at}; gesichert wird jeden Tag.`,
  backupMissing: 'Es wurde noch nie gesichert.',
  mailboxRead: (server: string, at: string) => `Das Postfach (${server}) wurde zuletzt am ${at} gelesen.`,
  mailboxOverdue: (server: string, at: string) =>
    `Das Postfach (${server}) wurde zuletzt am ${at} gelesen; läuft der Timer?`,
  mailboxNeverRead: (server: string) => `Das Postfach (${server}) wurde noch nie gelesen.`,
  timerOn: (unit: string) => `systemctl enable --now ${unit}.timer`,
  serviceAway: (address: string) => `Unter ${address} antwortet kein Abo-Dienst.`,
  serviceElse: 'Sonst ist alles in Ordnung.',
  operatorSet: 'Was scheitert, erfährt der Betrieb.',
  operatorMissing:
    'OPERATOR_MAIL ist nicht gesetzt: Scheitert ein Bau, eine Sicherung oder der Dienst, erfährt es der Betrieb nicht.',
  unitStart: (unit: string) => `systemctl start ${unit}`,
  /** Where no unit does it. */
  byHand: {
    build: 'npm run build',
    backup: (place: string | undefined) =>
      place === undefined ? 'npm run abo -- backup /pfad/zur/sicherung' : 'npm run abo -- backup',
    service: 'npm run service',
  },
  mailTitle: (sender: string) => `E-Mails von ${sender}`,
  noSender:
    'content/site.md nennt unter „mail“ keinen Absender, und der Dienst kennt auch keinen. Ohne ihn gibt es nichts zu prüfen.',
  dnsAway: (server: string | undefined, code: string) =>
    `Der Nameserver${server ? ` ${server}` : ''} antwortet nicht (${code}). Ist dieser Rechner mit dem Netz verbunden? Mit DNS_SERVER nennen Sie einen anderen.`,
};

/** Kinds of what can fail, by what the name of a unit holds. */
export type FailedKind = 'build' | 'backup' | 'service' | 'mailing' | 'other';

const named = (unit: string) => `Auf dem Server ist „${unit}“ gescheitert.`;
const informed = 'Der Betrieb hat dieselbe Nachricht bekommen und kümmert sich darum.';

const forEditors: Record<FailedKind, { subject: string; paragraphs: readonly string[] }> = {
  build: {
    subject: 'Die Website wurde nicht neu gebaut',
    paragraphs: [
      'Der letzte Bau der Website ist gescheitert. Zu lesen ist weiter, was vorher da war; Neues erscheint erst, wenn der Bau wieder gelingt.',
    ],
  },
  backup: {
    subject: 'Die Abonnements wurden nicht gesichert',
    paragraphs: [
      'Die tägliche Sicherung der Abonnements ist gescheitert. Verloren ist nichts, und Sie brauchen nichts zu tun.',
    ],
  },
  service: {
    subject: 'Das Abo ist gestört',
    paragraphs: [
      'Der Dienst, der Anmeldungen und Abmeldungen annimmt, ist ausgefallen. Die Website ist weiter zu lesen. Wer sich eben abmelden wollte, kann es später mit demselben Link tun.',
    ],
  },
  mailing: {
    subject: 'Der Versand einer Ausgabe ist nicht zu Ende',
    paragraphs: [
      'Der Versand hat angehalten, bevor alle die Ausgabe hatten. Niemand bekommt sie doppelt: Der Betrieb setzt ihn fort, wenn die Ursache behoben ist. Verschicken Sie bis dahin nichts noch einmal.',
    ],
  },
  other: { subject: 'Auf dem Server der Website ist etwas gescheitert', paragraphs: [] },
};

export const failedWords = {
  editors: (kind: FailedKind, problems: readonly string[]) => {
    const { subject, paragraphs } = forEditors[kind];
    const found =
      problems.length > 0
        ? [
            `In den Inhalten ${problems.length === 1 ? 'steht ein Fehler' : `stehen ${problems.length} Fehler`}, die Sie beheben können:`,
            ...problems.slice(0, 10),
            'Prüfen können Sie das mit „npm run check“.',
          ]
        : [informed];
    return { subject, paragraphs: ['Guten Tag,', ...paragraphs, ...found] };
  },
  operators: (unit: string, host: string, lines: readonly string[]) => ({
    subject: `Gescheitert: ${unit} auf ${host}`,
    paragraphs: [
      named(unit),
      `Mehr steht im Protokoll: journalctl -u ${unit} -n 100`,
      'Was eingerichtet ist und was fehlt: npm run doctor',
      ...(lines.length > 0 ? ['Die letzten Zeilen:', ...lines] : []),
    ],
  }),
  told: (who: string) => `Benachrichtigt: ${who}.`,
  operatorsNamed: 'der Betrieb (OPERATOR_MAIL)',
  editorsNamed: 'die Redaktion',
  problem: (file: string, line: number, found: string) => `${file}, Zeile ${line}: ${found}`,
  unitMissing: 'Nennen Sie, was gescheitert ist: node src/cli/kurrende.mjs failed kurrende-build.service',
  noSmtp: (what: string) =>
    `SMTP_URL ist nicht gesetzt; von „${what}“ erfährt niemand. Setzen Sie die Variable in /etc/kurrende/abo.env.`,
  notTaken: (who: string) => `Die Nachricht an ${who} wurde nicht angenommen.`,
};
