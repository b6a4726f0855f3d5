import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getuid } from 'node:process';
import { expect, onTestFinished, test } from 'vitest';
import { readBounces } from '../../src/incoming/bounces.ts';
import { maildir } from '../../src/incoming/mailbox/maildir.ts';
import { until } from '../until.ts';
import { mailTo } from './corpus/corpus.ts';
import { maildirWith, mailedDatabase } from './sample-mailbox.ts';

// Debian lets only one of Exim and Postfix be installed: .ci/run unpacks Postfix's package beside Exim.
const roots = ['/', join(import.meta.dirname, '..', '..', '.cache', 'postfix')];
const root = roots.find((place) => existsSync(join(place, 'usr/lib/postfix/sbin/master'))) ?? '/';
const libraries = join(root, 'usr/lib/postfix');
const daemons = join(libraries, 'sbin');
const commands = join(root, 'usr/sbin');
const hasPostfix = getuid?.() === 0 && existsSync(join(daemons, 'master'));
if (!hasPostfix)
  console.warn('Postfix is not installed here (apt-get install postfix), or this is not root: its test skips.');

const nobody = 65_534;
// Every Debian has these; Postfix's own come with its installation alone.
const accounts = { owner: 'daemon', group: 'mail' };
const services = ['pickup', 'cleanup', 'qmgr', 'bounce', 'defer', 'trace', 'error', 'virtual', 'rewrite', 'flush'];
const programs: Record<string, string> = { defer: 'bounce', trace: 'bounce', rewrite: 'trivial-rewrite' };

const idOf = (table: 'passwd' | 'group', name: string) =>
  Number(execFileSync('getent', [table, name], { encoding: 'utf8' }).split(':')[2]);

/** A Postfix of our own that refuses its recipients in these words, one after the other; gives what it sends back. */
async function reports(refusals: readonly string[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'postfix-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o755);
  const owner = idOf('passwd', accounts.owner);
  const group = idOf('group', accounts.group);
  const make = (name: string, mode: number, uid: number, gid = uid) => {
    mkdirSync(join(folder, name), { recursive: true });
    chmodSync(join(folder, name), mode);
    chownSync(join(folder, name), uid, gid);
  };
  make('etc', 0o755, 0);
  make('queue', 0o755, 0);
  make('mail', 0o700, nobody);
  make('data', 0o700, owner);
  for (const name of [
    'active',
    'bounce',
    'corrupt',
    'defer',
    'deferred',
    'flush',
    'hold',
    'incoming',
    'private',
    'saved',
    'trace',
  ]) {
    make(`queue/${name}`, 0o700, owner, 0);
  }
  make('queue/maildrop', 0o730, owner, group);
  make('queue/public', 0o710, owner, group);
  make('queue/pid', 0o755, 0);
  const transports = refusals.map((words, index) => `{ ${mailTo(index + 1).to} = error:${words} }`).join(', ');
  writeFileSync(
    join(folder, 'etc', 'main.cf'),
    `compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
daemon_directory = ${daemons}
command_directory = ${commands}
sendmail_path = ${commands}/sendmail
mail_owner = ${accounts.owner}
setgid_group = ${accounts.group}
import_environment = LD_LIBRARY_PATH MAIL_CONFIG MAIL_LOGTAG TZ LANG=C
export_environment = LD_LIBRARY_PATH MAIL_CONFIG TZ
meta_directory = ${folder}/etc
myhostname = relay.house.example
mydestination =
inet_interfaces = loopback-only
inet_protocols = ipv4
shlib_directory = ${libraries}
maillog_file = ${folder}/log
maillog_file_prefixes = ${tmpdir()}
virtual_mailbox_domains = blatt.example
virtual_mailbox_base = ${folder}/mail
virtual_mailbox_maps = static:back/
virtual_uid_maps = static:${nobody}
virtual_gid_maps = static:${nobody}
transport_maps = inline:{ ${transports} }
alias_maps =
`,
  );
  const kinds: Record<string, string> = {
    pickup: 'unix n - n 60 1',
    qmgr: 'unix n - n 300 1',
    cleanup: 'unix n - n - 0',
    virtual: 'unix - n n - 0',
  };
  const lines = services.map((name) => `${name} ${kinds[name] ?? 'unix - - n - 0'} ${programs[name] ?? name}`);
  writeFileSync(join(folder, 'etc', 'master.cf'), `${lines.join('\n')}\npostlog unix-dgram n - n - 1 postlogd\n`);
  const env = { PATH: '/usr/bin:/bin', LD_LIBRARY_PATH: libraries };
  const server = spawn(join(daemons, 'master'), ['-c', join(folder, 'etc')], { stdio: 'ignore', env });
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.once('exit', () => resolve());
        server.kill('SIGTERM');
      }),
  );
  await until(() => existsSync(join(folder, 'queue', 'public', 'pickup')));
  for (const index of refusals.keys()) {
    const { to, messageId, returnPath } = mailTo(index + 1);
    execFileSync(join(commands, 'sendmail'), ['-C', join(folder, 'etc'), '-i', '-f', returnPath, to], {
      input: `From: Blatt <blatt@blatt.example>\nTo: ${to}\nMessage-ID: ${messageId}\nSubject: Ausgabe\n\nGuten Tag\n`,
      env,
    });
  }
  const inbox = join(folder, 'mail', 'back', 'new');
  await until(() => existsSync(inbox) && readdirSync(inbox).length === refusals.length);
  return readdirSync(inbox).map((name) => readFileSync(join(inbox, name), 'utf8'));
}

test.skipIf(!hasPostfix)(
  'what a real Postfix sends back is understood',
  async () => {
    const db = await mailedDatabase(4);
    const sent = await reports([
      '5.1.1 no such user',
      '5.2.2 mailbox is full',
      '5.7.1 not wanted here',
      '5.4.4 no such host',
    ]);
    await readBounces(await maildir(maildirWith(sent)), { db, now: () => Temporal.Now.instant() });
    const rows = await db.selectFrom('bounce').select(['recipient', 'kind']).orderBy('recipient').execute();
    expect(rows.map(({ kind }) => kind)).toEqual(['gone', 'refused', 'message', 'refused']);
  },
  60_000,
);
