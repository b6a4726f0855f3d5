/** What `npm run send` says to the operator. */
import { bounceWords } from './incoming.ts';
import { answerMeaning } from './mail-answers.ts';
import { serverSays, serverTroubles, systemSays } from './mail-setup.ts';
import { plural } from './phrases.ts';

const number = (count: number) => count.toLocaleString('de-DE');
const mails = (count: number) => `${number(count)} ${count === 1 ? 'E-Mail' : 'E-Mails'}`;
const addresses = (count: number) => `${number(count)} ${count === 1 ? 'Adresse' : 'Adressen'}`;
const inUnit = (amount: number, unit: string) =>
  `${amount.toLocaleString('de-DE', { maximumFractionDigits: 1 })} ${unit}`;
const kilobytes = (bytes: number) => inUnit(bytes / 1000, 'kB');
const allBytes = (bytes: number) => (bytes < 1e6 ? kilobytes(bytes) : inUnit(bytes / 1e6, 'MB'));

interface Counts {
  accepted: number;
  failed: number;
  unknown: number;
  queued: number;
}

/** Why it ended: the mail server's answer, or the system's words where none came. */
interface Halt {
  reply?: { text: string } | undefined;
  reason?: string | undefined;
  away?: { trouble: keyof typeof serverTroubles; server: string } | undefined;
}

/** An answer in the server's words, with what it means if that is known. */
const answered = (text: string) => {
  const meaning = answerMeaning(text);
  return serverSays(text) + (meaning ? `\nDas heißt: ${meaning}` : '');
};

/** Why a delivery failed, where the server gave no answer that says it. */
const failures: Record<string, string> = {
  'address-gone': 'Postfach gibt es nicht',
  'address-refused': 'Adresse abgelehnt',
  'message-refused': 'E-Mail abgelehnt',
  'given-up': 'zu oft vertröstet',
};

const inWords = ({ accepted, failed, unknown, queued }: Counts) =>
  [
    `${number(accepted)} angenommen`,
    `${number(failed)} abgelehnt`,
    `${number(unknown)} ungeklärt`,
    ...(queued > 0 ? [`${number(queued)} ${queued === 1 ? 'wartet' : 'warten'}`] : []),
  ].join(', ');

const isEmpty = (counts: Counts) => Object.values(counts).every((count) => count === 0);

const goOn = (key: string) => `Weiter geht es mit: npm run send -- ${key}`;

/** The issue as the operator knows it: `2025-kw33`, or `2025-kw33, Korrektur 1`. */
const mailingName = (key: string, mailing: number) => (mailing === 1 ? key : `${key}, Korrektur ${mailing - 1}`);

interface Interrupted {
  waiting: number;
  unknown: number;
}

const inHand = ({ waiting, unknown }: Interrupted) =>
  `${addresses(waiting)} ${waiting === 1 ? 'wartet' : 'warten'}, ${number(unknown)} ${unknown === 1 ? 'ist' : 'sind'} ungeklärt`;

/** A mailing that isn't at its end while nobody sends. */
export const interruptedWords = {
  brokeOff: (key: string, mailing: number, counts: Interrupted) =>
    `Der Versand ${mailingName(key, mailing)} kam nicht zu Ende, und niemand verschickt gerade: ${inHand(counts)}.`,
  stopped: (key: string, mailing: number, counts: Interrupted) =>
    `Der Versand ${mailingName(key, mailing)} ist angehalten: ${inHand(counts)}.`,
  putOff: (key: string, mailing: number, counts: Interrupted) =>
    `Der Versand ${mailingName(key, mailing)} wartet auf Postfächer, die um einen späteren Versuch gebeten haben: ${inHand(counts)}.`,
  goOn: (key: string) => `npm run send -- ${key}`,
};

/** Whether an answer at the terminal is a yes; everything else is none. */
export const isYes = (answer: string | undefined) => /^\s*ja?\s*$/i.test(answer ?? '');

