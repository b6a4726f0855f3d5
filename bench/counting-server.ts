// A mail server in a process of its own that counts what it takes. It tells its parent of each message after the answer
// to it was written.
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

const longestDelayMs = Number(process.argv[2] ?? 0);
process.on('disconnect', () => process.exit());

const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onConnect(_session, callback) {
    process.send?.({ kind: 'connected' });
    callback();
  },
  onRcptTo({ address }, _session, callback) {
    const isRefused = address.startsWith('abgelehnt');
    callback(isRefused ? Object.assign(new Error('5.7.1 not here'), { responseCode: 550 }) : undefined);
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
      if (longestDelayMs > 0) setTimeout(answer, Math.random() * longestDelayMs);
      else answer();
    });
  },
});
// Senders die on purpose.
server.on('error', () => {});
server.listen(0, '127.0.0.1', () => {
  process.send?.({ kind: 'listening', port: (server.server.address() as AddressInfo).port });
});
