import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
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
import { mailTo } from './corpus/corpus.ts';
import { maildirWith, mailedDatabase } from './sample-mailbox.ts';

const program = '/usr/sbin/exim4';
const account = 'Debian-exim';
const hasExim = getuid?.() === 0 && spawnSync(program, ['-C', '/dev/null', '-bV']).status === 0;
if (!hasExim)
  console.warn('Exim is not installed here (apt-get install exim4-daemon-light), or this is not root: its test skips.');

/** What a real Exim sends back of a mail whose recipient it fails with these words; without any it knows no way to them. */
function reportOf(number: number, words?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'exim-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o755);
  const owner = Number(execFileSync('id', ['-u', account], { encoding: 'utf8' }));
  const group = Number(execFileSync('id', ['-g', account], { encoding: 'utf8' }));
  for (const name of ['spool', 'log', 'mail']) {
    mkdirSync(join(folder, name));
    chownSync(join(folder, name), owner, group);
  }
  const config = join(folder, 'exim.conf');
  writeFileSync(
    config,
    `deliver_drop_privilege
keep_environment =
exim_user = ${account}
exim_group = ${account}
primary_hostname = host.example
spool_directory = ${folder}/spool
log_file_path = ${folder}/log/%slog
begin routers
back:
  driver = accept
  domains = blatt.example
  transport = back
${words ? `wrong:\n  driver = redirect\n  allow_fail\n  data = ":fail: ${words}"\n` : ''}begin transports
back:
  driver = appendfile
  directory = ${folder}/mail
  maildir_format
  user = ${account}
  group = ${account}
`,
    { mode: 0o644 },
  );
  const { to, messageId, returnPath } = mailTo(number);
  execFileSync(program, ['-C', config, '-odi', '-oi', '-f', returnPath, to], {
    input: `From: Blatt <blatt@blatt.example>\nTo: ${to}\nMessage-ID: ${messageId}\nSubject: Ausgabe\n\nGuten Tag\n`,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const [file = ''] = readdirSync(join(folder, 'mail', 'new'));
  return readFileSync(join(folder, 'mail', 'new', file), 'utf8');
}

test.skipIf(!hasExim)(
  'what a real Exim sends back is understood',
  async () => {
    const db = await mailedDatabase(4);
    const reports = [
      reportOf(1),
      reportOf(2, '552 5.2.2 mailbox is full'),
      reportOf(3, '550 5.1.1 no such user'),
      reportOf(4, '550 5.7.1 not wanted here'),
    ];
    await readBounces(await maildir(maildirWith(reports)), { db, now: () => Temporal.Now.instant() });
    const rows = await db.selectFrom('bounce').select(['recipient', 'kind']).orderBy('recipient').execute();
    expect(rows.map(({ kind }) => kind)).toEqual(['refused', 'refused', 'gone', 'message']);
  },
  60_000,
);
