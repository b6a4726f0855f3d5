/** Maildir (https://cr.yp.to/proto/maildir.html): a file a mail, new ones in `new/`, others in `cur/`. */
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type Mailbox, MailboxAway, mostBytes, putAwayFolder, type ReceivedMail } from './mailbox.ts';
import { hasMessageId } from './message-id.ts';

/** Opens a Maildir that is there; a MailboxAway says why it can't be read. */
export async function maildir(folder: string): Promise<Mailbox> {
  await list(folder);
  return {
    mails: () => list(folder),
    putAwayMails: () => list(putAwayIn(folder)).catch(() => []),
    async find(messageId, since) {
      for (const place of [folder, join(folder, '.Junk'), join(folder, '.Spam')]) {
        const mails = await list(place).catch(() => []);
        for (const mail of mails.reverse()) {
          if (Temporal.Instant.compare(mail.receivedAt, since) < 0) break;
          const raw = await mail.read();
          if (raw && hasMessageId(raw, messageId)) return mail;
        }
      }
      return undefined;
    },
    close: async () => {},
  };
}

const putAwayIn = (folder: string) => join(folder, `.${putAwayFolder}`);

/** The mails of a folder, the oldest first. */
async function list(folder: string): Promise<ReceivedMail[]> {
  const mails: ReceivedMail[] = [];
  for (const part of ['new', 'cur']) {
    const names = await readdir(join(folder, part)).catch((error: NodeJS.ErrnoException) => {
      throw new MailboxAway(error.code ?? error.message);
    });
    for (const file of names) {
      const path = join(folder, part, file);
      const known = await stat(path).catch(ifNotGone);
      if (!known?.isFile() || file.startsWith('.')) continue;
      const name = file.replace(/:2,[^:]*$/, '');
      mails.push({
        name,
        receivedAt: Temporal.Instant.fromEpochMilliseconds(Math.floor(known.mtimeMs)),
        read: () => buffer(createReadStream(path, { end: mostBytes - 1 })).catch(ifNotGone),
        async putAway() {
          await makeSubfolder(putAwayIn(folder));
          // Flags belong to `cur/`; S: somebody has seen it.
          await rename(path, join(putAwayIn(folder), 'cur', `${name}:2,S`)).catch(ifNotGone);
        },
        remove: () => rm(path, { force: true }),
      });
    }
  }
  return mails.sort(
    (one, other) => Temporal.Instant.compare(one.receivedAt, other.receivedAt) || (one.name < other.name ? -1 : 1),
  );
}

/** As Dovecot and Courier have it (Maildir++): a folder whose name begins with a dot, with a file that says what it is. */
async function makeSubfolder(folder: string): Promise<void> {
  for (const part of ['cur', 'new', 'tmp']) await mkdir(join(folder, part), { recursive: true, mode: 0o700 });
  await writeFile(join(folder, 'maildirfolder'), '', { flag: 'a', mode: 0o600 });
}

/** Another program may take a mail meanwhile. */
function ifNotGone(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
