import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { deploy, planDeploy } from '../../src/build/deploy.ts';
import { type DeployPlan, deployPlan } from '../../src/build/deploy-plan.ts';
import { kurrende } from './command-line.ts';
import { inProcess } from './in-process.ts';
import { builtOrganisation } from './organisations.ts';

const product = join(import.meta.dirname, '../..');
const manifest = '.kurrende-manifest.json';
const story = 'ausgaben/2025/kw33/open-prosoz-wesermarsch/index.html';

function filesOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(join(folder, file)).isFile(),
  );
  return Object.fromEntries(files.sort().map((file) => [file, readFileSync(join(folder, file), 'latin1')]));
}

test('deploy makes of a folder the site, later copies what an edit changed, and leaves what is not its own', async () => {
  const folder = await builtOrganisation();
  const target = join(folder, 'ziel');
  mkdirSync(target);
  writeFileSync(join(target, 'fremd.txt'), 'fremd');
  const first = await inProcess(['deploy', 'ziel'], folder);
  expect([first.code, first.err]).toEqual([0, '']);
  const whole = () => ({ ...filesOf(join(folder, 'dist')), 'fremd.txt': 'fremd' });
  const there = () => {
    const { [manifest]: _, ...files } = filesOf(target);
    return files;
  };
  expect(there()).toEqual(whole());
  expect((await inProcess(['deploy', 'ziel'], folder)).out).toContain('Nichts zu tun');

  appendFileSync(join(folder, 'content/issues/2025-kw33/01-open-prosoz-wesermarsch.md'), '\nEin Nachsatz.\n');
  rmSync(join(folder, 'content/seiten/ueber-diese-publikation.md'));
  await kurrende(['build'], folder);
  const before = there();
  const { out: dry } = await inProcess(['deploy', 'ziel', '--dry-run', '--purge-list', 'vergessen.txt'], folder);
  expect(there()).toEqual(before);
  expect(dry).toContain(`kopieren  ${story}`);
  expect(dry).toContain('entfernen ueber-diese-publikation/index.html');
  expect(dry).not.toContain('fremd');
  const purged = readFileSync(join(folder, 'vergessen.txt'), 'utf8').split('\n');
  expect(purged).toContain('https://kurrende.example/ausgaben/2025/kw33/open-prosoz-wesermarsch/');
  expect(purged).toContain('https://kurrende.example/ueber-diese-publikation/');

  const { out } = await inProcess(['deploy', 'ziel'], folder);
  expect(out).toMatch(/Dateien kopiert, \d+ entfernt\./);
  expect(there()).toEqual(whole());
  expect(existsSync(join(target, 'ueber-diese-publikation'))).toBe(false);
});

/** The lines of the manual that follow these words, for a target on this machine. */
function manualFor(words: string, remote: RegExp, target: string): string {
  const manual = readFileSync(join(product, 'docs/betrieb.md'), 'utf8');
  const [, lines = ''] = /```bash\n(.*?)```/s.exec(manual.slice(manual.indexOf(words))) ?? [];
  const command = `'${process.execPath}' '${join(product, 'src/cli/kurrende.mjs')}' deploy`;
  return lines.replaceAll(remote, target).replace('npm run deploy --', command);
}

const isInstalled = (tool: string) => spawnSync(tool, ['--version']).status === 0;

test.for(
  [
    { tool: 'rsync', words: 'Mit rsync:', remote: /web:\/var\/www\/blatt/g },
    { tool: 'rclone', words: 'Mit rclone,', remote: /blatt:/g },
  ].filter(({ tool }) => isInstalled(tool)),
)(
  'with $tool, as the manual says, a target on another machine comes to hold the site, and what is not its own stays',
  async ({ words, remote }) => {
    const folder = await builtOrganisation();
    const target = join(folder, 'anderswo');
    mkdirSync(target);
    writeFileSync(join(target, 'fremd.txt'), 'fremd');
    const lines = manualFor(words, remote, target);
    const transfer = () => {
      const env = { ...process.env, SITE_ROOT: folder };
      const { status, stdout, stderr } = spawnSync('bash', ['-euc', lines], { cwd: folder, env, encoding: 'utf8' });
      expect([status, stderr]).toEqual([0, expect.not.stringContaining('rror')]);
      return stdout;
    };
    const there = () => {
      const { [manifest]: _, ...files } = filesOf(target);
      return files;
    };
    transfer();
    expect(there()).toEqual({ ...filesOf(join(folder, 'dist')), 'fremd.txt': 'fremd' });

    appendFileSync(join(folder, 'content/issues/2025-kw33/01-open-prosoz-wesermarsch.md'), '\nEin Nachsatz.\n');
    rmSync(join(folder, 'content/seiten/ueber-diese-publikation.md'));
    await kurrende(['build'], folder);
    expect(transfer()).toMatch(/Der Plan liegt in plan: \d+ Dateien zu kopieren, [1-9]\d* zu entfernen\./);
    expect(there()).toEqual({ ...filesOf(join(folder, 'dist')), 'fremd.txt': 'fremd' });
    expect(transfer()).toContain('0 Dateien zu kopieren, 0 zu entfernen');
    expect(there()).toEqual({ ...filesOf(join(folder, 'dist')), 'fremd.txt': 'fremd' });
  },
);

