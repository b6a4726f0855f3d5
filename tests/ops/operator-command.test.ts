import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { getuid } from 'node:process';
import { expect, test } from 'vitest';

const command = join(import.meta.dirname, '..', '..', 'ops', 'kurrende');

/** Calls the operator's command on a machine on which nothing is set up. */
function called(args: string[], account?: number) {
  const { status, stderr } = spawnSync('sh', [command, ...args], { encoding: 'utf8', uid: account });
  return { code: status, said: stderr };
}

test.skipIf(process.platform === 'win32')(
  'the operator’s command refuses files where its unit would see and leave none',
  () => {
    for (const args of [
      ['abo', 'export', '/tmp/liste.csv'],
      ['abo', 'restore', '/root/sicherung'],
      ['abo', 'restore', '/var/backups/kurrende/x', '--identity=/home/max/key'],
    ]) {
      const { code, said } = called(args);
      expect([args, code, said]).toEqual([
        args,
        2,
        expect.stringContaining('Legen Sie die Datei nach /var/lib/kurrende-abo'),
      ]);
    }
  },
);

test.skipIf(getuid?.() !== 0)(
  'the operator’s command says that it wants root, and on a new machine what comes first',
  () => {
    const nobody = 65_534;
    expect(called(['abo', 'stats'], nobody)).toEqual({
      code: 2,
      said: '„kurrende abo“ braucht root: sudo kurrende abo stats\n',
    });
    expect(called(['abo', 'stats'])).toEqual({ code: 1, said: expect.stringContaining('Das tut: kurrende update') });
    expect(called(['update'])).toEqual({
      code: 1,
      said: expect.stringContaining('Das holt: ops/setup kurrende ADRESSE'),
    });
  },
);
