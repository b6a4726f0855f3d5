import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { openData } from '../../src/store/open-data.ts';
import { writeFrame } from '../../src/subscription/web/frame-folder.ts';
import { databaseIn, databaseOf, loseData, placeOf } from '../postgres/new-database.ts';
import { request, subscriber } from '../store/sample-database.ts';
import { facts, runningService } from '../subscription/running-service.ts';
import type { Outcome } from './command-line.ts';
import { inProcess } from './in-process.ts';

/** Runs `npm run abo -- …` in a folder, on 15 September 2025. */
function aboIn(folder: string): (...args: string[]) => Promise<Outcome> {
  return (...args) => inProcess(['abo', ...args], folder, {}, Temporal.Instant.from('2025-09-15T08:00:00Z'));
}

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'abo-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const erika = '11111111-1111-4111-8111-111111111111';
const max = '22222222-2222-4222-8222-222222222222';

/** A project in which the Abo has been used: its folder, and a shortcut to run `abo` there. */
async function usedProject() {
  const folder = emptyFolder();
  const abo = aboIn(folder);
  const { db } = await openData(await placeOf(folder), randomBytes);
  await subscriber(db, 'erika@rathaus.example', erika);
  await subscriber(db, 'max@rathaus.example', max);
  await request(db, 'offen@rathaus.example', { requestedAt: '2025-09-14T08:00:00Z' });
  await db.destroy();
  return { folder, abo };
}

