/**
 * Reports in the forms of the mail systems that write them, after the structure of public samples; the sentences are
 * written anew, each with the turns of phrase by which such systems are known.
 */
import type { Answer } from './server-words.ts';

/** The mail that a report is about. */
export interface ReturnedMail {
  to: string;
  messageId: string;
  /** Address in MAIL FROM. */
  returnPath: string;
}

export interface Form {
  name: string;
  /** The languages that such a system writes in. */
  languages: readonly string[];
  write: (mail: ReturnedMail, answer: Answer, language: string, number: number) => string;
  /** Answers that the form can't carry, by name: what it has no place for. */
  without?: readonly string[];
}

const fill = ({ line }: Answer, { to }: ReturnedMail) =>
  line.replaceAll('{to}', to).replaceAll('{domain}', to.slice(to.indexOf('@') + 1));

/** The header of our mail as a report gives it back. */
export const returnedHeader = ({ to, messageId, returnPath }: ReturnedMail) =>
  [
    `Return-Path: <${returnPath}>`,
    'Received: from sender.house.example (sender.house.example [192.0.2.1])',
    '\tby relay.house.example (Postfix) with ESMTPS id 4F1C9E2;',
    '\tTue, 24 Nov 2026 09:00:00 +0100 (CET)',
    'From: Blatt <blatt@blatt.example>',
    `To: ${to}`,
    `Message-ID: ${messageId}`,
    'Subject: =?utf-8?Q?Ausgabe_f=C3=BCr_November?=',
    'List-Id: <blatt.blatt.example>',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
  ].join('\n');

const base64 = (text: string) =>
  (
    Buffer.from(text)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\n');
const encodedWord = (text: string) =>
  /^[\x20-\x7e]*$/.test(text) ? text : `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;

interface ReportParts {
  from: string;
  subject: string;
  text: string;
  html?: string;
  status: string;
  returned: { type: string; text: string };
  more?: readonly string[];
  number: number;
  to: string;
  isEncoded?: boolean;
}

/** A message of the type multipart/report (RFC 3462, RFC 6522). */
function multipartReport({
  from,
  subject,
  text,
  html,
  status,
  returned,
  more = [],
  number,
  to,
  isEncoded,
}: ReportParts): string {
  const boundary = `=_report_${number}`;
  const textPart = (type: string, body: string) =>
    isEncoded
      ? `Content-Type: ${type}; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${base64(body)}`
      : `Content-Type: ${type}; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n${body}`;
  return [
    'Return-Path: <>',
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${encodedWord(subject)}`,
    `Message-ID: <report-${number}@system.example>`,
    'Date: Tue, 24 Nov 2026 09:05:00 +0100',
    'MIME-Version: 1.0',
    ...more,
    `Content-Type: multipart/report; report-type=delivery-status;\n\tboundary="${boundary}"`,
    '',
    `--${boundary}`,
    textPart('text/plain', text),
    ...(html ? [`--${boundary}`, textPart('text/html', html)] : []),
    `--${boundary}`,
    `Content-Type: message/delivery-status\n\n${status}`,
    `--${boundary}`,
    `Content-Type: ${returned.type}\n\n${returned.text}`,
    `--${boundary}--`,
    '',
  ].join('\n');
}

