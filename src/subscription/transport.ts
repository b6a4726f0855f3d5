import { createTransport } from 'nodemailer';
import { type MessageParts, rawMessage } from '../mail/mime.ts';
import { mailServer } from './mail-server.ts';

/** Takes mails on their way. */
export interface Transport {
  /** Resolves when the mail is taken; rejects with a MailRefused or, if another try may help, any other error. */
  send: (message: MessageParts) => Promise<void>;
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

/** Hands mails to the server that `url` names, over connections that are kept for a while. */
export function smtpTransport(url: string): Transport {
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
        await mailer.sendMail({ envelope, raw: await rawMessage(message) });
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
  return {
    async send(message) {
      const moment = message.date.toString({ smallestUnit: 'second' }).replaceAll(':', '-');
      write(`${moment}-${message.messageId.replace(/@.*|[^\w-]/g, '')}.eml`, await rawMessage(message));
    },
    close: () => {},
  };
}