test('what somebody took out of the target is copied again', async () => {
  const folder = await builtOrganisation();
  await inProcess(['deploy', 'ziel'], folder);
  rmSync(join(folder, 'ziel', story));
  expect((await inProcess(['deploy', 'ziel'], folder)).out).toContain('1 Datei kopiert');
  expect(existsSync(join(folder, 'ziel', story))).toBe(true);
});

test('a folder in the place of a file goes where it is empty, and is told where it is not', async () => {
  const folder = await builtOrganisation();
  await inProcess(['deploy', 'ziel'], folder);
  const place = join(folder, 'ziel/404.html');
  rmSync(place);
  mkdirSync(place);
  writeFileSync(join(place, 'fremd.txt'), 'fremd');
  const { code, err } = await inProcess(['deploy', 'ziel'], folder);
  expect([code, err]).toEqual([2, expect.stringContaining('ziel/404.html liegen soll, ist ein Ordner')]);
  rmSync(join(place, 'fremd.txt'));
  expect((await inProcess(['deploy', 'ziel'], folder)).out).toContain('1 Datei kopiert');
  expect(filesOf(join(folder, 'ziel'))).toMatchObject(filesOf(join(folder, 'dist')));
});

test('what somebody altered in the target is copied again, and what a build from nothing made alike is not', async () => {
  const folder = await builtOrganisation();
  await inProcess(['deploy', 'ziel'], folder);
  writeFileSync(join(folder, 'ziel/index.html'), 'kaputt');
  expect((await inProcess(['deploy', 'ziel'], folder)).out).toContain('1 Datei kopiert');
  expect(filesOf(join(folder, 'ziel'))).toMatchObject(filesOf(join(folder, 'dist')));
  await kurrende(['build', '--full'], folder);
  expect((await inProcess(['deploy', 'ziel'], folder)).out).toContain('Nichts zu tun');
});

test.each([
  ['without a folder', ['deploy'], 'Nennen Sie den Ordner'],
  ['into dist/ itself', ['deploy', 'dist'], 'Der Ordner darf nicht in dist/ liegen'],
  // Only looking, so that nothing lies there should it not be refused.
  ['into the root of the system', ['deploy', '/', '--dry-run'], 'In / gehört keine Website'],
  ['beside the content', ['deploy', '.', '--dry-run'], 'gehört keine Website'],
  ['into the content', ['deploy', 'content', '--dry-run'], 'gehört keine Website'],
  ['into what every build copies', ['deploy', 'public/neu', '--dry-run'], 'gehört keine Website'],
])('deploy %s is refused with a sentence', async (_name, args, sentence) => {
  const { code, err } = await inProcess(args, await builtOrganisation());
  expect(code).toBe(2);
  expect(err).toContain(sentence);
});

test('deploy without a site says what to do first', async () => {
  const folder = await builtOrganisation();
  rmSync(join(folder, 'dist'), { recursive: true });
  const { code, err } = await inProcess(['deploy', 'ziel'], folder);
  expect([code, err]).toEqual([2, expect.stringContaining('npm run build')]);
});

test('a file becomes a folder and a folder a file, after a deploy that was broken off as well', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'deploy-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [dist, target] = [join(folder, 'dist'), join(folder, 'ziel')];
  const deployed = async (...files: string[]) => {
    rmSync(dist, { recursive: true, force: true });
    for (const file of ['index.html', ...files]) {
      mkdirSync(dirname(join(dist, file)), { recursive: true });
      writeFileSync(join(dist, file), file);
    }
    const before = existsSync(target) ? readFileSync(join(target, manifest), 'utf8') : undefined;
    const { plan, manifest: after } = await planDeploy(dist, target);
    deploy(dist, target, plan, after);
    if (before !== undefined) {
      // All of it was copied, but the list of the time before is still there.
      const both = { ...(JSON.parse(before) as object), ...Object.fromEntries(plan.copy.map((file) => [file, ''])) };
      writeFileSync(join(target, manifest), JSON.stringify(both));
      const again = await planDeploy(dist, target);
      deploy(dist, target, again.plan, again.manifest);
    }
    const { [manifest]: _, ...there } = filesOf(target);
    expect(there).toEqual(filesOf(dist));
  };
  await deployed('thema', 'haus/a/index.html', 'haus/b.html');
  await deployed('thema/index.html', 'haus');
  await deployed('thema', 'haus/a/index.html', 'haus/b.html');
});

test('what pages load is copied before them, what leads to them after, and removals come last', () => {
  const after = {
    'index.html': 'b',
    '_astro/a.css': 'a',
    'sitemap-0.xml': 'c',
    'bilder/x-1.avif': 'd',
    'pagefind/pagefind-entry.json': 'e',
    'pagefind/index/de.pf_index': 'f',
    'feeds/index.html': 'g',
  };
  expect(deployPlan({ 'weg.html': 'x' }, after)).toEqual({
    copy: [
      '_astro/a.css',
      'bilder/x-1.avif',
      'pagefind/index/de.pf_index',
      'feeds/index.html',
      'index.html',
      'pagefind/pagefind-entry.json',
      'sitemap-0.xml',
    ],
    remove: ['weg.html'],
  } satisfies DeployPlan);
});
