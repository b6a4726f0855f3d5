import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { command as abo } from '../../src/cli/abo.ts';
import { aboHelp } from '../../src/words/abo-commands.ts';
import { commandHelp } from '../../src/words/help.ts';
import { linesBelow, shownFile } from '../ops/manual-lines.ts';
import { sharedExample } from '../site/build.ts';

const product = join(import.meta.dirname, '..', '..');
const manuals = Object.fromEntries(
  ['betrieb', 'einrichten', 'redaktion'].map((name) => [
    name,
    readFileSync(join(product, 'docs', `${name}.md`), 'utf8'),
  ]),
);
const { betrieb = '' } = manuals;

const isInstalled = (...call: [string, string]) => spawnSync(call[0], [call[1]]).status === 0;
const nginx = ['nginx', '/usr/sbin/nginx'].find((path) => isInstalled(path, '-v'));

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'manual-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe('docs/betrieb.md', () => {
  test.skipIf(!nginx || !isInstalled('openssl', 'version'))('shows a site that nginx takes as it is', async () => {
    const folder = temporaryFolder();
    const site = await sharedExample();
    const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
    const newKey = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=kurrende.example'];
    execFileSync('openssl', [...newKey, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
    const lines = shownFile('/etc/nginx/conf.d/kurrende.conf')
      .replaceAll('/srv/kurrende/site/dist', join(site, 'dist'))
      .replaceAll('/etc/kurrende/web', join(site, 'server'))
      .replaceAll('/var/log/kurrende', folder)
      .replace(/# ssl_certificate .*/, `ssl_certificate ${certificate}; ssl_certificate_key ${key};`);
    const file = join(folder, 'nginx.conf');
    writeFileSync(file, `events {}\npid ${join(folder, 'pid')};\nerror_log stderr;\nhttp {\n${lines}}\n`);
    const { status, stderr } = spawnSync(nginx ?? '', ['-t', '-c', file], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, expect.stringContaining('test is successful')]);
  });

  test('takes a new version into an organisation’s repository, and leaves its content and public alone', () => {
    const folder = temporaryFolder();
    const shell = (lines: string, where: string) =>
      execFileSync('sh', ['-ec', lines], {
        cwd: join(folder, where),
        encoding: 'utf8',
        stdio: 'pipe',
        env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', EMAIL: 'betrieb@rathaus.example' },
      });
    const ours = (lines: string) => lines.split('\n').filter((line) => line.startsWith('git ') && !/ push/.test(line));
    shell(
      'git init -qb main produkt; git init -q --bare -b main eigen.git; cd produkt; mkdir content public src; echo 1 | tee content/site.md public/redaktion.vcf src/a; git add .; git commit -qm 1',
      '.',
    );
    const address = (lines: string) =>
      lines
        .replace('ADRESSE-DES-PRODUKTS', join(folder, 'produkt'))
        .replace('ADRESSE-IHRES-REPOSITORYS', join(folder, 'eigen.git'));
    shell(address(linesBelow('Ihr Repository').join('')), '.');
    // The house has a text of its own, and no card.
    shell('echo Haus >content/site.md; rm -r public', 'kurrende');
    shell(/^git add.*$/m.exec(linesBelow('Ihre Angaben').join(''))?.[0] ?? '', 'kurrende');
    expect(shell('git status --porcelain', 'kurrende')).toBe('');
    expect(shell('git ls-tree -r --name-only origin/main', 'kurrende')).toBe('content/site.md\nsrc/a\n');
    shell(
      'echo 2 | tee content/site.md content/neu.md public/redaktion.vcf src/a; git add .; git commit -qm 2',
      'produkt',
    );
    const [merge = ''] = linesBelow('Aktualisieren');
    shell(
      ours(merge)
        .join('\n')
        .replace(/^git merge.*$/m, '$& || true'),
      'kurrende',
    );
    expect(shell('git status --porcelain; git ls-files; cat content/site.md src/a', 'kurrende')).toBe(
      'content/site.md\nsrc/a\nHaus\n2\n',
    );
  });

  test('knows every unit and every option of the operator’s command', () => {
    const command = readFileSync(join(product, 'ops', 'kurrende'), 'utf8');
    const verbs = [...betrieb.matchAll(/^ *kurrende ([a-z]+)/gm)].map(([, verb]) => verb);
    expect(verbs).toEqual(expect.arrayContaining(['update', 'rollback', 'abo', 'send']));
    for (const verb of verbs) expect(command).toMatch(new RegExp(`^    (?:\\w+ \\| )*${verb}\\b[^)]*\\)`, 'm'));
    const units = readdirSync(join(product, 'ops', 'systemd'));
    const named = new Set(
      betrieb.match(/\bkurrende-(?:abo|build|web|fetch|packages|failure)[a-z-]*\.(?:service|timer)\b/g),
    );
    expect([...named].filter((unit) => !units.includes(unit))).toEqual([]);
  });

  test('has every setting that a command’s help names', () => {
    const settings = Object.values(commandHelp).flatMap((help) => Object.keys('settings' in help ? help.settings : {}));
    const [, tables = ''] = betrieb.split('\n## Einstellungen\n');
    const names = new Set(settings.flatMap((name) => name.split(', ')));
    expect(names.size).toBeGreaterThan(10);
    expect([...names].filter((name) => !tables.includes(`\`${name}\``))).toEqual([]);
  });
});

test('the manuals name no command and no option that there isn’t', () => {
  const { scripts } = JSON.parse(readFileSync(join(product, 'package.json'), 'utf8'));
  const calls = Object.values(manuals).flatMap((text) => [
    ...text.matchAll(/npm run (?:-s )?([a-z]+)(?: -- (?:([a-z][a-z-]*)\b)?([^`\n#']*))?/g),
    ...text.matchAll(/\bkurrende (abo|send) (?:([a-z][a-z-]*)\b)?([^`\n#'|]*)/g),
  ]);
  expect(calls.length).toBeGreaterThan(30);
  for (const [line, name = '', verb = '', rest = ''] of calls) {
    expect([line, name in scripts]).toEqual([line, true]);
    if (name === 'abo' && verb) expect([line, verb in abo.verbs]).toEqual([line, true]);
    const help = name === 'abo' ? aboHelp[verb as keyof typeof aboHelp] : commandHelp[name as keyof typeof commandHelp];
    const known = Object.keys(help && 'options' in help ? help.options : {}).map((option) => option.split(' ')[0]);
    const named = [...rest.matchAll(/--[a-z-]+/g)].map(([option]) => option);
    expect([line, named.filter((option) => option !== '--help' && !known.includes(option))]).toEqual([line, []]);
  }
});
