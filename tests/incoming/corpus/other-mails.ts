/** Mails that are no report, or none of ours: each with what has to be said of it. */
import type { LeftVerdict } from '../../../src/store/schema.ts';
import { forms, type ReturnedMail, returnedHeader } from './report-forms.ts';
import { answers } from './server-words.ts';

export interface OtherMail {
  name: string;
  raw: string;
  verdict: LeftVerdict;
}

/** Who is away, in the words of several languages and with the marks of several programs. */
const away = [
  [
    'de',
    'Abwesenheitsnotiz',
    'Guten Tag, ich bin bis 30. November nicht im Haus. Ihre Nachricht wird nicht weitergeleitet.',
  ],
  [
    'de',
    'Automatische Antwort: Ausgabe für November',
    'Vielen Dank für Ihre Nachricht. Ich bin verzögert zu erreichen.',
  ],
  ['en', 'Out of office', 'I am away until Monday. Your mail could not be delivered to my colleague.'],
  ['en', 'Automatic reply: Ausgabe für November', 'Thank you, 550 of us are at a conference.'],
  ['fr', 'Absence du bureau', 'Je suis absente jusqu’au 30 novembre.'],
  ['nl', 'Afwezig', 'Ik ben er maandag weer.'],
  ['es', 'Fuera de la oficina', 'Vuelvo el lunes.'],
  ['it', 'Risposta automatica', 'Sono fuori ufficio.'],
  ['pl', 'Autoodpowiedź', 'Jestem nieobecny.'],
  ['da', 'Autosvar', 'Jeg er ikke på kontoret.'],
] as const;

const marks = [
  ['Auto-Submitted: auto-replied'],
  ['X-Auto-Response-Suppress: All', 'Auto-Submitted: auto-generated'],
  ['Precedence: bulk', 'X-Autoreply: yes'],
  [],
] as const;

function letter(head: readonly string[], body: string): string {
  return [
    ...head,
    'Date: Tue, 24 Nov 2026 10:00:00 +0100',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    body,
    '',
  ].join('\n');
}

/** Answers to our mail, with its whole header below, as some programs quote it. */
function awayMails(mail: ReturnedMail): OtherMail[] {
  return away.flatMap(([language, subject, text], index) =>
    marks.map((mark, place) => ({
      name: `away ${language} ${index}/${place}`,
      verdict: 'answer' as const,
      raw: letter(
        [
          ...(place === 1 ? ['Return-Path: <>'] : [`Return-Path: <${mail.to}>`]),
          `From: Erika Muster <${mail.to}>`,
          `To: ${mail.returnPath}`,
          `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
          `Message-ID: <away-${index}-${place}@house.example>`,
          `In-Reply-To: ${mail.messageId}`,
          ...mark,
        ],
        `${text}\n\n${returnedHeader(mail)}`,
      ),
    })),
  );
}

function reportOf(type: string, part: string, text: string, mail: ReturnedMail): string {
  return [
    `From: Erika Muster <${mail.to}>`,
    `To: ${mail.returnPath}`,
    'Subject: Report',
    `Message-ID: <${type}-${mail.to}>`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=${type}; boundary=b1`,
    '',
    '--b1\nContent-Type: text/plain\n',
    text,
    `--b1\nContent-Type: ${part}\n`,
    `Final-Recipient: rfc822; ${mail.to}\nOriginal-Message-ID: ${mail.messageId}\nDisposition: automatic-action/MDN-sent-automatically; deleted\n`,
    `--b1\nContent-Type: message/rfc822\n\n${returnedHeader(mail)}\n`,
    '--b1--\n',
  ].join('\n');
}

/** Receipts, complaints, letters, advertising, broken mails. */
function unrelated(mail: ReturnedMail): OtherMail[] {
  const from = [`From: Erika Muster <${mail.to}>`, `To: ${mail.returnPath}`];
  return [
    {
      name: 'receipt',
      verdict: 'answer',
      raw: reportOf(
        'disposition-notification',
        'message/disposition-notification',
        'Your mail was deleted without being read.',
        mail,
      ),
    },
    {
      name: 'complaint',
      verdict: 'answer',
      raw: reportOf('feedback-report', 'message/feedback-report', 'This is an abuse report.', mail),
    },
    {
      name: 'letter',
      verdict: 'answer',
      raw: letter(
        [...from, 'Subject: Re: Ausgabe', `In-Reply-To: ${mail.messageId}`],
        `Die letzte Ausgabe hat mich nicht erreicht!\n\n> Message-ID: ${mail.messageId}\n> 550 5.1.1 <${mail.to}>: User unknown`,
      ),
    },
    {
      name: 'forwarded report',
      verdict: 'answer',
      raw: letter(
        [...from, 'Subject: Fwd: Undelivered Mail Returned to Sender', `In-Reply-To: ${mail.messageId}`],
        `Was ist das?\n\nI'm afraid I wasn't able to deliver your message.\n<${mail.to}>:\n550 5.1.1 User unknown\n\nMessage-ID: ${mail.messageId}`,
      ),
    },
    {
      name: 'advertising',
      verdict: 'other',
      raw: letter(
        ['From: Shop <news@shop.example>', `To: ${mail.returnPath}`, 'Subject: 50 % auf alles'],
        'Kaufen Sie jetzt.',
      ),
    },
    { name: 'empty', verdict: 'other', raw: '\n' },
    { name: 'no header', verdict: 'other', raw: 'nur ein Satz' },
    {
      name: 'broken report',
      verdict: 'other',
      raw: 'From: MAILER-DAEMON@x.example\nContent-Type: multipart/report; report-type=delivery-status; boundary=x\n\n--x\nContent-Type: message/delivery-status\n\n\x00\x01\x02\n--x--\n',
    },
  ];
}

/** A report that the mail did arrive (RFC 3464 has those too). */
function success(mail: ReturnedMail, action: string): OtherMail {
  const [postfix] = forms;
  const [answer] = answers;
  if (!postfix || !answer) throw new Error('no forms');
  const raw = postfix
    .write(mail, answer, 'en', 7000)
    .replace('Action: failed', `Action: ${action}`)
    .replace(/Status: 5\.\d\.\d+/, 'Status: 2.0.0');
  return { name: `success ${action}`, verdict: 'other', raw };
}

/** One hundred and more: `mail` is one of ours, that all of them name or quote. */
export function otherMails(mail: ReturnedMail): OtherMail[] {
  const foreign = forms.flatMap((form, index) =>
    answers
      .filter(({ name }) => !form.without?.includes(name))
      .slice(index % 4, (index % 4) + 3)
      .map((answer, place) => ({
        name: `foreign ${form.name} ${answer.name}`,
        verdict: 'foreign' as const,
        raw: form.write(
          { ...mail, messageId: `<${index}-${place}@anderswo.example>`, returnPath: 'blatt@blatt.example' },
          answer,
          form.languages[0] ?? 'en',
          8000 + index * 10 + place,
        ),
      })),
  );
  const forged = forms.flatMap((form, index) =>
    answers
      .filter(({ name }) => !form.without?.includes(name))
      .slice(0, 3)
      .map((answer, place) => ({
        name: `forged ${form.name} ${answer.name}`,
        verdict: 'forged' as const,
        raw: form.write(
          { ...mail, to: `opfer-${place}@rathaus.example` },
          answer,
          form.languages.at(-1) ?? 'en',
          9000 + index * 10 + place,
        ),
      })),
  );
  return [
    ...awayMails(mail),
    ...unrelated(mail),
    ...['delivered', 'relayed', 'expanded'].map((action) => success(mail, action)),
    ...foreign,
    ...forged,
  ];
}
