import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

/** What a server does at a command: says these lines, or hangs up, or both; nothing at all for `[]`. */
type Step = readonly (string | 'hang-up')[];

/** The commands that a script can answer; `text` is the end of a message. */
type Moment = 'greeting' | 'EHLO' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'text' | 'RSET' | 'QUIT';

const polite: Record<Moment, Step> = {
  greeting: ['220 mail.example'],
  EHLO: ['250 mail.example'],
  AUTH: ['235 welcome'],
  MAIL: ['250 fine'],
  RCPT: ['250 fine'],
  DATA: ['354 go on'],
  text: ['250 taken'],
  RSET: ['250 fine'],
  QUIT: ['221 bye', 'hang-up'],
};

/**
 * A mail server on loopback that behaves as no library lets one, by `script`; gone when the test has finished. Returns
 * its address.
 */
export async function scriptedServer(script: Partial<Record<Moment, Step>>): Promise<string> {
  const steps = { ...polite, ...script };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    const play = (moment: Moment) => {
      for (const line of steps[moment]) line === 'hang-up' ? socket.end() : socket.write(`${line}\r\n`);
    };
    let isText = false;
    play('greeting');
    createInterface(socket).on('line', (line) => {
      if (isText && line !== '.') return;
      const moment = isText ? 'text' : (line.slice(0, 4).toUpperCase() as Moment);
      isText = moment === 'DATA';
      play(moment);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}