describe('npm run abo', () => {
  test('shows what it can, and says what it can’t', async () => {
    const abo = aboIn(emptyFolder());
    expect((await abo()).out).toContain('npm run abo -- show ADRESSE');
    expect((await abo('verkaufen')).err).toContain('Den Befehl „verkaufen“ gibt es nicht.');
    expect((await abo('stats', '--json')).err).toContain('Die Option „--json“ gibt es hier nicht.');
    expect((await abo('show')).err).toContain('Nennen Sie die Adresse: npm run abo -- show name@beispiel.de');
    expect((await abo('show', 'erika')).err).toBe('„erika“ ist keine E-Mail-Adresse.\n');
    expect(await abo('import', 'fehlt.csv')).toMatchObject({
      code: 2,
      err: 'Die Datei fehlt.csv gibt es nicht, oder sie ist nicht lesbar.\n',
    });
  });

  test('stats counts without naming anyone', async () => {
    const { abo } = await usedProject();
    expect((await abo('stats')).out).toMatchInlineSnapshot(`
      "Aktive Abonnements                         2
      Angehalten                                 0
      Unbestätigte Anmeldungen                   1
      Bestätigt in den letzten 30 Tagen          2
      Abgemeldet in den letzten 30 Tagen         0
      Letzte Sicherung: noch keine
      "
    `);
  });

  test('show prints the proof of one person, and gives it as JSON', async () => {
    const { abo } = await usedProject();
    const { out } = await abo('show', 'erika@rathaus.example');
    expect(out.replace(/Stand: .*/, 'Stand: …')).toMatchInlineSnapshot(`
      "Auskunft über die Daten zu erika@rathaus.example
        Stand: …

      Abonnement
        Adresse: erika@rathaus.example
        Abonnement: aktiv seit 1. September 2025, 11:00:00 Uhr

      Nachweis der Einwilligung 1
        Kennung: 11111111-1111-4111-8111-111111111111
        Adresse: erika@rathaus.example
        Newsletter: Blatt
        Wortlaut: Ich möchte das Blatt per E-Mail erhalten.
        SHA-256 des Wortlauts: f98fc697fcf9edda94fc3f2e7f0aac07db731b1462046c810da783d1a6c98b01
        Formular: https://blatt.example/abo/
        Datenschutzhinweise, Stand: 2025-08-01
        Stand der Website (Commit): abc123
        Herkunft: Formular auf der Website, doppelt bestätigt
        Bestellt: 1. September 2025, 10:00:00 Uhr (2025-09-01T08:00:00Z)
        E-Mail zur Bestätigung abgeschickt: nicht festgehalten
        Kennung dieser E-Mail (Message-ID): <mail to erika@rathaus.example>
        Fassung dieser E-Mail: 1
        Wortlaut dieser E-Mail: nicht festgehalten
        Bestätigt: 1. September 2025, 11:00:00 Uhr (2025-09-01T09:00:00Z)
      "
    `);
    const record = JSON.parse((await abo('show', 'erika@rathaus.example', '--json')).out);
    expect(record.consents[0].consentText).toBe('Ich möchte das Blatt per E-Mail erhalten.');
    expect((await abo('show', 'niemand@rathaus.example')).out).toBe(
      'Zu niemand@rathaus.example ist nichts gespeichert.\n',
    );
  });

  test('show names every issue that was sent to a person; it goes with the proof', async () => {
    const { folder, abo } = await usedProject();
    const db = await openDatabase(await databaseIn(folder));
    const startedAt = '2025-09-02T08:00:00Z';
    const issue = { issue: 'tag:blatt.example,2025:33', issueKey: '2025-kw33', number: 1 };
    await db
      .insertInto('mailing')
      .values({ id: 'one', ...issue, startedAt, startedBy: 'x', finishedAt: null })
      .execute();
    const settled = {
      settledAt: '2025-09-02T08:00:05Z',
      messageId: '<33@blatt.example>',
      replyCode: 250,
      replyText: '250 OK',
    };
    const open = { attempts: 1, nextAttemptAt: startedAt, owner: null, claimedAt: null, failure: null };
    await db
      .insertInto('delivery')
      .values({ mailing: 'one', recipient: erika, state: 'accepted', ...open, ...settled })
      .execute();
    await db.destroy();
    expect((await abo('show', 'erika@rathaus.example')).out).toContain(`Zugesandte Ausgaben
  2025-kw33: vom Mailserver angenommen; 2. September 2025, 10:00:05 Uhr (2025-09-02T08:00:05Z); <33@blatt.example>; 250 OK
`);
    await abo('erase', 'erika@rathaus.example', '--with-proof');
    expect((await abo('show', 'erika@rathaus.example')).out).not.toContain('2025-kw33');
  });

  test('erase ends a subscription and keeps the proof restricted, unless told otherwise', async () => {
    const { abo } = await usedProject();
    const first = await abo('erase', 'erika@rathaus.example');
    expect(first.out).toContain('Das Abonnement ist beendet und gelöscht.');
    expect(first.out).toContain('1 Nachweis bleibt bis zum Ende der Frist gesperrt erhalten');
    expect(first.out).toContain('Mit --with-proof löschen Sie auch ihn;');
    expect((await abo('export', 'liste.csv')).out).toContain('mit 1 Abonnement und 1 Abmeldung');
    const second = await abo('erase', 'erika@rathaus.example', '--with-proof');
    expect(second.out).toContain('Gelöscht: 1 Nachweis. Die Einwilligung lässt sich nicht mehr belegen.');
    const { out } = await abo('show', 'erika@rathaus.example');
    expect(out).not.toContain('Wortlaut');
    expect(out).toContain('Nach einer Abmeldung gesperrt');
  });

  test('purge keeps to the periods of the data protection notice', async () => {
    const { folder, abo } = await usedProject();
    expect((await abo('purge')).err).toContain('Die Angaben zur Website fehlen');
    writeFrame(join(folder, 'server', 'abo'), facts(), '');
    const db = await openDatabase(await databaseIn(folder));
    await request(db, 'alt@rathaus.example', { requestedAt: '2020-01-01T00:00:00Z' });
    await db.destroy();
    expect((await abo('purge')).out).toBe(
      'Gelöscht: 1 unbestätigte Anmeldung, 0 abgelaufene Nachweise, 0 Vermerke zu Zusendungen.\n',
    );
  });

  test('export and import move subscribers with their proofs, and never bring back who left', async () => {
    const { folder, abo } = await usedProject();
    const file = join(folder, 'liste.csv');
    await abo('export', 'liste.csv');
    expect((await abo('export', 'liste.csv')).err).toContain('liste.csv gibt es schon. Es wurde nichts überschrieben.');
    const proof = await abo('show', 'max@rathaus.example');

    await abo('erase', 'erika@rathaus.example');
    const again = await abo('import', 'liste.csv');
    expect(again.out).toContain('! erika@rathaus.example  hat sich abgemeldet und bleibt abgemeldet');
    expect(again.out).toContain('1 Adresse unverändert');
    expect((await abo('stats')).out).toMatch(/Aktive Abonnements +1\n/);

    await loseData(folder);
    const trial = await abo('import', 'liste.csv', '--dry-run');
    expect(trial.out).toContain('+ erika@rathaus.example  neu, aktiv');
    expect(trial.out).toContain('2 Adressen neu');
    expect((await abo('stats')).out).toMatch(/Aktive Abonnements +0\n/);
    await abo('import', 'liste.csv');
    const moved = await abo('show', 'max@rathaus.example');
    const lines = (text: string) =>
      text.split('\n').filter((line) => /Wortlaut|SHA|Bestätigt|Formular:|Message-ID/.test(line));
    expect(lines(moved.out)).toEqual(lines(proof.out));
    expect(moved.out).toContain('Herkunft: Import aus einem früheren System');
    expect(readFileSync(file, 'utf8')).toMatch(/^\uFEFFemail;status;/);
  });

  test('import takes the lines that are right, and names all others; without a proof nobody gets in', async () => {
    const { folder, abo } = await usedProject();
    writeFileSync(
      join(folder, 'liste.csv'),
      [
        'email,status,consentText,confirmedAt',
        'neu@rathaus.example,active,Ich will.,2024-05-01T08:00:00Z',
        'ohne@rathaus.example,active,,2024-05-01T08:00:00Z',
        'kaputt,active,Ich will.,2024-05-01T08:00:00Z',
        'morgen@rathaus.example,active,Ich will.,2999-05-01T08:00:00Z',
        'was@rathaus.example,abonniert,Ich will.,2024-05-01T08:00:00Z',
        'neu@rathaus.example,active,Ich will.,2024-05-01T08:00:00Z',
      ].join('\n'),
    );
    const { code, err } = await abo('import', 'liste.csv');
    expect(code).toBe(1);
    expect(err).toMatchInlineSnapshot(`
      "Zeile 3: keine Einwilligung in der Spalte consentText; ohne Nachweis wird niemand angemeldet.
      Zeile 4: keine E-Mail-Adresse in der Spalte email.
      Zeile 5: ein Zeitpunkt fehlt (confirmedAt), liegt in der Zukunft oder hat keine der Formen 2026-11-24T08:00:00Z, 2026-11-24 09:00:00 und 24.11.2026 09:00.
      Zeile 6: in der Spalte status steht nicht active, paused oder left.
      Zeile 7: die Adresse steht mehr als einmal in der Datei; es gilt die strengste Zeile, unter gleichen die erste.
      5 Zeilen blieben draußen; alle anderen gelten. Berichtigen Sie sie, und importieren Sie die Datei noch einmal: Was schon übernommen ist, bleibt unverändert.
      "
    `);
    expect((await abo('stats')).out).toMatch(/Aktive Abonnements +3\n/);
    writeFileSync(join(folder, 'liste.csv'), 'email;name\na@rathaus.example;A\n');
    expect((await abo('import', 'liste.csv')).err).toContain(
      'Es fehlt die Spalte status.\nUnbekannt: name.\nNötig sind email und status; wer neu ist',
    );
    writeFileSync(join(folder, 'liste.csv'), 'email;status\n"a@rathaus.example;active\n');
    expect(await abo('import', 'liste.csv')).toMatchObject({
      code: 2,
      err: expect.stringContaining('In Zeile 2 öffnet ein Anführungszeichen, das nirgends schließt'),
    });
  });

  test('import takes the wording of a consent as it was, or not at all', async () => {
    const { folder, abo } = await usedProject();
    await abo('export', 'liste.csv');
    const list = readFileSync(join(folder, 'liste.csv'), 'utf8');
    await loseData(folder);

    writeFileSync(join(folder, 'excel.csv'), Buffer.from(list.replace('\uFEFF', ''), 'latin1'));
    expect(await abo('import', 'excel.csv')).toMatchObject({
      code: 2,
      err: 'Die Datei excel.csv ist nicht in UTF-8 gespeichert, Umlaute gingen verloren. In Excel heißt das Format „CSV UTF-8“.\n',
    });
    writeFileSync(join(folder, 'anders.csv'), list.replaceAll('möchte', 'moechte'));
    const altered = await abo('import', 'anders.csv');
    expect(altered.code).toBe(1);
    expect(altered.err).toContain('Zeile 2: consentText hat nicht die Prüfsumme in consentSha256');
    expect((await abo('import', 'liste.csv')).out).toContain('2 Adressen neu');
  });

  test('show, export and import hold the mail that asked to confirm, as it was sent', async () => {
    const service = await runningService();
    await service.signUp('erika@rathaus.example');
    await expect.poll(() => service.mailFiles.length).toBe(1);
    const path = String(service.mailFiles[0]?.link).replace('https://abo.blatt.example', '');
    expect((await service.post(path, {}, { Origin: 'https://abo.blatt.example' })).status).toBe(200);
    await service.stop();

    const abo = aboIn(service.folder);
    const mailIn = (out: string) => / {2}Fassung dieser E-Mail: .*?(?= {2}Bestätigt)/s.exec(out)?.[0];
    const before = mailIn((await abo('show', 'erika@rathaus.example')).out);
    expect(before?.replace(/[0-9a-f]{64}/, '…')).toMatchInlineSnapshot(`
      "  Fassung dieser E-Mail: …
        Wortlaut dieser E-Mail: Bitte bestätigen Sie Ihre Anmeldung zum Newsletter Blatt

          Guten Tag,

          am 1. September 2025 um 10:00 Uhr wurde für diese E-Mail-Adresse der Newsletter „Blatt“ bestellt (Herausgeber: Zweckverband Müster). Wenn Sie das waren, öffnen Sie bitte diesen Link, und bestätigen Sie dort die Anmeldung:

          Anmeldung bestätigen: [Link zum Bestätigen]

          Der Link gilt 72 Stunden. Danach bekommen Sie jede neue Ausgabe und können sich jederzeit wieder abmelden.

          Sie haben nichts bestellt? Dann brauchen Sie nichts zu tun: Ohne Bestätigung bekommen Sie keinen Newsletter, und wir löschen die Adresse nach 7 Tagen.

          -- 
          Blatt
          Herausgeber: Zweckverband Müster
          Impressum: https://blatt.example/impressum/
          Datenschutz: https://blatt.example/datenschutz/
      "
    `);
    await abo('export', 'liste.csv');
    await loseData(service.folder);
    const list = readFileSync(join(service.folder, 'liste.csv'), 'utf8');
    writeFileSync(join(service.folder, 'anders.csv'), list.replace('72 Stunden', '2 Stunden'));
    expect((await abo('import', 'anders.csv')).err).toContain(
      'Zeilen 2 bis 18: mailText hat nicht die Prüfsumme in mailVersion; der Wortlaut wurde verändert.',
    );
    await abo('import', 'liste.csv');
    expect(mailIn((await abo('show', 'erika@rathaus.example')).out)).toBe(before);
  });

  test('importing the same list again changes nothing and says so', async () => {
    const { folder, abo } = await usedProject();
    await abo('erase', 'erika@rathaus.example');
    await abo('export', 'liste.csv');
    writeFileSync(join(folder, 'sperren.csv'), 'email;status\nx@rathaus.example;left\n');
    expect((await abo('import', 'sperren.csv')).out).toContain(
      'x@rathaus.example  war nicht angemeldet, wird gesperrt',
    );
    expect((await abo('import', 'sperren.csv')).out).toContain('1 Adresse unverändert.');
    expect((await abo('import', 'liste.csv', '--dry-run')).out).toContain(
      '0 Adressen neu, 0 Adressen angehalten, abgemeldet oder gesperrt, 0 Adressen zurückgewiesen, 2 Adressen unverändert.',
    );
  });

  test('import only ever tightens', async () => {
    const { folder, abo } = await usedProject();
    const row = (email: string, status: string) => `${email};${status};Ich will.;2024-05-01T08:00:00Z`;
    const importing = (...rows: string[]) => {
      writeFileSync(join(folder, 'liste.csv'), ['email;status;consentText;confirmedAt', ...rows].join('\r\n'));
      return abo('import', 'liste.csv');
    };
    await importing(
      row('erika@rathaus.example', 'paused'),
      row('max@rathaus.example', 'left'),
      row('x@y.example', 'left'),
    );
    const { out } = await importing(
      row('erika@rathaus.example', 'active'),
      row('max@rathaus.example', 'active'),
      row('x@y.example', 'active'),
    );
    expect(out).toMatchInlineSnapshot(`
      "! erika@rathaus.example  ist angehalten und bleibt es
      ! max@rathaus.example  hat sich abgemeldet und bleibt abgemeldet
      ! x@y.example  hat sich abgemeldet und bleibt abgemeldet

      0 Adressen neu, 0 Adressen angehalten, abgemeldet oder gesperrt, 3 Adressen zurückgewiesen, 0 Adressen unverändert.
      Importiert.
      "
    `);
    expect((await abo('stats')).out).toMatch(/Aktive Abonnements +0\nAngehalten.* 1\n/);
  });
});