export const sendingWords = {
  /** `isAgain`: all who have the issue would get it once more. */
  question: (facts: {
    key: string;
    mailing: number;
    isAgain: boolean;
    recipients: number;
    subject: string;
    from: { name: string; address: string };
  }) =>
    [
      `${mailingName(facts.key, facts.mailing)} geht an ${addresses(facts.recipients)}. Was hinaus ist, lässt sich nicht zurückrufen.`,
      ...(facts.isAgain
        ? ['  Achtung    Die Ausgabe ist schon verschickt: Wer sie hat, bekommt sie noch einmal.']
        : []),
      `  Betreff    ${facts.subject}`,
      `  Absender   ${facts.from.name} <${facts.from.address}>`,
      'Verschicken? (ja/nein) ',
    ].join('\n'),
  starts: (key: string, mailing: number, recipients: number) =>
    `Versand ${mailingName(key, mailing)} an ${addresses(recipients)}. Anhalten mit Strg+C.`,
  goesOn: (key: string, mailing: number, waiting: number) =>
    `Versand ${mailingName(key, mailing)} wird fortgesetzt, ${addresses(waiting)} ${waiting === 1 ? 'wartet' : 'warten'}. Anhalten mit Strg+C.`,
  newUnknown: (count: number) =>
    count === 1
      ? 'Ein Versand brach ab, während eine E-Mail unterwegs war. Ob sie angekommen ist, ist ungeklärt; von selbst geht sie nicht noch einmal hinaus.'
      : `Ein Versand brach ab, während ${mails(count)} unterwegs waren. Ob sie angekommen sind, ist ungeklärt; von selbst gehen sie nicht noch einmal hinaus.`,
  changed: (key: string) =>
    `Hinweis: ${key} ist geändert worden, seit dieser Versand begann. Wer noch wartet, bekommt die neue Fassung, die anderen nur mit einer Korrektur (--again).`,
  restored: (key: string, moment: string) =>
    `Hinweis: Am ${moment} wurde eine Sicherung zurückgeholt. Bekam vorher schon jemand ${key}, ohne dass es in der Sicherung steht, bekommt er die Ausgabe noch einmal; das Protokoll des Mailservers sagt es.`,
  /** Who began a mailing, where the system doesn't say. */
  unknownAccount: 'unbekannt',
  progress: (counts: Counts) => inWords(counts),
  rest: (minutes: number, code: number) =>
    `Der Mailserver vertröstet alle (Antwort ${code}). Der Versand wartet ${plural(minutes, 'Minute', 'Minuten')}.`,
  stopping: 'Der Versand hält an; was unterwegs ist, bekommt noch seine Antwort.',
  finished: (key: string, counts: Counts) => `Verschickt: ${key}. ${inWords(counts)}.`,
  othersGoOn: (key: string, counts: Counts) =>
    `Hier ist nichts mehr zu tun: ${key}. ${inWords(counts)}. Den Rest bringen die anderen Versender zu Ende; bricht einer von ihnen ab, rufen Sie den Befehl noch einmal auf.`,
  stopped: (key: string, counts: Counts) => `Angehalten: ${key}. ${inWords(counts)}.\n${goOn(key)}`,
  look: (key: string) => `Die ungeklärten zeigt: npm run send -- ${key} --unknown`,
  putOff: (key: string, counts: Counts, at: string) =>
    `Verschickt bis auf ${addresses(counts.queued)}, deren Mailserver vertröstet: ${key}. ${inWords(counts)}. Derselbe Befehl versucht es weiter, sinnvoll ab ${at}: npm run send -- ${key}\nMit --wait bleibt er offen, bis jeder eine Antwort hat.`,
  lookFailed: (key: string) => `Die abgelehnten zeigt: npm run send -- ${key} --failed`,
  failedNone: (key: string) => `${key}: Niemand ist abgelehnt.`,
  failedList: (key: string, rows: readonly { email: string; failure: string | null; replyText: string | null }[]) =>
    [
      `${key}: ${addresses(rows.length)} abgelehnt.`,
      ...rows.map(({ email, failure, replyText }) => {
        const meaning = answerMeaning(replyText ?? '') ?? failures[failure ?? ''] ?? '';
        return `  ${email}  ${meaning}${replyText ? `\n    ${serverSays(replyText)}` : ''}`;
      }),
      `Noch einmal:     npm run send -- ${key} --retry-failed`,
    ].join('\n'),
  siteReserved: (host: string) =>
    `Hinweis: ${host} ist ein Beispielname. Ob die Website die Ausgabe schon zeigt, wurde nicht gefragt.`,
  siteMissing: (missing: readonly { url: string; status?: number | undefined }[]) =>
    [
      `Auf der Website ${missing.length === 1 ? 'fehlt eine Adresse' : `fehlen ${number(missing.length)} Adressen`}, auf die die E-Mail angewiesen ist:`,
      ...missing
        .slice(0, 10)
        .map(({ url, status }) => `  ${url}  ${status === undefined ? 'keine Antwort' : `Antwort ${status}`}`),
      ...(missing.length > 10 ? [`  … und ${number(missing.length - 10)} weitere`] : []),
      'Veröffentlichen Sie zuerst diesen Stand der Website.',
    ].join('\n'),
  paused: (count: number) =>
    `${addresses(count)} angehalten, weil ihr Mailserver sie endgültig ablehnt. „npm run abo -- stats“ zählt sie.`,
  pauseHeld: (key: string, count: number) =>
    `Nach der Regel wären ${addresses(count)} anzuhalten. Das sind so viele, dass eher der Mailserver falsch eingerichtet ist; deshalb wurde niemand angehalten. Sehen Sie in sein Protokoll. Sind die Adressen wirklich tot: npm run send -- ${key} --pause-refused`,
  testSent: (address: string, size: number) =>
    `Probe an ${address} verschickt (${kilobytes(size)}). Nichts wurde vermerkt.`,
  /** Stands before the subject of a test. */
  testMark: '[Probe]',
  testUnsigned:
    'Hinweis: Zu DKIM ist nichts eingestellt. Für den Versand an die Abonnements müssen Sie das nachholen (docs/betrieb.md).',
  dryRun: (facts: {
    key: string;
    mailing: number;
    recipients: number;
    isResumed: boolean;
    subject: string;
    htmlBytes: number;
    mailBytes: number;
    minutes: number;
    connections: number;
    perMinute: number;
    /** Why it can't go out yet. */
    obstacle: string | undefined;
  }) =>
    [
      `Probelauf: ${mailingName(facts.key, facts.mailing)}. Es wurde nichts verschickt und nichts vermerkt.`,
      `  Betreff       ${facts.subject}`,
      `  Empfänger     ${addresses(facts.recipients)}${facts.isResumed ? '; so viele stehen noch aus' : ''}`,
      `  HTML-Teil     ${kilobytes(facts.htmlBytes)}`,
      `  eine E-Mail   ${kilobytes(facts.mailBytes)}`,
      `  alle          ${allBytes(facts.mailBytes * facts.recipients)}`,
      `  Dauer         ${facts.minutes < 1 ? 'unter einer Minute' : `etwa ${plural(facts.minutes, 'Minute', 'Minuten')}`} (${number(facts.perMinute)} in der Minute, ${plural(facts.connections, 'Verbindung', 'Verbindungen')})`,
      ...(facts.obstacle ? [facts.obstacle] : []),
    ].join('\n'),
  unknownNone: (key: string) => `${key}: Nichts ist ungeklärt.`,
  unknownList: (key: string, rows: readonly { email: string; at: string; messageId: string }[]) =>
    [
      `${key}: ${mails(rows.length)} ungeklärt. Der Versand oder die Verbindung endete, bevor eine Antwort des Mailservers vermerkt war. Suchen Sie die Kennungen in seinem Protokoll.`,
      ...rows.map(({ email, at, messageId }) => `  ${email}  ${at}  ${messageId}`),
      `Angekommen:      npm run send -- ${key} --mark-accepted`,
      `Noch einmal:     npm run send -- ${key} --retry-unknown   (wer sie doch schon hat, bekommt sie doppelt)`,
    ].join('\n'),
  markedAccepted: (count: number) => `${mails(count)} als angekommen vermerkt.`,
};

