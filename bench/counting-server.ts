// A mail server in a process of its own that counts what it takes. It tells its parent of each message after the answer
// to it was written. The parent may limit how many answers it still gives to recipients and messages; the others wait
// until the parent speaks again.
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

const longestDelayMs = Number(process.argv[2] ?? 0);
process.on('disconnect', () => process.exit());

let allowed = Number.POSITIVE_INFINITY;
let held: (() => void)[] = [];
process.on('message', ({ answers }: { answers: number | 'all' }) => {
  const waiting = held;
  held = [];
  allowed = answers === 'all' ? Number.POSITIVE_INFINITY : answers;
  for (const answer of waiting) answer();
});

function whenAllowed(answer: () => void): void {
  if (allowed <= 0) {
    held.push(answer);
    return;
  }
  allowed -= 1;
  answer();
}

const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onConnect(_session, callback) {
    process.send?.({ kind: 'connected' });
    callback();
  },
  onRcptTo({ address }, _session, callback) {
    if (!address.startsWith('abgelehnt')) callback();
    else whenAllowed(() => callback(Object.assign(new Error('5.7.1 not here'), { responseCode: 550 })));
  },
  onData(stream, session, callback) {
    const address = session.envelope.rcptTo[0]?.address;
    stream.resume();
    // A message that broke off has no end. The server answers even if nobody listens any more: it has the message.
    stream.on('error', () => {});
    stream.on('end', () => {
      const answer = () => {
        callback();
        process.send?.({ kind: 'taken', address });
      };
      if (longestDelayMs > 0) setTimeout(() => whenAllowed(answer), Math.random() * longestDelayMs);
      else whenAllowed(answer);
    });
  },
});
// Senders die on purpose.
server.on('error', () => {});
server.listen(0, '127.0.0.1', () => {
  process.send?.({ kind: 'listening', port: (server.server.address() as AddressInfo).port });
});