test('after backup, wipe and restore there are the same subscribers, proofs and leavers', async () => {
  const { folder, abo } = await usedProject();
  await abo('erase', 'max@rathaus.example');
  expect((await abo('backup', 'sicherung')).out).toContain('Gesichert: sicherung/ mit Datenbank und Schlüssel.');
  expect((await abo('backup', 'sicherung')).err).toContain('Es wurde nichts überschrieben.');
  const everything = async () => [
    (await abo('stats')).out,
    (await abo('show', 'erika@rathaus.example', '--json')).out,
    (await abo('show', 'max@rathaus.example', '--json')).out,
  ];
  const before = await everything();

  expect((await abo('restore', 'sicherung')).err).toMatch(/verschieben Sie die Datei|liegen schon Daten/);
  expect((await abo('restore', 'server')).err).toContain('In server liegt keine Sicherung');
  await loseData(folder);
  expect((await abo('restore', 'sicherung')).code).toBe(0);
  expect(await everything()).toEqual(before);
  await abo('export', 'liste.csv');
  const { out } = await abo('import', 'liste.csv', '--dry-run');
  expect(out).toContain('0 Adressen neu');
});

test('who left after the backup leaves again by the list of leavers of the newer database', async () => {
  const { folder, abo } = await usedProject();
  await abo('backup', 'sicherung');
  await abo('erase', 'max@rathaus.example');
  await abo('export', 'neuer.csv');
  await loseData(folder);
  await abo('restore', 'sicherung');
  expect((await abo('stats')).out).toMatch(/Aktive Abonnements +2\n/);
  expect((await abo('import', 'neuer.csv')).out).toContain('- max@rathaus.example  wird abgemeldet');
  expect((await abo('stats')).out).toMatch(/Aktive Abonnements +1\n/);
});

