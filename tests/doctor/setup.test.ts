import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addSubscribers } from '../../bench/subscribers.ts';
import { openData } from '../../src/store/open-data.ts';
import { kurrende, organisation, serving } from '../cli/command-line.ts';
import { inProcess } from '../cli/in-process.ts';
import { builtOrganisation } from '../cli/organisations.ts';
import { makeReal } from '../cli/sending.ts';
import { databaseOf } from '../postgres/new-database.ts';
import { mailServer } from '../subscription/mail-server.ts';

describe('npm run doctor', () => {
  test('names what is missing on a new machine, with what mends it', async () => {
    const { code, out, err } = await inProcess(['doctor'], organisation(), { ABO_PORT: '1' });
    expect(err).toBe('');
    expect(out).toMatch(/^Kurrende: Kurrende\n\nin Ordnung +Inhalt +\d+ Ausgaben, \d+ Beiträge\.\n/);
    expect(out).toMatch(/^fehlt +Inhalt +Der Herausgeber ist noch das Beispiel/m);
    expect(out).toMatch(/^fehlt +Website .*\n +→ npm run build$/m);
    expect(out).toMatch(/^fehlt +Mailserver +SMTP_URL ist nicht gesetzt.*\n +→ SMTP_URL=smtp:/m);
    expect(out).toMatch(/^fehlt +DKIM /m);
    expect(out).toMatch(/^fehlt +Daten /m);
    expect(out).toMatch(/^fehlt +Dienst .*http:\/\/127\.0\.0\.1:1\/abo\/health.*\n +→ npm run service$/m);
    expect(out).toMatch(/^fehlt +Betrieb .*\n +→ OPERATOR_MAIL=/m);
    expect(code).toBe(1);
  });

  test('says where the content is wrong', async () => {
    const folder = organisation();
    rmSync(join(folder, 'content', 'terms.yaml'));
    const { out } = await inProcess(['doctor'], folder);
    expect(out).toMatch(/^falsch +Inhalt +\d+ Fehler\.\n +→ npm run check$/m);
  });

  test.skipIf(process.platform === 'win32')(
    'says that others may read the addresses or the key, and what closes them',
    async () => {
      const folder = organisation();
      const data = join(folder, 'Unsere Daten');
      const { db } = await openData({ folder: data }, randomBytes);
      await db.destroy();
      const told = async () => (await inProcess(['doctor'], folder, { DATABASE_URL: '', DATA_DIR: data })).out;
      chmodSync(join(data, 'abo.key'), 0o644);
      // The folder itself lets nobody in.
      expect(await told()).not.toContain('Andere Konten');
      chmodSync(data, 0o755);
      const [line = '', remedy = ''] =
        /^falsch +Daten +Andere Konten.*\n.*$/m.exec(await told())?.[0].split('\n') ?? [];
      expect(line).toContain(join(data, 'abo.key'));
      execFileSync('sh', ['-c', remedy.replace(/^ *→/, '')]);
      expect(await told()).not.toContain('Andere Konten');
    },
  );

  test('names a folder with a space in its name so that the command takes away that one and no other', async () => {
    const folder = organisation();
    mkdirSync(join(folder, "Erikas 'Daten'", 'restore'), { recursive: true });
    const { out } = await inProcess(['doctor'], folder, { DATABASE_URL: '', DATA_DIR: "Erikas 'Daten'" });
    const [, word = ''] = /→ rm -r (.*)$/m.exec(out) ?? [];
    const shown = execFileSync('sh', ['-c', `printf '%s\\n' ${word}`], { encoding: 'utf8' });
    expect(shown).toBe(`${join(folder, "Erikas 'Daten'", 'restore')}\n`);
  });

  test('finds nothing to do where all is set up and running', async () => {
    const folder = await builtOrganisation();
    makeReal(folder);
    const server = await mailServer();
    const env = {
      SMTP_URL: server.url,
      DKIM: 'relay',
      OPERATOR_MAIL: 'betrieb@haus.example',
      BACKUP_DIR: join(folder, 'sicherungen'),
    };
    expect((await kurrende(['build'], folder, env)).err).toBe('');
    const { origin } = await serving(['service'], folder, env);
    await addSubscribers(folder, ['anna@rathaus.example'], (await databaseOf(folder)).DATABASE_URL);
    const port = { ...env, ABO_PORT: new URL(origin).port };
    const unsaved = await inProcess(['doctor'], folder, port);
    expect(unsaved.out).toMatch(/^fehlt +Sicherung +Es wurde noch nie gesichert\.\n +→ npm run abo -- backup$/m);
    expect(unsaved.out.match(/noch nie gesichert/g)).toHaveLength(1);
    expect(unsaved.out).toMatch(/^in Ordnung +Dienst +Sonst ist alles in Ordnung\.$/m);
    expect((await kurrende(['abo', 'backup'], folder, env)).code).toBe(0);
    const { code, out } = await inProcess(['doctor'], folder, port);
    expect(out).toContain('1 aktives Abonnement, 0 E-Mails warten.');
    expect(out).toMatch(/^in Ordnung +Dienst +Alles in Ordnung\.$/m);
    expect(out).toMatch(/\nAlles ist eingerichtet\.\n$/);
    expect(code).toBe(0);
  });
});