/** Why a mailing ended before its time; what waits goes on waiting. */
export const haltWords = {
  'server-away': ({ reply, reason, away }: Halt) => {
    const sentence = away && serverTroubles[away.trouble](away.server);
    if (reply) return `${sentence ?? 'Der Mailserver nimmt keine Verbindung an.'} ${answered(reply.text)}`;
    if (sentence !== undefined) return `${sentence}${reason === undefined ? '' : `\n${systemSays(reason)}`}`;
    return 'Die Verbindungen zum Mailserver brechen immer wieder ab.';
  },
  'server-busy': ({ reply }: Halt) => `Der Mailserver vertröstet seit Stunden alle. ${answered(reply?.text ?? '')}`,
  'all-refused': ({ reply }: Halt) =>
    `Der Mailserver hat viele Empfänger hintereinander abgelehnt; das liegt kaum an den Adressen. ${answered(reply?.text ?? '')}\nWenn er wieder annimmt, gehen die abgelehnten mit --retry-failed noch einmal hinaus.`,
  'sender-refused': ({ reply }: Halt) =>
    `Der Mailserver lehnt den Absender ab. ${answered(reply?.text ?? '')}\nPrüfen Sie „mail“ in content/site.md und das Konto in SMTP_URL.`,
};

/** Why an address is paused; the operator reads it. */
export const pauseReasons = {
  gone: (code: number | null) => `Postfach gibt es nicht (Antwort ${code ?? '?'})`,
  refused: (code: number | null) => `bei drei Ausgaben nacheinander abgelehnt (Antwort ${code ?? '?'})`,
};

/** The reason of a subscription that a list paused without one. */
export const importReason = 'import';