function plainReport(
  { from, subject, to, number, more = [] }: Pick<ReportParts, 'from' | 'subject' | 'to' | 'number' | 'more'>,
  text: string,
): string {
  return [
    'Return-Path: <>',
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${encodedWord(subject)}`,
    `Message-ID: <report-${number}@system.example>`,
    'Date: Tue, 24 Nov 2026 09:05:00 +0100',
    'MIME-Version: 1.0',
    ...more,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    text,
    '',
  ].join('\n');
}

const postfix: Form = {
  name: 'Postfix',
  languages: ['en'],
  write(mail, answer, _language, number) {
    const said = fill(answer, mail);
    const isLate = answer.action === 'delayed';
    return multipartReport({
      from: 'MAILER-DAEMON@relay.house.example (Mail Delivery System)',
      subject: isLate ? 'Delayed Mail (still being retried)' : 'Undelivered Mail Returned to Sender',
      to: mail.returnPath,
      number,
      more: ['Auto-Submitted: auto-replied'],
      text: `The mail system at host relay.house.example tells you about your message.\n\n<${mail.to}>: host mx.example[192.0.2.7] said: ${said} (in reply to RCPT TO command)`,
      status: `Reporting-MTA: dns; relay.house.example\nX-Postfix-Queue-ID: 4F1C9E2\nX-Postfix-Sender: rfc822; ${mail.returnPath}\n\nFinal-Recipient: rfc822; ${mail.to}\nOriginal-Recipient: rfc822;${mail.to}\nAction: ${answer.action}\nStatus: ${answer.status}\nRemote-MTA: dns; mx.example\nDiagnostic-Code: smtp; ${said.replace(/(.{60}\S*) /g, '$1\n    ')}\n`,
      returned: {
        type: number % 2 ? 'message/rfc822' : 'text/rfc822-headers',
        text: `${returnedHeader(mail)}\n\nGuten Tag\n`,
      },
    });
  },
};

const exchangeTexts: Record<string, { from: string; subject: string; text: string; late: string }> = {
  de: {
    from: 'Microsoft Outlook',
    subject: 'Unzustellbar: Ausgabe für November',
    text: 'Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:',
    late: 'Die Zustellung der Nachricht verzögert sich; es wird weiterhin versucht.',
  },
  en: {
    from: 'Microsoft Outlook',
    subject: 'Undeliverable: Ausgabe für November',
    text: 'Delivery has failed to these recipients or groups:',
    late: 'Delivery of the message has been delayed; the server will keep trying.',
  },
  fr: {
    from: 'Microsoft Outlook',
    subject: 'Non remis : Ausgabe für November',
    text: 'Échec de la remise pour ces destinataires ou groupes :',
    late: 'La remise du message est retardée, le serveur essaie encore.',
  },
  nl: {
    from: 'Microsoft Outlook',
    subject: 'Onbestelbaar: Ausgabe für November',
    text: 'Bezorging aan deze ontvangers of groepen is mislukt:',
    late: 'De bezorging is vertraagd.',
  },
  it: {
    from: 'Microsoft Outlook',
    subject: 'Non recapitabile: Ausgabe für November',
    text: 'Non è stato possibile recapitare il messaggio ai destinatari:',
    late: 'Il recapito subisce un ritardo.',
  },
  pl: {
    from: 'Microsoft Outlook',
    subject: 'Niedostarczone: Ausgabe für November',
    text: 'Nie można dostarczyć wiadomości do tych odbiorców:',
    late: 'Dostarczenie jest opóźnione.',
  },
};

const exchange: Form = {
  name: 'Exchange',
  languages: Object.keys(exchangeTexts),
  write(mail, answer, language, number) {
    const words = exchangeTexts[language] ?? exchangeTexts.en;
    if (!words) throw new Error(language);
    const said = fill(answer, mail);
    const text = `${answer.action === 'delayed' ? words.late : words.text}\n\n${mail.to}\n`;
    return multipartReport({
      from: `${words.from} <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@house.example>`,
      subject: words.subject,
      to: mail.returnPath,
      number,
      isEncoded: true,
      more: [
        `In-Reply-To: ${mail.messageId}`,
        `References: ${mail.messageId}`,
        'X-MS-Exchange-Message-Is-Ndr:',
        'Auto-Submitted: auto-replied',
      ],
      text,
      html: `<html><body><p>${text}</p></body></html>`,
      status: `Reporting-MTA: dns;mail.house.example\nReceived-From-MTA: dns;relay.house.example\nArrival-Date: Tue, 24 Nov 2026 08:00:00 +0000\n\nFinal-Recipient: rfc822;${mail.to}\nAction: ${answer.action}\nStatus: ${answer.status}\nDiagnostic-Code: smtp;${said}\nX-Display-Name: ${mail.to.split('@')[0]}\n`,
      returned: { type: 'message/rfc822', text: `${returnedHeader(mail)}\n\nGuten Tag\n` },
    });
  },
};

const oldExchangeTexts: Record<string, { subject: string; head: string; admin: string; headers: string }> = {
  de: {
    subject: 'Unzustellbar: Ausgabe für November',
    head: 'Ihre Nachricht hat einige oder alle Empfänger nicht erreicht.',
    admin: 'Diagnoseinformationen für Administratoren:',
    headers: 'Ursprüngliche Nachrichtenkopfzeilen:',
  },
  en: {
    subject: 'Undeliverable: Ausgabe für November',
    head: 'Your message could not be delivered to the recipient named below.',
    admin: 'Diagnostic information for administrators:',
    headers: 'Original message headers:',
  },
  fr: {
    subject: 'Non remis : Ausgabe für November',
    head: 'Votre message n’a pas été remis au destinataire nommé ci-dessous.',
    admin: 'Informations de diagnostic pour les administrateurs :',
    headers: 'En-têtes de message d’origine :',
  },
};

/** What a gateway leaves of Exchange's report: the text alone. */
const oldExchange: Form = {
  name: 'Exchange, text alone',
  languages: Object.keys(oldExchangeTexts),
  without: ['domain-away', 'connection', 'greylisted', 'slow'],
  write(mail, answer, language, number) {
    const words = oldExchangeTexts[language] ?? oldExchangeTexts.en;
    if (!words) throw new Error(language);
    return plainReport(
      {
        from: 'System Administrator <postmaster@house.example>',
        subject: words.subject,
        to: mail.returnPath,
        number,
        more: [`In-Reply-To: ${mail.messageId}`],
      },
      `${words.head}\n\n${mail.to}\n\n${words.admin}\n\nmail.house.example\n\n${mail.to}\n#${fill(answer, mail)} ##\n\n${words.headers}\n\n${returnedHeader(mail)}\n`,
    );
  },
};

