/** What renaming a domain says, where there is something to rename and where there isn't. */
import { expect, test } from 'vitest';
import { addSubscribers } from '../../bench/subscribers.ts';
import { renameWords } from '../../src/words/incoming.ts';
import { databaseOf } from '../postgres/new-database.ts';
import { runningService } from '../subscription/running-service.ts';
import { inProcess } from './in-process.ts';

async function filled() {
  const { folder, stop } = await runningService();
  await stop();
  await addSubscribers(folder, ['anna@alt.example', 'bert@alt.example'], (await databaseOf(folder)).DATABASE_URL);
  return (...args: string[]) => inProcess(['abo', 'rename-domain', ...args], folder);
}

test('a domain that nobody has is an error, tried or done, and stays without another name', async () => {
  const rename = await filled();
  for (const options of [['--dry-run'], [], []]) {
    const { code, out, err } = await rename('ald.example', 'neu.example', ...options);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('Unter ald.example gibt es kein Abonnement, keine Anmeldung und keinen Nachweis');
  }
});

test('what would happen is said as what would, what happened as what did, and that mails go out where some do', async () => {
  const rename = await filled();
  const trial = await rename('alt.example', 'neu.example', '--dry-run');
  expect(trial).toMatchObject({ code: 0, err: '' });
  expect(trial.out).toMatch(/^alt\.example hieße dann neu\.example\.\n {2}2 Abonnements liefen .*\n/);
  expect(trial.out).not.toMatch(/heißt jetzt|Umbenannt|verschickt/);
  const done = await rename('alt.example', 'neu.example');
  expect(done.out).toMatch(/^alt\.example heißt jetzt neu\.example\.\n {2}2 Abonnements laufen /);
  expect(done.out).toMatch(/Umbenannt\.\nDie E-Mails verschickt der Dienst;/);
  for (const options of [[], ['--dry-run']]) {
    const again = await rename('alt.example', 'neu.example', ...options);
    expect(again).toMatchObject({ code: 0, err: '' });
    expect(again.out).toMatch(/^alt\.example heißt schon neu\.example, .* Es gibt nichts zu tun\.\n/);
    expect(again.out).not.toMatch(/Die E-Mails|Umbenannt/);
  }
});

test('notices that wait are told in good German, one and many', () => {
  expect(renameWords.waiting(1)).toMatch(
    /^1 Hinweis .* ist noch nicht verschickt; er muss .* verschickt ihn von selbst/,
  );
  expect(renameWords.waiting(19)).toMatch(
    /^19 Hinweise .* sind noch nicht verschickt; sie müssen .* verschickt sie von selbst/,
  );
});
