import { text } from 'node:stream/consumers';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';
import { until } from '../until.ts';

export interface MailServer {
  url: string;
  /** What it took, in order. */
  mails: ParsedMail[];
  /** Mails as they came over the wire. */
  raw: string[];
  /** Waits until it has taken so many. */
  received: (count: number) => Promise<ParsedMail[]>;
  /** The last mail to an address. */
  to: (address: string) => ParsedMail | undefined;
  /** The answer that it gives to a recipient instead of taking the mail; 0 takes it. */
  refuseWith: (code: number) => void;
}

/** A mail server on loopback, at a free port unless told another; it is gone when the test has finished. */
export async function mailServer(at = 0, { hideSMTPUTF8 = false } = {}): Promise<MailServer> {
  const mails: ParsedMail[] = [];
  const raw: string[] = [];
  let refusal = 0;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    hideSMTPUTF8,
    onRcptTo(_address, _session, callback) {
      if (refusal === 0) return callback();
      return callback(Object.assign(new Error('not now'), { responseCode: refusal }));
    },
    onData(stream, _session, callback) {
      text(stream).then(async (source) => {
        raw.push(source);
        mails.push(await simpleParser(source));
        callback();
      }, callback);
    },
  });
  await new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const address = server.server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    raw,
    async received(count) {
      await until(() => mails.length >= count);
      return mails;
    },
    to: (address) =>
      mails.findLast(({ to }) => (Array.isArray(to) ? to : [to]).some((field) => field?.text === address)),
    refuseWith(code) {
      refusal = code;
    },
  };
}