/** Exim before it knew the part for machines, and where that is switched off. */
const eximText: Form = {
  name: 'Exim, text',
  languages: ['en'],
  write(mail, answer, _language, number) {
    const isLate = answer.action === 'delayed';
    const own = isLate
      ? `This message was created automatically by mail delivery software.\nA message that you sent has not yet been delivered to one or more of its\nrecipients after more than 24 hours on the queue on host.example.\n\nThe address to which the message has not yet been delivered is:\n\n  ${mail.to}\n    Delay reason: ${fill(answer, mail)}\n\nDelivery attempts will continue for some time.\n\nMessage identifier: 1abc\nMessage-ID: ${mail.messageId}\n`
      : `This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  ${mail.to}\n    host mx.example [192.0.2.7]\n    SMTP error from remote mail server after RCPT TO:<${mail.to}>:\n    ${fill(answer, mail)}\n\n------ This is a copy of the message, including all the headers. ------\n\n${returnedHeader(mail)}\n\nGuten Tag\n`;
    return plainReport(
      {
        from: 'Mail Delivery System <Mailer-Daemon@host.example>',
        subject: isLate
          ? 'Warning: message 1abc delayed 24 hours'
          : 'Mail delivery failed: returning message to sender',
        to: mail.returnPath,
        number,
        more: ['Auto-Submitted: auto-replied', ...(isLate ? [] : [`X-Failed-Recipients: ${mail.to}`])],
      },
      own,
    );
  },
};

const exim: Form = {
  name: 'Exim',
  languages: ['en'],
  write(mail, answer, _language, number) {
    const said = fill(answer, mail);
    const status = answer.action === 'delayed' ? answer.status : `${answer.status[0]}.0.0`;
    return multipartReport({
      from: 'Mail Delivery System <Mailer-Daemon@host.example>',
      subject:
        answer.action === 'delayed'
          ? 'Warning: message 1abc delayed 24 hours'
          : 'Mail delivery failed: returning message to sender',
      to: mail.returnPath,
      number,
      more: ['Auto-Submitted: auto-replied', `X-Failed-Recipients: ${mail.to}`, `References: ${mail.messageId}`],
      text: `This message was created automatically by mail delivery software.\n\n  ${mail.to}\n    ${said}`,
      status: `Reporting-MTA: dns; host.example\n\nAction: ${answer.action}\nFinal-Recipient: rfc822;${mail.to}\nStatus: ${status}\nRemote-MTA: dns; mx.example\nDiagnostic-Code: smtp; ${said}\n`,
      returned: { type: 'message/rfc822', text: `${returnedHeader(mail)}\n\nGuten Tag\n` },
    });
  },
};

const qmail: Form = {
  name: 'qmail',
  languages: ['en', 'de'],
  without: ['greylisted', 'slow'],
  write(mail, answer, language, number) {
    const head =
      language === 'de'
        ? 'Hier ist das Mailprogramm auf host.example.\nIhre Nachricht konnte an diese Adressen nicht zugestellt werden.\nDer Fehler ist endgültig.'
        : "This is the qmail-send program at host.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up.";
    return plainReport(
      { from: 'MAILER-DAEMON@host.example', subject: 'failure notice', to: mail.returnPath, number },
      `${head}\n\n<${mail.to}>:\n192.0.2.7 does not like this.\nRemote host said: ${fill(answer, mail)}\nGiving up on 192.0.2.7.\n\n--- Below this line is a copy of the message.\n\n${returnedHeader(mail)}\n\nGuten Tag\n`,
    );
  },
};

