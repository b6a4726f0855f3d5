import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { day } from '../src/model/day.ts';
import { contentOnDisk } from '../src/reader/files/content-folder.ts';
import { createReader } from '../src/reader/read.ts';
import { setAside } from './aside.ts';
import { generateArchive } from './generate.ts';
import { largestFile, type Measured, measure, sizeOf } from './measure.ts';
import { eleventy, hugo, ours, type Peer } from './peers.ts';

const product = join(import.meta.dirname, '..');

/** How often each is done; the fastest counts: what else the machine did then made the others slower. */
const times = Number(process.env.BENCH_TIMES ?? 3);

/** A generated archive of `count` articles. */
export function archiveOf(count: number, perIssue = 5): string {
  const folder = join(product, '.cache', 'bench', `archive-${count}`);
  const { library } = createReader(contentOnDisk(product))({ today: day('2026-01-31'), mode: 'publish' });
  if (!library) throw new Error('the example content is not in order: npm run check');
  setAside(folder);
  generateArchive(
    folder,
    count,
    product,
    library.terms.topics.map(({ slug }) => slug),
    perIssue,
  );
  return folder;
}

/** What is done before a build is measured. */
const scenarios: Readonly<Record<string, (peer: Peer, time: number) => void>> = {
  cold: ({ clean }) => clean(),
  'no change': () => {},
  'one edit': ({ article }, time) => appendFileSync(article, `\nNoch ein Satz, zum ${time}. Mal.\n`),
  'site data': ({ site }, time) =>
    writeFileSync(
      site,
      readFileSync(site, 'utf8').replace(/^(title: |title = "|\{"title":")\w+/m, `$1Kurrende${time}`),
    ),
};

/** Builds the same archive with Hugo, with Eleventy and with ours, and prints a table with the ratios. */
export async function benchArchive(count: number): Promise<void> {
  const archive = archiveOf(count);
  const folder = join(product, '.cache', 'bench');
  const [hugoSite, eleventySite] = [hugo(archive, join(folder, 'hugo')), eleventy(archive, join(folder, 'eleventy'))];
  if (!hugoSite) console.log('Hugo is missing (apt-get install hugo): its rows are left out.');
  if (!eleventySite) console.log('Eleventy could not be installed (npm): its rows are left out.');
  const peers = [
    ...(hugoSite ? [hugoSite] : []),
    ...(eleventySite ? [eleventySite] : []),
    ours(archive, join(folder, 'ours-plain'), 'Kurrende, same work', ['--no-search', '--no-compression'], product),
    ours(archive, join(folder, 'ours'), 'Kurrende, everything', [], product),
  ];
  const results = new Map<string, Measured>();
  for (const [scenario, prepare] of Object.entries(scenarios)) {
    for (let time = 1; time <= (scenario === 'cold' ? Math.min(times, 2) : times); time += 1) {
      // In turn: a machine that grows slower does so for all.
      for (const peer of peers) {
        // The first after an edit looks again at what was young when it was edited.
        if (scenario === 'no change' && time === 1) await measure(peer.command, peer.folder, peer.env);
        prepare(peer, time);
        // Nobody pays for what another has written.
        execFileSync('sync');
        const measured = await measure(peer.command, peer.folder, peer.env);
        const key = `${peer.name}/${scenario}`;
        const before = results.get(key);
        if (!before || measured.cpuSeconds < before.cpuSeconds) results.set(key, measured);
      }
    }
  }
  print(count, peers, results);
}

function print(count: number, peers: readonly Peer[], results: ReadonlyMap<string, Measured>): void {
  const at = (peer: string, scenario: string) => results.get(`${peer}/${scenario}`);
  console.log(
    `\n${count} articles; the best of ${times} (cold ${Math.min(times, 2)}); seconds, processor seconds, peak MB`,
  );
  console.log(['', ...Object.keys(scenarios)].map((text) => text.padEnd(24)).join(''));
  for (const { name, output } of peers) {
    const cells = Object.keys(scenarios).map((scenario) => {
      const { seconds = 0, cpuSeconds = 0, peakMegabytes = 0 } = at(name, scenario) ?? {};
      return `${seconds.toFixed(2)}  ${cpuSeconds.toFixed(2)}  ${peakMegabytes.toFixed(0)}`.padEnd(24);
    });
    const { files, bytes } = sizeOf(output);
    console.log(`${name.padEnd(24)}${cells.join('')}${files} files, ${(bytes / 1e6).toFixed(0)} MB`);
  }
  const ratio = (what: string, ours_: [string, string], theirs: [string, string], bar: string) => {
    const [one, other] = [at(...ours_), at(...theirs)];
    if (!one || !other) return;
    const [real, cpu] = [one.seconds / other.seconds, one.cpuSeconds / other.cpuSeconds];
    console.log(`${what}: ${real.toFixed(2)} × (processor time ${cpu.toFixed(2)} ×), wanted ${bar}`);
  };
  console.log('');
  for (const name of ['Kurrende, same work', 'Kurrende, everything']) {
    // All of Hugo's builds are whole ones: the first, into an empty folder, and those over what is there.
    for (const [scenario, bar] of [
      ['one edit', '≤ 0.20'],
      ['no change', '≤ 0.05'],
    ] as const) {
      ratio(`${name}, ${scenario} : Hugo's first build`, [name, scenario], ['Hugo', 'cold'], bar);
      ratio(`${name}, ${scenario} : Hugo's build then`, [name, scenario], ['Hugo', scenario], bar);
    }
  }
  ratio("same work, cold : Eleventy's", ['Kurrende, same work', 'cold'], ['Eleventy', 'cold'], '≤ 2.5');
  ratio("everything, cold : Eleventy's", ['Kurrende, everything', 'cold'], ['Eleventy', 'cold'], '≤ 4');
}

/** Builds archives of three sizes, nine articles an issue, and prints what grows with them. */
export async function benchGrowth(most: number): Promise<void> {
  console.log(
    'articles   cold s  cpu s  peak MB   one edit s  cpu s   no change s   largest page   largest feed   files',
  );
  for (const count of [most / 50, most / 5, most].map(Math.round)) {
    const archive = archiveOf(count, 9);
    const peer = ours(archive, join(product, '.cache', 'bench', 'growth'), 'growth', [], product);
    const run = () => measure(peer.command, peer.folder, peer.env);
    const cold = await run();
    await run();
    const none = await run();
    appendFileSync(peer.article, '\nNoch ein Satz.\n');
    const edit = await run();
    const largest = (ending: RegExp) => largestFile(peer.output, ending);
    console.log(
      [
        String(count).padEnd(10),
        cold.seconds.toFixed(1),
        cold.cpuSeconds.toFixed(1),
        cold.peakMegabytes.toFixed(0),
        edit.seconds.toFixed(2),
        edit.cpuSeconds.toFixed(2),
        none.seconds.toFixed(2),
        largest(/\.html$/),
        largest(/^(?:feed|themen)\/.*\.(?:xml|json)$/),
        sizeOf(peer.output).files,
      ].join('   '),
    );
  }
}
