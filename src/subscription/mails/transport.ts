import { createTransport } from 'nodemailer';
import { mailServer } from '../../mail/mail-server.ts';
import { rawMessage, readableMessage } from '../../mail/mime.ts';
import { type ServerTrouble, serverTrouble } from '../../mail/server-trouble.ts';
import { takesUtf8Addresses } from '../../mail/smtp-utf8.ts';
import type { ServiceMail } from './service-mails.ts';

/** Takes mails on their way. */
export interface Transport {
  /** Resolves when the mail is taken; rejects with a MailRefused, a ServerAway or, if another try may help, any other error. */
  send: (message: ServiceMail) => Promise<void>;
  /** Connects and logs in, without a mail; rejects with a ServerAway. */
  reach: () => Promise<void>;
  /** Whether it takes addresses with letters beyond ASCII before the `@`; undefined if that isn't known now. */
  takesUtf8: () => Promise<boolean | undefined>;
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

/** Nothing can be handed to the server now, whoever a mail is for. */
export class ServerAway extends Error {
  readonly trouble: ServerTrouble;

  constructor(trouble: ServerTrouble) {
    super(`away: ${trouble}`);
    this.trouble = trouble;
  }
}

/** Signs a message of this sender, or leaves it as it is. */
export type SignMessage = (raw: Buffer, sender: string) => Buffer;

/** Hands mails to the server that `url` names, over connections that are kept for a while. */
export function smtpTransport(url: string, sign: SignMessage = (raw) => raw): Transport {
  const seconds = 1000;
  const mailer = createTransport({
    ...mailServer(url),
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10 * seconds,
    greetingTimeout: 10 * seconds,
    socketTimeout: 60 * seconds,
  });
  return {
    async send(message) {
      const envelope = { from: message.from.address, to: message.to };
      try {
        await mailer.sendMail({ envelope, raw: sign(await rawMessage(message), message.from.address) });
      } catch (error) {
        const { responseCode = 0, command } = error as { responseCode?: number; command?: string };
        const isAboutThisMail = responseCode !== 421 && (command === 'RCPT TO' || command === 'DATA');
        if (responseCode >= 500 && isAboutThisMail) throw new MailRefused(responseCode);
        // A refused login or sender is the operator's to mend: the mail itself may pass later.
        throw responseCode >= 400 && isAboutThisMail ? error : new ServerAway(serverTrouble(error as Error));
      }
    },
    async reach() {
      try {
        await mailer.verify();
      } catch (error) {
        throw new ServerAway(serverTrouble(error as Error));
      }
    },
    takesUtf8: () => takesUtf8Addresses(url),
    close: () => mailer.close(),
  };
}

/** A mail that became a file: its path, and where the link in it leads. */
export type TellOfMail = (file: string, link: string | undefined) => void;

/** Hands each mail to `write`, which returns the path of its file, and tells of it: nobody else gets it. */
export function fileTransport(write: (name: string, mail: Buffer) => string, tell: TellOfMail): Transport {
  return {
    async send(message) {
      const moment = message.date.toString({ smallestUnit: 'second' }).replaceAll(':', '-');
      const name = `${moment}-${message.messageId.replace(/@.*|[^\w-]/g, '')}.eml`;
      tell(write(name, await readableMessage(message)), message.link);
    },
    reach: async () => {},
    takesUtf8: async () => true,
    close: () => {},
  };
}
