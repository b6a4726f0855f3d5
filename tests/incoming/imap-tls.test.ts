import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isThisMachine } from '../../src/incoming/mailbox/imap.ts';
import { openData } from '../../src/store/open-data.ts';
import { type Certificate, certificateFor } from '../certificate.ts';
import { kurrende, type Outcome } from '../cli/command-line.ts';
import { inProcess } from '../cli/in-process.ts';
import { subscriber, temporaryFolder } from '../store/sample-database.ts';
import { corpus } from './corpus/corpus.ts';
import { hasImapServer, imapServer } from './imap-server.ts';

/** A folder with a subscriber. */
async function withSubscriber(): Promise<string> {
  const folder = temporaryFolder();
  const { db } = await openData({ folder: join(folder, 'data') }, randomBytes);
  await subscriber(db, 'erika@rathaus.example');
  await db.destroy();
  return folder;
}

/** Reads a mailbox as a house does that trusts a certificate, in a process of its own: it is trusted from its start. */
async function bounces(mailbox: string, trusted?: Certificate, folder?: string): Promise<Outcome> {
  const env = { BOUNCE_MAILBOX: mailbox, ...(trusted && { NODE_EXTRA_CA_CERTS: trusted.file }) };
  return kurrende(['abo', 'bounces'], folder ?? (await withSubscriber()), env);
}

const refused = {
  code: 75,
  out: '',
  err: expect.stringMatching(
    /^Das Postfach lässt sich nicht lesen \(dem Zertifikat des Servers wird nicht vertraut: .*NODE_EXTRA_CA_CERTS/,
  ),
};

test('a password goes without TLS to this machine only, not to a name that begins like its address', () => {
  expect(['localhost', '127.0.0.1', '127.3.2.1', '::1'].map(isThisMachine)).toEqual([true, true, true, true]);
  expect(['127.anderswo.example', '127.0.0.1.anderswo.example', '10.0.0.1'].map(isThisMachine)).toEqual([
    false,
    false,
    false,
  ]);
});

describe.skipIf(!hasImapServer)('a mailbox on an IMAP server, over TLS', () => {
  test('is read from a server whom the house vouches for, with TLS from the beginning and by STARTTLS', async () => {
    const certificate = certificateFor('IP:127.0.0.1');
    const server = await imapServer(certificate);
    server.deliver(corpus.slice(0, 1).map(({ raw }) => raw));
    for (const address of [server.secure, server.withPassword]) {
      const { code, out, err } = await bounces(address, certificate);
      expect([code, err]).toEqual([0, '']);
      expect(out).toContain('Unberührt im Postfach: 1 ');
    }
    expect(server.unread()).toBe(1);
  });

  test('is not read where nobody vouches for the certificate, or it is another server’s', async () => {
    const server = await imapServer(certificateFor('IP:127.0.0.1'));
    for (const address of [server.secure, server.withPassword]) expect(await bounces(address)).toEqual(refused);
    const foreign = certificateFor('DNS:imap.anderswo.example');
    const other = await imapServer(foreign);
    expect(await bounces(other.secure, foreign)).toEqual(refused);
  });

  test('is told by doctor where nobody vouches for it or the password is wrong, without the account', async () => {
    const certificate = certificateFor('IP:127.0.0.1');
    const server = await imapServer(certificate);
    const folder = await withSubscriber();
    const doctor = async () => (await inProcess(['doctor'], folder, { BOUNCE_MAILBOX: server.secure })).out;
    await bounces(server.secure, undefined, folder);
    expect(await doctor()).toMatch(/^falsch +Rückläufer .*\(127\.0\.0\.1:\d+\).*dem Zertifikat .*NODE_EXTRA_CA_CERTS/m);
    const wrong = new URL(server.secure);
    wrong.password = 'falsch';
    expect((await bounces(wrong.href, certificate, folder)).code).toBe(2);
    expect(await doctor()).toMatch(/^falsch +Rückläufer .*Name oder Kennwort ist falsch\. Prüfen Sie BOUNCE_MAILBOX/m);
    await bounces(server.secure, certificate, folder);
    expect(await doctor()).toMatch(/^in Ordnung Rückläufer .*\(127\.0\.0\.1:\d+\) wurde zuletzt/m);
    expect(await doctor()).not.toMatch(/lauf|gei/);
  });

  test('is not read where the server speaks no TLS', async () => {
    const server = await imapServer();
    const { code, err } = await bounces(server.withPassword.replace('imap:', 'imaps:'));
    expect([code, err]).toEqual([75, expect.stringContaining('keine verschlüsselte Verbindung')]);
    expect(err).not.toContain('m@127');
  });
});