/** What kind of reason a noted one is; a list that was imported may bring any. */
export function pauseKind(reason: string | null): 'refused' | 'hand' | 'import' | 'other' {
  if (reason === bounceWords.handReason) return 'hand';
  if (reason === importReason) return 'import';
  return /^(?:Postfach gibt es nicht|bei drei Ausgaben nacheinander abgelehnt) /.test(reason ?? '')
    ? 'refused'
    : 'other';
}

/** What can be wrong, each as a sentence that says what to do. */
export const sendingErrors = {
  unapproved: (key: string, files: readonly string[]) =>
    `${key} geht noch nicht hinaus: ${files.length === 1 ? 'Ein Text hat' : `${files.length} Texte haben`} keine Freigabe durch eine zweite Person, für den jetzigen Stand: ${files.join(', ')}. Die Freigabe gibt man in der Redaktion (npm run redaktion).`,
  notReleased: (key: string, day: string) =>
    `Die Ausgabe ${key} erscheint erst am ${day}. Vorher geht sie nur als Probe hinaus: npm run send -- ${key} --test ADRESSE`,
  draft: (key: string) =>
    `Die Ausgabe ${key} ist ein Entwurf. Sie geht nur als Probe hinaus: npm run send -- ${key} --test ADRESSE`,
  example:
    'Der Herausgeber in content/site.md ist erfunden (example: true). An Abonnements geht so etwas nur über einen Mailserver auf diesem Rechner, zum Ausprobieren. Tragen Sie Ihre Angaben ein, und löschen Sie die Zeile.',
  noDkim:
    'Zu DKIM ist nichts eingestellt. Ohne Signatur bietet kein Postfach das Abbestellen mit einem Klick an (RFC 8058), und viele lehnen die E-Mail ab. Setzen Sie DKIM_SELECTOR und DKIM_KEY, oder DKIM=relay, wenn Ihr Mailserver signiert. Mehr steht in docs/betrieb.md.',
  noSmtp:
    'SMTP_URL ist nicht gesetzt. Nennen Sie den Mailserver, zum Beispiel SMTP_URL=smtp://benutzer:kennwort@mail.example:587. Die E-Mail als Datei schreibt „npm run mail“.',
  nobody: 'Es gibt kein aktives Abonnement. Es wurde nichts verschickt.',
  alreadySent: (key: string, at: string, counts: Counts) =>
    `${key} ist schon verschickt (${at})${isEmpty(counts) ? '. An wen, ist nicht mehr vermerkt' : `: ${inWords(counts)}`}. Eine Korrektur geht mit --again noch einmal an alle.`,
  notFinished: (key: string) =>
    `Der letzte Versand von ${key} ist noch nicht zu Ende. ${goOn(key)}\nDanach geht eine Korrektur mit --again.`,
  neverSent: (key: string) => `${key} wurde noch nie verschickt. Lassen Sie die Option weg.`,
  nothingToRetry: (key: string, state: 'unknown' | 'failed') =>
    `${key}: Nichts ist ${state === 'unknown' ? 'ungeklärt' : 'abgelehnt'}, was an ein aktives Abonnement noch einmal hinausgehen könnte. Es wurde nichts verschickt.`,
  running: 'Es läuft schon ein Versand. Warten Sie, bis er zu Ende ist, oder halten Sie ihn mit Strg+C an.',
  nobodyToAsk: (key: string, wish: string | undefined) =>
    `Vor dem Versand fragt dieser Befehl nach, und hier ist kein Terminal, an dem jemand antworten könnte. Es wurde nichts verschickt. Skripte und Zeitpläne sagen vorher ja: npm run send -- ${key}${wish ? ` --${wish}` : ''} --yes`,
  notAgreed: 'Es wurde nichts verschickt.',
  notTogether: (one: string, other: string) => `--${one} und --${other} gehen nicht zusammen.`,
  testAddress: (key: string) =>
    `Nennen Sie hinter --test eine Adresse: npm run send -- ${key} --test name@beispiel.de\nStehen unter „mail“ in content/site.md Adressen als „previewTo“, genügt --test allein.`,
  notATestAddress: (text: string) =>
    `„${text}“ ist keine E-Mail-Adresse. Mehrere trennt ein Komma, oder Sie schreiben --test mehrmals. Es wurde nichts verschickt.`,
  testRefused: (address: string, text: string) =>
    `Der Mailserver hat die Probe an ${address} nicht angenommen. ${answered(text)}`,
  testUnanswered: (address: string) =>
    `Die Verbindung endete, bevor der Mailserver zur Probe an ${address} geantwortet hatte.`,
  siteNotReady: (missing: string, key: string) =>
    `${missing} Es wurde nichts verschickt.\nErreicht dieser Rechner die Website nicht, obwohl sie die Ausgabe zeigt: npm run send -- ${key} --skip-site`,
};
