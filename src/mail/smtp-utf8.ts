import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { mailServer } from './mail-server.ts';

const longestMs = 5000;

/**
 * Whether the server that `url` names takes addresses with letters beyond ASCII before the `@` (RFC 6531): it says so
 * when it is greeted. Undefined if it can't be asked now.
 */
export function takesUtf8Addresses(url: string): Promise<boolean | undefined> {
  const connection = new SMTPConnection({
    ...mailServer(url),
    connectionTimeout: longestMs,
    greetingTimeout: longestMs,
    socketTimeout: longestMs,
  });
  return new Promise((resolve) => {
    connection.on('error', () => resolve(undefined));
    connection.connect((error) => {
      const greeting = connection.lastServerResponse;
      resolve(error ? undefined : /^\d{3}[ -]SMTPUTF8\b/im.test(String(greeting)));
      connection.close();
    });
  });
}
