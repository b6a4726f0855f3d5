import { createTransport, type SendMailOptions } from 'nodemailer';

/** A mail of the service, plain text. */
export interface Message {
  from: { name: string; address: string };
  to: string;
  subject: string;
  text: string;
  /** In angle brackets. */
  messageId: string;
}

/** Takes mails on their way. */
export interface Transport {
  /** Resolves when the mail is taken; rejects with a MailRefused or, if another try may help, any other error. */
  send: (message: Message, now: Temporal.Instant) => Promise<void>;
  close: () => void;
}

/** The server won't take this mail, now or ever; `code` is its answer, such as 550. */
export class MailRefused extends Error {
  readonly code: number;

  constructor(code: number) {
    super(`refused: ${code}`);
    this.code = code;
  }
}

const safely = { disableFileAccess: true, disableUrlAccess: true } as const;

/** Hands mails to the server that `url` names, over connections that are kept for a while. */
export function smtpTransport(url: string): Transport {
  const seconds = 1000;
  const mailer = createTransport({
    url,
    ...safely,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10 * seconds,
    greetingTimeout: 10 * seconds,
    socketTimeout: 60 * seconds,
  });
  return {
    async send(message, now) {
      try {
        await mailer.sendMail(mailOptions(message, now));
      } catch (error) {
        const { responseCode = 0, command } = error as { responseCode?: number; command?: string };
        // A refused login or sender is the operator's to mend: the mail itself may pass later.
        if (responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA')) throw new MailRefused(responseCode);
        throw error;
      }
    },
    close: () => mailer.close(),
  };
}

/** Hands each mail, whole as it would be sent, to `write` under the name of a file. */
export function fileTransport(write: (name: string, mail: Buffer) => void): Transport {
  const mailer = createTransport({ streamTransport: true, buffer: true, newline: 'windows', ...safely });
  return {
    async send(message, now) {
      const { message: mail } = await mailer.sendMail(mailOptions(message, now));
      const moment = now.toString({ smallestUnit: 'second' }).replaceAll(':', '-');
      write(`${moment}-${message.messageId.replace(/@.*|[^\w-]/g, '')}.eml`, mail as Buffer);
    },
    close: () => {},
  };
}

function mailOptions({ from, to, subject, text, messageId }: Message, now: Temporal.Instant): SendMailOptions {
  return {
    from,
    to: { name: '', address: to },
    subject,
    text,
    messageId,
    date: new Date(now.epochMilliseconds),
    textEncoding: 'quoted-printable',
    // RFC 3834: no holiday notice shall answer; the second is for Exchange.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  };
}