const gmx: Form = {
  name: 'GMX and WEB.DE',
  languages: ['de', 'en'],
  without: ['greylisted', 'slow'],
  write(mail, answer, language, number) {
    const words =
      language === 'de'
        ? {
            subject: 'Mail delivery failed: returning message to sender',
            head: 'Diese Nachricht wurde vom Mailsystem erzeugt.\n\nEine Nachricht, die Sie versandt haben, konnte an einen oder mehrere Empfänger nicht zugestellt werden.',
            copy: '--- Die Kopfzeilen der ursprünglichen Nachricht folgen. ---',
          }
        : {
            subject: 'Mail delivery failed: returning message to sender',
            head: 'This message was created by the mail system.\n\nA message that you sent could not be delivered to one or more recipients.',
            copy: '--- The header of the original message is following. ---',
          };
    return plainReport(
      {
        from: '"GMX Mailer Daemon" <mailer-daemon@gmx.example>',
        subject: words.subject,
        to: mail.returnPath,
        number,
        more: ['Auto-Submitted: auto-replied'],
      },
      `${words.head}\n\n${mail.to}:\nSMTP error from remote server for RCPT TO command, host: mx.example (192.0.2.7)\nreason: ${fill(answer, mail)}\n\n${words.copy}\n\n${returnedHeader(mail)}\n`,
    );
  },
};

const gmailTexts: Record<string, { subject: string; text: string }> = {
  de: {
    subject: 'Delivery Status Notification (Failure)',
    text: 'Adresse nicht gefunden. Ihre Nachricht wurde nicht zugestellt.',
  },
  en: { subject: 'Delivery Status Notification (Failure)', text: 'Your message was not delivered.' },
  es: { subject: 'Delivery Status Notification (Failure)', text: 'Tu mensaje no se ha podido entregar.' },
  da: { subject: 'Delivery Status Notification (Failure)', text: 'Meddelelsen kunne ikke leveres.' },
  cs: { subject: 'Delivery Status Notification (Failure)', text: 'Zprávu se nepodařilo doručit.' },
};

const gmail: Form = {
  name: 'Gmail',
  languages: Object.keys(gmailTexts),
  write(mail, answer, language, number) {
    const words = gmailTexts[language] ?? gmailTexts.en;
    if (!words) throw new Error(language);
    return multipartReport({
      from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.example>',
      subject: answer.action === 'delayed' ? 'Delivery Status Notification (Delay)' : words.subject,
      to: mail.returnPath,
      number,
      isEncoded: true,
      more: [
        'Auto-Submitted: auto-replied',
        `In-Reply-To: ${mail.messageId}`,
        `References: ${mail.messageId}`,
        ...(answer.action === 'failed' ? [`X-Failed-Recipients: ${mail.to}`] : []),
      ],
      text: `** ${words.text} **\n\n${mail.to}`,
      html: `<html><head><style>* { font-size: 14px }</style></head><body>${words.text}</body></html>`,
      status: `Reporting-MTA: dns; googlemail.example\nArrival-Date: Tue, 24 Nov 2026 00:00:00 -0800 (PST)\nX-Original-Message-ID: ${mail.messageId}\n\nFinal-Recipient: rfc822; ${mail.to}\nAction: ${answer.action}\nStatus: ${answer.status}\nDiagnostic-Code: smtp; ${fill(answer, mail)}\nLast-Attempt-Date: Tue, 24 Nov 2026 00:00:01 -0800 (PST)\n`,
      returned: { type: number % 2 ? 'message/rfc822' : 'text/rfc822-headers', text: `${returnedHeader(mail)}\n\n` },
    });
  },
};

const sendmail: Form = {
  name: 'Sendmail',
  languages: ['en'],
  write(mail, answer, _language, number) {
    const said = fill(answer, mail);
    return multipartReport({
      from: 'Mail Delivery Subsystem <MAILER-DAEMON@host.example>',
      subject:
        answer.action === 'delayed'
          ? 'Warning: could not send message for past 4 hours'
          : 'Returned mail: see transcript for details',
      to: mail.returnPath,
      number,
      more: ['Auto-Submitted: auto-generated (failure)'],
      text: `   ----- The following addresses had trouble -----\n<${mail.to}>\n\n   ----- Transcript of session follows -----\n... while talking to mx.example:\n>>> DATA\n<<< ${said}\n`,
      status: `Reporting-MTA: dns; host.example\nReceived-From-MTA: DNS; relay.house.example\n\nFinal-Recipient: RFC822; <${mail.to}>\nAction: ${answer.action}\nStatus: ${answer.status}\nRemote-MTA: DNS; mx.example\nDiagnostic-Code: SMTP; ${said}\n`,
      returned: { type: 'text/rfc822-headers', text: `${returnedHeader(mail)}\n` },
    });
  },
};

export const forms: readonly Form[] = [postfix, exchange, oldExchange, exim, eximText, qmail, gmx, gmail, sendmail];
