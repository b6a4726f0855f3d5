// What a release hands out beside its code: `sbom.cdx.json`, a bill of materials (CycloneDX, from npm itself), and
// `THIRD-PARTY-NOTICES.txt`, the licences of all that runs on a server. Called with the folder to write to.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';

const folder = argv[2] ?? 'release';
mkdirSync(folder, { recursive: true });

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
const sbom = JSON.parse(
  execFileSync(
    'npm',
    ['sbom', '--omit=dev', '--package-lock-only', '--sbom-format=cyclonedx', '--sbom-type=application'],
    {
      maxBuffer: 2 ** 27,
    },
  ),
);
// npm calls it by the name of its folder.
Object.assign(sbom.metadata.component, { name, version });
writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(sbom, null, 2)}\n`);

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
/** Those that are installed here and are no tools of the development; others are for other systems. */
const installed = Object.entries(packages).filter(
  ([path, { dev }]) => path !== '' && !dev && existsSync(join(path, 'package.json')),
);
const notices = installed.map(([path, { version: has, license }]) => {
  const { name: called, author, license: said } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  const by = typeof author === 'string' ? author : author?.name;
  const texts = readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(?:licen[cs]e|copying|notice)(?:[.-]|$)/i.test(entry.name))
    .map((entry) => entry.name)
    .sort()
    .map((file) => readFileSync(join(path, file), 'utf8').trim());
  const title = `${called} ${has} (${license ?? said?.type ?? said ?? 'no licence named'})${by ? `, ${by}` : ''}`;
  return [title, ...texts].join('\n\n');
});
writeFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), `${notices.sort().join(`\n\n${'='.repeat(80)}\n\n`)}\n`);
console.log(`${folder}/: sbom.cdx.json, THIRD-PARTY-NOTICES.txt (${installed.length} packages)`);
