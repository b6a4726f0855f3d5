/** A mailbox on an IMAP server (RFC 9051, RFC 3501). */
import { isIPv4 } from 'node:net';
import { ImapFlow } from 'imapflow';
import { needsMending, serverTrouble } from '../../mail/server-trouble.ts';
import { type Mailbox, MailboxAway, mostBytes, putAwayFolder, type ReceivedMail, wrongLogin } from './mailbox.ts';

/** Milliseconds for a server that doesn't answer. */
const patience = 20_000;

/**
 * Logs in on the server that `url` names; its path is the folder, `INBOX` where it has none. `imap:` takes TLS as soon
 * as the server offers it, and sends a password to another machine over TLS or not at all (RFC 8314). A MailboxAway says why it can't be read.
 */
export async function imapMailbox(url: URL): Promise<Mailbox> {
  const inbox = decodeURIComponent(url.pathname.slice(1)) || 'INBOX';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isSecure = url.protocol === 'imaps:';
  const client = new ImapFlow({
    host,
    port: Number(url.port) || (isSecure ? 993 : 143),
    secure: isSecure,
    ...(!isSecure && !isThisMachine(host) && { doSTARTTLS: true }),
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    logger: false,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: 60_000,
  });
  // Told where it is waited for; without a listener it would end the process.
  client.on('error', () => {});
  const orAway = <Result>(work: Promise<Result>): Promise<Result> =>
    work.catch((error) => {
      throw new MailboxAway(reasonOf(error));
    });
  await orAway(client.connect());
  let folder = '';
  let validity = '';
  const select = async (path: string) => {
    if (folder === path) return;
    const opened = await client.mailboxOpen(path);
    folder = path;
    validity = String(opened.uidValidity);
  };
  // What stands before the name of a folder of one's own, such as `INBOX.` (RFC 2342).
  const readFolder = `${client.namespace?.prefix ?? ''}${putAwayFolder}`;
  const known = new Set<string>();
  const exists = async (path: string) => {
    if (!known.has(path)) for (const one of await client.list()) known.add(one.path);
    return known.has(path);
  };

  const list = async (path: string): Promise<ReceivedMail[]> => {
    await select(path);
    if (client.mailbox === false || client.mailbox.exists === 0) return [];
    const mails: ReceivedMail[] = [];
    for await (const { uid, internalDate } of client.fetch('1:*', { uid: true, internalDate: true })) {
      mails.push(mailOf(path, String(uid), new Date(internalDate ?? 0)));
    }
    return mails;
  };
  const mailOf = (path: string, uid: string, date: Date): ReceivedMail => ({
    // Numbers hold as long as their era (RFC 9051 2.3.1.1).
    name: `${validity}.${uid}`,
    receivedAt: Temporal.Instant.fromEpochMilliseconds(date.getTime()),
    async read() {
      await select(path);
      // BODY.PEEK: whoever reads the mailbox too sees it as new.
      const found = await orAway(client.fetchOne(uid, { source: { start: 0, maxLength: mostBytes } }, { uid: true }));
      return found ? found.source || undefined : undefined;
    },
    putAway: () =>
      orAway(
        (async () => {
          if (!(await exists(readFolder))) await client.mailboxCreate(readFolder);
          known.add(readFolder);
          await select(path);
          await client.messageMove(uid, readFolder, { uid: true });
        })(),
      ),
    remove: () =>
      orAway(
        select(path)
          .then(() => client.messageDelete(uid, { uid: true }))
          .then(() => {}),
      ),
  });
  return {
    mails: () => orAway(list(inbox)),
    putAwayMails: () => orAway(exists(readFolder).then((isThere) => (isThere ? list(readFolder) : []))),
    find: (messageId, since) =>
      orAway(
        (async () => {
          const junk = (await client.list()).find(({ specialUse }) => specialUse === '\\Junk')?.path;
          for (const path of [inbox, ...(junk === undefined ? [] : [junk])]) {
            await select(path);
            // The day of the server's own zone is compared: one more makes sure.
            const from = new Date(since.subtract({ hours: 24 }).epochMilliseconds);
            const uids = await client.search({ header: { 'message-id': messageId }, since: from }, { uid: true });
            const [uid] = (uids || []).map(String);
            const found = uid !== undefined && (await client.fetchOne(uid, { internalDate: true }, { uid: true }));
            if (uid !== undefined && found) return mailOf(path, uid, new Date(found.internalDate ?? 0));
          }
          return undefined;
        })(),
      ),
    close: () => client.logout().catch(() => client.close()),
  };
}

/** Whether a host is this machine for sure (RFC 6761, RFC 1122): a name that begins like its address may be anybody's. */
export function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}

/** Why a server lets nobody in for a while, whatever the password (RFC 5530 3). */
const passing: ReadonlySet<string> = new Set(['UNAVAILABLE', 'INUSE', 'LIMIT', 'SERVERBUG']);

/** What keeps the server from being used, in a word for the operator. */
function reasonOf(error: unknown): string {
  const { code, responseText, authenticationFailed, serverResponseCode, message } = error as {
    code?: string;
    responseText?: string;
    authenticationFailed?: boolean;
    serverResponseCode?: string;
    message?: string;
  };
  if (serverResponseCode !== undefined && passing.has(serverResponseCode)) return serverResponseCode;
  if (authenticationFailed) return wrongLogin;
  const trouble = serverTrouble({ message: message ?? '', code });
  if (needsMending(trouble)) return trouble;
  return code ?? responseText ?? message ?? 'unknown';
}
