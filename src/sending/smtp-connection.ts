import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { mailServer, serverName } from '../mail/mail-server.ts';
import { needsMending, type ServerTrouble, serverTrouble } from '../mail/server-trouble.ts';
import type { Reply } from '../store/queries/delivery-notes.ts';
import { type MessageCommand, type Outcome, parseReply, printable, refusal } from './outcome.ts';
import { wireMessage } from './wire-message.ts';

/** Who a message comes from and goes to, by the bare addresses that the server hears. */
interface Envelope {
  from: string;
  to: string;
}

/** A connection that takes one message after the other. */
export interface MailConnection {
  /** Hands over one message in its wire form, and never tries it a second time. Doesn't throw. */
  send(envelope: Envelope, wire: Buffer): Promise<Outcome>;
  /** Whether TLS protects it. */
  readonly isEncrypted: boolean;
  /** False when it took its last message. */
  readonly isOpen: boolean;
  /** Takes leave of the server. */
  close(): void;
}

/** No connection came about: `message` says why. `isFinal` says that another try gives the same answer. */
export class ConnectionError extends Error {
  readonly reply: Reply | undefined;
  readonly isFinal: boolean;
  readonly trouble: ServerTrouble;
  /** The name and port that were tried. */
  readonly server: string;

  constructor(error: SMTPConnection.SMTPError, server: string) {
    const { message, response, responseCode = 0, code } = error;
    super(printable(message));
    this.server = server;
    this.trouble = serverTrouble(error);
    this.reply = response === undefined ? undefined : parseReply(response);
    this.isFinal = responseCode >= 500 || (code === 'EAUTH' && responseCode === 0) || needsMending(this.trouble);
  }
}

const seconds = 1000;

/**
 * Connects to the server that `url` names and logs in if the URL has a name and password. Own connections instead of
 * a pool: a pool sends again by itself what a broken connection left open. Throws a ConnectionError, after
 * `patience` milliseconds at the latest.
 */
export async function connect(url: string, patience = 30 * seconds): Promise<MailConnection> {
  const options = mailServer(url);
  const connection = new SMTPConnection({
    ...options,
    connectionTimeout: patience,
    greetingTimeout: patience,
    // RFC 5321 4.5.3.2.6: so long may a server think about a message.
    socketTimeout: 600 * seconds,
  });
  const { promise: impatient, reject: giveUp } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => giveUp(Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' })),
    patience,
  );
  try {
    const connected = new Promise<void>((resolve, reject) => {
      const settled = (error?: Error | null) => (error ? reject(error) : resolve());
      const { auth } = options;
      // For its whole life: also of a login that breaks off, only this event tells.
      connection.on('error', settled);
      connection.connect((error) => {
        if (error || !auth) settled(error);
        else connection.login(auth as SMTPConnection.Credentials, settled);
      });
    });
    await Promise.race([connected, impatient]);
  } catch (error) {
    connection.close();
    throw new ConnectionError(error as SMTPConnection.SMTPError, serverName(url));
  } finally {
    clearTimeout(timer);
  }
  return {
    send: (envelope, wire) => send(connection, envelope, wire),
    get isEncrypted() {
      return connection.secure;
    },
    get isOpen() {
      return !connection.destroyed;
    },
    close() {
      connection.quit();
      setTimeout(() => connection.close(), 5 * seconds).unref();
    },
  };
}

async function send(connection: SMTPConnection, envelope: Envelope, wire: Buffer): Promise<Outcome> {
  let isOnWire = false;
  const message = wireMessage(wire, () => {
    isOnWire = true;
  });
  try {
    const { response } = await called<SMTPConnection.SentMessageInfo>((callback) =>
      connection.send(envelope, message, callback),
    );
    return { kind: 'accepted', reply: parseReply(response) };
  } catch (error) {
    const { response, responseCode, command } = error as SMTPConnection.SMTPError;
    if (response !== undefined && responseCode && responseCode >= 400 && isMessageCommand(command)) {
      await reset(connection);
      return refusal(command, parseReply(response));
    }
    // Anything else, such as a 354 in the place of an answer to the text: the two don't understand each other any more.
    connection.close();
    return isOnWire ? { kind: 'unknown' } : { kind: 'unsent', ...(response && { reply: parseReply(response) }) };
  }
}

/** Makes a connection ready for the next message, or closes it. */
function reset(connection: SMTPConnection): Promise<void> {
  return new Promise((resolve) => {
    const ended = () => resolve();
    // The callback is forgotten when the connection ends first.
    connection.once('end', ended);
    connection.reset((error) => {
      connection.off('end', ended);
      if (error) connection.close();
      resolve();
    });
  });
}

function isMessageCommand(command: string | undefined): command is MessageCommand {
  return command === 'MAIL FROM' || command === 'RCPT TO' || command === 'DATA';
}

function called<Result = unknown>(
  call: (callback: (error?: Error | null, result?: Result) => void) => void,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    call((error, result) => (error ? reject(error) : resolve(result as Result)));
  });
}
