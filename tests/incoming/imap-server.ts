import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getuid } from 'node:process';
import { onTestFinished } from 'vitest';
import type { Certificate } from '../certificate.ts';
import { freePort } from '../free-port.ts';

const program = ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot'].find(
  (path) => spawnSync(path, ['--version']).status === 0,
);

/** Whether a real IMAP server can be started here: its processes change their accounts, for which it has to be root. */
export const hasImapServer = program !== undefined && getuid?.() === 0;
if (!hasImapServer) console.warn('Dovecot is not installed here, or this is not root: tests of IMAP skip.');

const nobody = 65_534;
/** With signs that an address has to encode. */
const user = 'rück@lauf';
const password = 'ge/h:ei@m';

export interface ImapServer {
  /** The address of its inbox, without the password. */
  url: string;
  withPassword: string;
  /** The same over TLS from the beginning. */
  secure: string;
  /** Puts mails into the inbox, or another folder. */
  deliver: (mails: readonly string[], to?: string) => void;
  /** How many in the inbox nobody has seen. */
  unread: () => number;
}

/** Dovecot on loopback, with one account and an empty inbox; over TLS with a certificate; `isClosed` lets nobody in for a while. Gone when the test has finished. */
export async function imapServer(certificate?: Certificate, { isClosed = false } = {}): Promise<ImapServer> {
  const folder = mkdtempSync(join(tmpdir(), 'dovecot-'));
  chmodSync(folder, 0o755);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const maildir = join(folder, 'mail');
  for (const part of ['', 'new', 'cur', 'tmp']) {
    mkdirSync(join(maildir, part), { recursive: true });
    chownSync(join(maildir, part), nobody, nobody);
  }
  const [port, securePort] = [await freePort(), await freePort()];
  // What asks for passwords elsewhere, and gets no answer (https://cr.yp.to/checkpwd/interface.html).
  const closed = join(folder, 'closed');
  writeFileSync(closed, '#!/bin/sh\nexit 111\n', { mode: 0o755 });
  const config = join(folder, 'dovecot.conf');
  writeFileSync(
    config,
    `protocols = imap
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
${certificate ? `ssl = required\nssl_cert = <${certificate.file}\nssl_key = <${certificate.keyFile}` : 'ssl = no'}
disable_plaintext_auth = no
auth_username_chars =
auth_mechanisms = plain login
passdb {
  ${isClosed ? `driver = checkpassword\n  args = ${closed}` : `driver = static\n  args = password=${password}`}
}
userdb {
  driver = static
  args = uid=${nobody} gid=${nobody} home=${folder}/mail
}
first_valid_uid = 1
mail_location = maildir:${maildir}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Unerwuenscht {
    auto = create
    special_use = \\Junk
  }
}
service imap-login {
  chroot =
  inet_listener imap {
    address = 127.0.0.1
    port = ${port}
  }
  inet_listener imaps {
    address = 127.0.0.1
    port = ${certificate ? securePort : 0}
    ssl = yes
  }
}
service anvil {
  chroot =
}
`,
  );
  const server = spawn(program ?? '', ['-F', '-c', config], { stdio: 'ignore' });
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.once('exit', () => resolve());
        server.kill('SIGTERM');
      }),
  );
  await untilOpen(port);
  let count = 0;
  const at = (secret: string) => `imap://${encodeURIComponent(user)}${secret}@127.0.0.1:${port}/INBOX`;
  const withPassword = at(`:${encodeURIComponent(password)}`);
  return {
    url: at(''),
    withPassword,
    secure: withPassword.replace('imap:', 'imaps:').replace(`:${port}/`, `:${securePort}/`),
    unread: () => {
      const flagged = readdirSync(join(maildir, 'cur')).filter((name) => /:2,.*S/.test(name));
      return readdirSync(join(maildir, 'new')).length + readdirSync(join(maildir, 'cur')).length - flagged.length;
    },
    deliver(mails, to = '') {
      for (const raw of mails) {
        count += 1;
        const file = join(maildir, to, 'new', `${1_764_000_000 + count}.M${count}P1.host`);
        writeFileSync(file, raw.replace(/\r?\n/g, '\r\n'));
        chownSync(file, nobody, nobody);
      }
    },
  };
}

async function untilOpen(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy();
        resolve(true);
      });
      socket.on('error', () => resolve(false));
    });
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the IMAP server does not answer');
}
