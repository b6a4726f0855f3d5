import { execFileSync, spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { corpus } from './corpus/corpus.ts';
import { maildirWith } from './sample-mailbox.ts';

const hasSisimai = spawnSync('perl', ['-MSisimai', '-e', '1']).status === 0;
if (!hasSisimai) console.warn('Sisimai is not installed here (apt-get install libsisimai-perl): its test skips.');

/** What Sisimai calls a fault of the address. */
const ofAddress = ['userunknown', 'filtered', 'hostunknown', 'hasmoved', 'mailboxfull'];

test.skipIf(!hasSisimai)(
  'an older reader of reports, of other authors, finds the same in them',
  () => {
    const folder = maildirWith(corpus.map(({ raw }) => raw));
    const lines = execFileSync(
      'perl',
      [
        '-MSisimai',
        '-e',
        `print join("\\t", $_->recipient->address, $_->reason), "\\n" for @{ Sisimai->make("${folder}/new") }`,
      ],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    );
    const reasons = new Map(
      lines
        .trim()
        .split('\n')
        .map((line) => line.split('\t') as [string, string]),
    );
    expect(corpus.filter(({ mail }) => !reasons.has(mail.to))).toEqual([]);
    const others = corpus.filter(({ kind, mail }) => {
      const isOfAddress = ofAddress.includes(reasons.get(mail.to) ?? '');
      return isOfAddress !== (kind === 'gone' || kind === 'refused');
    });
    // A domain that isn't there, said in words without a code: it doesn't know that sentence behind those of these two.
    expect([...new Set(others.map(({ form, answer }) => `${form}: ${answer}`))]).toEqual([
      'qmail: domain-away',
      'GMX and WEB.DE: domain-away',
    ]);
  },
  120_000,
);
