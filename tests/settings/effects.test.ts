import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import { describe, expect, test } from 'vitest';
import { openSurroundings } from '../../src/settings/open-surroundings.ts';
import { choosePort } from '../../src/settings/port.ts';
import { writeFrame } from '../../src/subscription/web/frame-folder.ts';
import { serving } from '../cli/command-line.ts';
import { sendingOrganisation } from '../cli/sending.ts';
import { sink } from '../sending/sink.ts';
import { temporaryFolder } from '../store/sample-database.ts';
import { facts } from '../subscription/running-service.ts';

const issue = '2025-kw33';

/** A port that nobody listens on. */
async function freePort(host: string): Promise<number> {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** The surroundings of a process with these variables, called in a folder. */
const called = (root: string, env: Record<string, string>) => ({
  root,
  env,
  now: Temporal.Now.instant(),
  uuid: () => '',
  print: () => {},
  printError: () => {},
});

describe('off its default, a setting is what holds:', () => {
  test('PORT', async () => {
    const port = await freePort('127.0.0.1');
    const surroundings = openSurroundings(['PORT'], called('/nowhere', { PORT: String(port) }));
    expect(await choosePort(surroundings)).toBe(port);
  });

  test('SITE_ROOT, from where the command is called, and the account', () => {
    const { root, account } = openSurroundings([], called('/srv/kurrende', { SITE_ROOT: 'blatt', LOGNAME: 'amt' }));
    expect([root, account]).toEqual(['/srv/kurrende/blatt', 'amt']);
  });

  test('ABO_HOST, ABO_PORT and ABO_SITE', async () => {
    const folder = temporaryFolder();
    writeFrame(join(folder, 'rahmen'), facts(), '');
    const port = await freePort('127.0.0.2');
    const { origin } = await serving(['service', '--outbox'], folder, {
      ABO_HOST: '127.0.0.2',
      ABO_PORT: String(port),
      ABO_SITE: 'rahmen',
    });
    expect(origin).toBe(`http://127.0.0.2:${port}`);
    expect((await fetch(`${origin}/abo/health`)).status).toBe(200);
  });

  test('SMTP_PASSWORD_FILE, from the organisation’s folder or as systemd hands it over', () => {
    const [folder, handed] = [temporaryFolder(), temporaryFolder()];
    writeFileSync(join(folder, 'kennwort'), 'Kaffee: 100 % & mehr/gestern\n');
    const env = { SMTP_URL: 'smtp://amt@mail.example:587', SMTP_PASSWORD_FILE: 'kennwort' };
    const password = (more: Record<string, string> = {}) => {
      const { settings } = openSurroundings(['SMTP_URL'], called(folder, { ...env, ...more }));
      return parseConnectionUrl(settings.SMTP_URL ?? '').auth?.pass;
    };
    expect(password()).toBe('Kaffee: 100 % & mehr/gestern');
    expect(password({ CREDENTIALS_DIRECTORY: handed })).toBe('Kaffee: 100 % & mehr/gestern');
    writeFileSync(join(handed, 'kennwort'), 'geheim');
    expect(password({ CREDENTIALS_DIRECTORY: handed })).toBe('geheim');
  });

  test('DKIM_SELECTOR, DKIM_KEY and DKIM_DOMAIN', async () => {
    const { folder, run } = await sendingOrganisation([]);
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    writeFileSync(join(folder, 'k.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const server = await sink();
    const { code } = await run(['send', issue, '--test', 'anna@rathaus.example'], {
      SMTP_URL: server.url,
      DKIM_SELECTOR: 'k2026',
      DKIM_KEY: 'k.pem',
      DKIM_DOMAIN: 'versand.kurrende.example',
    });
    expect(code).toBe(0);
    expect(server.raw[0]?.toString()).toMatch(/^DKIM-Signature: [^:]*\bd=versand\.kurrende\.example;[^:]*\bs=k2026;/m);
  });
});

describe('a command', () => {
  test('is hindered by all wrong settings that it uses, told at once, with 2', async () => {
    const { run } = await sendingOrganisation([]);
    const { code, err, out } = await run(['send', issue], { SEND_CONNECTIONS: '500', DKIM: 'ja', SMTP_URL: 'x' });
    expect(err).toMatch(/^SMTP_URL ist falsch.*\nSEND_CONNECTIONS ist „500“.*\nDKIM ist „ja“/m);
    expect([code, out]).toEqual([2, '']);
  });

  test('is not hindered by what it doesn’t use', async () => {
    const { run } = await sendingOrganisation([]);
    const { code, err, out } = await run(['check'], { SMTP_URL: 'x', PORT: 'x', ABO_LIMIT_TOTAL: 'x', SMPT_URL: 'x' });
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('In Ordnung');
  });

  test.each(['DATABSE_URL', 'DATABASE_ULR', 'DATABASEURL', 'DATBASE_URL'])(
    'warns of %s, without which it takes the file for the database',
    async (name) => {
      const { run } = await sendingOrganisation(['anna@rathaus.example']);
      for (const args of [['abo', 'stats'], ['send', issue, '--dry-run'], ['doctor']]) {
        const { err } = await run(args, { [name]: 'postgres://kurrende:geheim@db.example/kurrende' });
        expect(err).toContain(
          `Umgebungsvariable ${name} kennt die Kurrende nicht; sie hat keine Wirkung. Meinten Sie DATABASE_URL?`,
        );
        expect(err).not.toContain('geheim');
      }
    },
  );

  test('warns of a misspelt setting and goes on', async () => {
    const { run } = await sendingOrganisation(['anna@rathaus.example']);
    const { code, err, out } = await run(['abo', 'stats'], { DATADIR: 'daten', ABO_LIMT_DOMAIN: '7' });
    expect(err).toBe(
      'Warnung: Die Umgebungsvariable DATADIR kennt die Kurrende nicht; sie hat keine Wirkung. Meinten Sie DATA_DIR?\n',
    );
    expect(out).toMatch(/Aktive Abonnements +1\n/);
    expect(code).toBe(0);
  });
});
