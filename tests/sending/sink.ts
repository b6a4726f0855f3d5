import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

/** An answer that a server gives instead of taking a recipient or a message. */
interface Answer {
  code: number;
  text: string;
}

interface Behaviour {
  atSender?: () => Answer | undefined;
  /** Before it greets. */
  atConnection?: () => void;
  /** `time` counts from 1 for each address. */
  atRecipient?: (address: string, time: number) => Answer | undefined;
  atMessage?: (address: string, time: number) => Answer | 'hang-up' | undefined;
  /** How long the answer to a message takes. */
  delayMs?: number;
  /** No message is answered before. */
  answersFrom?: Promise<unknown>;
  /** So many connections at a time; more are turned away. */
  mostConnections?: number;
  /** So long after a message it ends a connection on which the next one has not begun. */
  timeoutMs?: number;
  /** Name and password that it wants. */
  login?: { user: string; pass: string };
}

export interface Sink {
  url: string;
  /** Who got a message, in order. */
  taken: string[];
  /** The address in MAIL FROM of each that was begun. */
  senders: string[];
  raw: Buffer[];
  /** The most connections at a time. */
  mostConnections: () => number;
}

/** A mail server on loopback that takes everything, unless told otherwise; gone when the test has finished. */
export async function sink({
  atConnection,
  atSender,
  atRecipient,
  atMessage,
  delayMs = 0,
  answersFrom,
  mostConnections,
  timeoutMs,
  login,
}: Behaviour = {}): Promise<Sink> {
  const taken: string[] = [];
  const senders: string[] = [];
  const raw: Buffer[] = [];
  const times = new Map<string, number>();
  let connections = 0;
  let most = 0;
  const refuse = ({ code, text }: Answer) => Object.assign(new Error(text), { responseCode: code });
  const tired = new Map<string, NodeJS.Timeout>();
  const hangUp = (id: string) => {
    for (const connection of server.connections) if (connection.session.id === id) connection.close();
  };
  const server = new SMTPServer({
    disabledCommands: login ? ['STARTTLS'] : ['AUTH', 'STARTTLS'],
    allowInsecureAuth: true,
    authOptional: login === undefined,
    maxClients: mostConnections,
    onConnect(_session, callback) {
      connections += 1;
      most = Math.max(most, connections);
      atConnection?.();
      callback();
    },
    onClose() {
      connections -= 1;
    },
    onAuth({ username, password }, _session, callback) {
      if (username === login?.user && password === login?.pass) callback(null, { user: username });
      else callback(new Error('wrong name or password'));
    },
    onMailFrom({ address }, { id }, callback) {
      senders.push(address);
      clearTimeout(tired.get(id));
      const answer = atSender?.();
      callback(answer && refuse(answer));
    },
    onRcptTo({ address }, _session, callback) {
      const time = (times.get(address) ?? 0) + 1;
      times.set(address, time);
      const answer = atRecipient?.(address, time);
      callback(answer && refuse(answer));
    },
    onData(stream, session, callback) {
      buffer(stream).then(async (message) => {
        const address = session.envelope.rcptTo[0]?.address ?? '';
        const answer = atMessage?.(address, times.get(address) ?? 0);
        if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
        await answersFrom;
        if (answer === 'hang-up') {
          for (const connection of server.connections) connection.close();
          return;
        }
        if (answer) return callback(refuse(answer));
        taken.push(address);
        raw.push(message);
        callback();
        if (timeoutMs !== undefined) tired.set(session.id, setTimeout(hangUp, timeoutMs, session.id));
      }, callback);
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  const account = login ? `${encodeURIComponent(login.user)}:${encodeURIComponent(login.pass)}@` : '';
  return { url: `smtp://${account}127.0.0.1:${port}`, taken, senders, raw, mostConnections: () => most };
}
