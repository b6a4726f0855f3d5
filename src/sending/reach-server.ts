import { UserError } from '../model/user-error.ts';
import { haltWords } from '../words/sending.ts';
import { ConnectionError, connect, type MailConnection } from './smtp-connection.ts';

/** Milliseconds after which a mail server that doesn't answer is told. */
const patience = 12_000;

/** A connection to the mail server; a UserError says why there is none, within 15 seconds. */
export async function reachServer(smtpUrl: string): Promise<MailConnection> {
  try {
    return await connect(smtpUrl, patience);
  } catch (error) {
    if (!(error instanceof ConnectionError)) throw error;
    throw new UserError(haltWords['server-away']({ reply: error.reply, reason: error.message, away: error }));
  }
}