test('a backup whose files don’t belong together leaves nothing behind', async () => {
  const { folder, abo } = await usedProject();
  await abo('backup', 'sicherung');
  writeFileSync(join(folder, 'sicherung', 'abo.key'), `${'0'.repeat(64)}\n`);
  await loseData(folder);
  expect((await abo('restore', 'sicherung')).err).toContain('abo.key hat nicht die Prüfsumme aus backup.json');
  expect(existsSync(join(folder, 'data'))).toBe(false);
  rmSync(join(folder, 'sicherung', 'backup.json'));
  expect((await abo('restore', 'sicherung')).err).toContain('gehört nicht zu dieser Datenbank');
  expect(readdirSync(join(folder, 'data'))).toEqual([]);
});

test('without data nothing is claimed and nothing is made', async () => {
  const folder = emptyFolder();
  const abo = aboIn(folder);
  for (const args of [['stats'], ['show', 'a@b.example'], ['erase', 'a@b.example'], ['export', 'x.csv'], ['purge']]) {
    const { code, err } = await abo(...args);
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(
        /^In (?:.+\/data gibt es keine Daten eines Abos\..+ sagt DATA_DIR, wo|postgres:.+ gibt es keine .+ sagt DATABASE_URL, wo)\./,
      ),
    ]);
  }
  expect((await abo('backup', 'sicherung')).code).toBe(2);
  expect(readdirSync(folder)).toEqual([]);
});

test('only the owner may read database, key, copies and lists', async () => {
  const { folder, abo } = await usedProject();
  chmodSync(join(folder, 'data'), 0o755);
  mkdirSync(join(folder, 'sicherung'), { mode: 0o755 });
  await abo('backup', 'sicherung');
  await abo('export', 'liste.csv');
  const isOnPostgres = (await databaseOf(folder)).DATABASE_URL !== undefined;
  const files = [
    ...(isOnPostgres ? [] : ['data/abo.sqlite']),
    ...['data/abo.key', 'sicherung/abo.sqlite', 'sicherung/abo.key', 'liste.csv'],
  ];
  expect(files.map((file) => statSync(join(folder, file)).mode & 0o777)).toEqual(files.map(() => 0o600));
});

test('what can’t be written is told in a sentence', async () => {
  const { folder, abo } = await usedProject();
  expect((await abo('export', 'nirgends/liste.csv')).err).toMatch(/liste\.csv lässt sich nicht schreiben\. Gibt es/);
  writeFileSync(join(folder, 'datei'), '');
  expect((await abo('backup', 'datei/sicherung')).err).toMatch(/sicherung lässt sich nicht schreiben\. Gibt es/);
});

test('a database that is newer than the program is told in a sentence', async () => {
  const { folder, abo } = await usedProject();
  const db = await openDatabase(await databaseIn(folder));
  await sql`insert into kysely_migration values ('9999-later', '2030-01-01')`.execute(db);
  await db.destroy();
  expect((await abo('stats')).err).toMatch(/stamm(?:t|en) von einer neueren Fassung der Kurrende\./);
});

test('a database without its key, or with another one, is not opened', async () => {
  const { folder, abo } = await usedProject();
  const key = join(folder, 'data', 'abo.key');
  renameSync(key, `${key}.away`);
  expect((await abo('stats')).err).toContain('Holen Sie ihn aus der Sicherung zurück');
  writeFileSync(key, `${'0'.repeat(64)}\n`);
  expect((await abo('stats')).err).toContain('gehört nicht zu dieser Datenbank');
  writeFileSync(key, 'kein Schlüssel');
  expect((await abo('stats')).err).toContain('enthält keinen Schlüssel');
});
