/** Edits a site's content at random, again and again: is what an incremental build leaves what one from nothing makes? */

import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { publicBuildSettings } from '../src/build/build-settings.ts';
import { productFiles } from '../src/build/product.ts';
import { buildPublicSite } from '../src/build/public-build.ts';
import { publicInputs } from '../src/build/unchanged.ts';
import { compilePages } from '../src/cli/compile-pages.ts';
import { day } from '../src/model/day.ts';
import type { Surroundings } from '../src/settings/surroundings.ts';

/** Chance that is the same for the same seed: a linear congruential generator. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = Math.imul(seed, 2_654_435_761) + 1;
  }

  /** A whole number from 0 to below `end`. */
  below(end: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * end);
  }

  of<T>(list: readonly T[]): T {
    const one = list[this.below(list.length)];
    if (one === undefined) throw new Error('there is nothing to choose from');
    return one;
  }
}

interface Site {
  folder: string;
  today: string;
  /** The product that builds it, if it may be edited too. */
  product?: string;
}

/** Builds a site, with `full` from nothing; what stands in the way, or undefined. */
type Build = (site: Site, full: boolean) => Promise<string | undefined>;

/** A change of the content; it says what it did, or undefined where it can't be done. */
type Edit = (site: Site, chance: Chance) => string | undefined;

const issuesIn = ({ folder }: Site) => {
  const issues = join(folder, 'content', 'issues');
  return readdirSync(issues).map((name) => join(issues, name));
};
const articlesIn = (site: Site) =>
  issuesIn(site).flatMap((issue) =>
    readdirSync(issue)
      .filter((name) => /^\d.*\.md$/.test(name))
      .map((name) => join(issue, name)),
  );

const change = (file: string, how: (text: string) => string) => {
  const text = readFileSync(file, 'utf8');
  const changed = how(text);
  if (changed === text) return undefined;
  writeFileSync(file, changed);
  return file;
};

/** Puts a field into front matter, in the place of one of the same name. */
const withField = (text: string, name: string, value: string | undefined) => {
  const line = new RegExp(`^${name}: .*\\n`, 'm');
  const without = text.replace(line, '');
  return value === undefined ? without : without.replace(/^---\n/, `---\n${name}: ${value}\n`);
};

const word = (chance: Chance) => chance.of(['Frist', 'Antrag', 'Netz', 'Rathaus', 'Umstellung', 'Schulung']);
const titled = (chance: Chance) => `${word(chance)} ${word(chance)} ${chance.below(1_000)}`;

/** All kinds of edits, each as likely as the others. */
const edits: Readonly<Record<string, Edit>> = {
  text: (site, chance) => change(chance.of(articlesIn(site)), (text) => `${text}\nNoch ein Satz: ${titled(chance)}.\n`),
  title: (site, chance) => change(chance.of(articlesIn(site)), (text) => withField(text, 'title', titled(chance))),
  summary: (site, chance) =>
    change(chance.of(articlesIn(site)), (text) => withField(text, 'summary', `Kurz gesagt ${titled(chance)}.`)),
  draft: (site, chance) =>
    change(chance.of(articlesIn(site)), (text) =>
      withField(text, 'draft', /^draft: /m.test(text) ? undefined : 'true'),
    ),
  withdrawn: (site, chance) =>
    change(chance.of(articlesIn(site)), (text) =>
      withField(text, 'withdrawn', /^withdrawn: /m.test(text) ? undefined : 'Es war falsch.'),
    ),
  correction: (site, chance) =>
    change(chance.of(articlesIn(site)), (text) =>
      /^updatedOn: |^draft: /m.test(text)
        ? text
        : withField(withField(text, 'correction', `Die Zahl war ${chance.below(99)}.`), 'updatedOn', '2026-12-31'),
    ),
  'a topic of an article': (site, chance) =>
    change(chance.of(articlesIn(site)), (text) => withField(text, 'topics', `[${chance.of(topicsOf(site))}]`)),
  rename: (site, chance) => {
    const file = chance.of(articlesIn(site));
    const to = file.replace(/-[a-z0-9-]+\.md$/, `-neuer-name-${chance.below(10_000)}.md`);
    renameSync(file, to);
    return `${file} → ${to}`;
  },
  delete: (site, chance) => {
    const files = articlesIn(site);
    if (files.length < 8) return undefined;
    const file = chance.of(files);
    rmSync(file);
    return file;
  },
  'a new article': (site, chance) => {
    const issue = chance.of(issuesIn(site));
    const number = 20 + chance.below(70);
    const name = `${number}-neu-${chance.below(10_000)}.md`;
    if (readdirSync(issue).some((other) => other.startsWith(`${number}-`))) return undefined;
    const id = `tag:kurrende.example,2026:neu-${chance.below(1e9)}`;
    const fields = `id: ${id}\ntitle: ${titled(chance)}\nkind: news\nsummary: ${titled(chance)}.\ntopics: [${chance.of(topicsOf(site))}]`;
    writeFileSync(
      join(issue, name),
      `---\n${fields}\n---\n\nEin Text über ${word(chance)}.\n\n## ${word(chance)}\n\nMehr.\n`,
    );
    return join(issue, name);
  },
  'a whole issue': (site, chance) => {
    const week = `2024-kw${String(1 + chance.below(50)).padStart(2, '0')}`;
    const issue = join(site.folder, 'content', 'issues', week);
    if (existsSync(issue)) {
      rmSync(issue, { recursive: true });
      return `${issue} removed`;
    }
    mkdirSync(issue);
    const id = (name: string) => `tag:kurrende.example,2026:${week}-${name}-${chance.below(1e9)}`;
    writeFileSync(join(issue, 'index.md'), `---\nid: ${id('i')}\ntitle: ${titled(chance)}\nlead: Ein Beitrag.\n---\n`);
    writeFileSync(
      join(issue, '01-ein-beitrag.md'),
      `---\nid: ${id('a')}\ntitle: ${titled(chance)}\nkind: case-study\nsummary: Kurz.\ntopics: [${chance.of(topicsOf(site))}]\n---\n\nText.\n`,
    );
    return issue;
  },
  'the title of an issue': (site, chance) =>
    change(join(chance.of(issuesIn(site)), 'index.md'), (text) => withField(text, 'title', titled(chance))),
  'a term': ({ folder }, chance) =>
    change(join(folder, 'content', 'terms.yaml'), (text) => {
      const names = [...text.matchAll(/^( *(?:- )?name: ).*$/gm)];
      const { 0: line, 1: start = '' } = chance.of(names);
      return text.replace(line, `${start}${titled(chance)}`);
    }),
  'site data': ({ folder }, chance) =>
    change(join(folder, 'content', 'site.md'), (text) =>
      chance.below(2) === 0
        ? withField(text, 'description', `Ein Blatt über ${titled(chance)}.`)
        : text.replace(/\n---\n.*$/s, `\n---\n\nLeitsatz ${titled(chance)}.\n`),
    ),
  'a page of its own': ({ folder }, chance) => {
    const file = join(folder, 'content', 'seiten', `seite-${chance.below(3)}.md`);
    const text = `---\ntitle: ${titled(chance)}\ndescription: Eine Seite.\n---\n\nText ${titled(chance)}.\n`;
    mkdirSync(join(folder, 'content', 'seiten'), { recursive: true });
    if (existsSync(file) && chance.below(3) === 0) rmSync(file);
    else writeFileSync(file, text);
    return file;
  },
  'a legal text': ({ folder }, chance) =>
    change(join(folder, 'content', 'legal', 'barrierefreiheit.md'), (text) => `${text}\nNachtrag ${titled(chance)}.\n`),
  'a picture': (site, chance) => {
    const pictures = issuesIn(site).flatMap((issue) =>
      readdirSync(issue)
        .filter((name) => /\.(?:png|jpe?g)$/.test(name))
        .map((name) => join(issue, name)),
    );
    const [one, other] = [chance.of(pictures), chance.of(pictures)];
    if (one === other || one.slice(-4) !== other.slice(-4)) return undefined;
    const bytes = readFileSync(one);
    writeFileSync(one, readFileSync(other));
    writeFileSync(other, bytes);
    return `${one} ⇄ ${other}`;
  },
  'a credit': (site, chance) =>
    change(chance.of([...articlesIn(site), ...issuesIn(site).map((issue) => join(issue, 'index.md'))]), (text) =>
      text.replace(/^( +copyright: ).*$/m, `$1© ${titled(chance)}`),
    ),
  // What an issue's folder says hangs on more than its texts.
  'an attachment': (site, chance) => {
    const files = issuesIn(site).flatMap((issue) =>
      readdirSync(issue)
        .filter((name) => /\.(?:txt|csv)$/.test(name))
        .map((name) => join(issue, name)),
    );
    return change(chance.of(files), (text) => `${text}${titled(chance)}\n`);
  },
  // As it comes back from a ZIP file or another system's disk: each umlaut as two characters, or as one again.
  'an umlaut in a file name': (site, chance) => {
    const files = issuesIn(site).flatMap((issue) =>
      readdirSync(issue)
        .filter((name) => /\.(?:txt|csv)$/.test(name))
        .map((name) => ({ issue, name })),
    );
    if (files.length === 0) return undefined;
    const { issue, name } = chance.of(files);
    const umlauts = name.normalize('NFC').includes('ä') ? name : `nachträglich-${name}`;
    const to = umlauts.normalize(umlauts === umlauts.normalize('NFC') ? 'NFD' : 'NFC');
    renameSync(join(issue, name), join(issue, to));
    for (const text of readdirSync(issue).filter((one) => one.endsWith('.md'))) {
      change(join(issue, text), (before) => before.replaceAll(`file: ${name}`, `file: ${to.normalize('NFC')}`));
    }
    return `${join(issue, name)} → ${to}`;
  },
  'an original': (site, chance) => {
    const original = join(site.folder, 'content', 'licensed', '2025-kw33-open-prosoz-wesermarsch.png');
    const pictures = issuesIn(site).flatMap((issue) =>
      readdirSync(issue)
        .filter((name) => name.endsWith('.png'))
        .map((name) => join(issue, name)),
    );
    const article = join(site.folder, 'content', 'issues', '2025-kw33', '01-open-prosoz-wesermarsch.md');
    if (!existsSync(article)) return undefined;
    mkdirSync(join(original, '..'), { recursive: true });
    if (existsSync(original)) rmSync(original);
    else cpSync(chance.of(pictures), original);
    change(article, (text) => (/^ {2}alt: /m.test(text) ? text : text.replace(/^image:\n/m, '$&  alt: Ein Bild\n')));
    return original;
  },
  'a last day': (site, chance) => {
    const lastDay = /^( +deadline: ).*$/m;
    const articles = articlesIn(site).filter((file) => lastDay.test(readFileSync(file, 'utf8')));
    if (articles.length === 0) return undefined;
    const to = `2026-1${chance.below(3)}-${10 + chance.below(18)}`;
    return change(chance.of(articles), (text) => text.replace(lastDay, `$1${to}`));
  },
  'a file of public/': ({ folder }, chance) => {
    const file = join(folder, 'public', chance.of(['robots.pdf', 'tief/unten.txt', 'Thumbs.db']));
    mkdirSync(join(file, '..'), { recursive: true });
    if (existsSync(file)) rmSync(file);
    else writeFileSync(file, titled(chance));
    return file;
  },
  'the logo': ({ folder }, chance) => {
    const logo = join(folder, 'content', 'logo.svg');
    const colour = `#${(0x100000 + chance.below(0xefffff)).toString(16)}`;
    const shape = `<rect width="240" height="80" fill="${colour}"/>`;
    writeFileSync(logo, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 80">${shape}</svg>\n`);
    return change(join(folder, 'content', 'site.md'), (text) =>
      /^logo:/m.test(text) ? `${text}\n` : text.replace(/^---\n/, '---\nlogo:\n  file: logo.svg\n  alt: Muster\n'),
    );
  },
  'a style': ({ product }, chance) =>
    product &&
    change(join(product, 'src/styles/prose.css'), (text) => {
      const rule = `.probe { order: ${chance.below(10_000)}; }\n`;
      return /^\.probe .*\n/m.test(text) ? text.replace(/^\.probe .*\n/m, rule) : `${text}${rule}`;
    }),
  // Pages of years come and go.
  'a template': ({ product }, chance) =>
    product &&
    change(join(product, 'src/views/parts/by-year.ts'), (text) =>
      text.replace(/(const mostAtOnce =) \d+/, `$1 ${3 + chance.below(60)}`),
    ),
  'the day': (site, chance) => {
    site.today = `2026-1${chance.below(3)}-${10 + chance.below(18)}`;
    return site.today;
  },
  'a damaged dist/': ({ folder }, chance) => {
    const dist = join(folder, 'dist');
    const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name));
    const file = join(dist, chance.of(files));
    const what = chance.below(3);
    if (what === 0) rmSync(file, { recursive: true });
    else if (what === 1) change(file, (text) => `${text}x`);
    else writeFileSync(join(dist, `fremd-${chance.below(9)}.txt`), 'fremd');
    return `${file} ${what}`;
  },
};

const topicsOf = ({ folder }: Site) => {
  const [, topics = ''] =
    /^topics:\n((?: .*\n|\n)+)/m.exec(readFileSync(join(folder, 'content', 'terms.yaml'), 'utf8')) ?? [];
  return [...topics.matchAll(/slug: (\S+)/g)].map(([, slug = '']) => slug);
};

/** In this process: the product stays what it is. */
const buildHere: Build = async ({ folder, today }, full) => {
  const said: string[] = [];
  const say = (text: string) => {
    said.push(text);
  };
  const surroundings: Surroundings<(typeof publicBuildSettings)[number]> = {
    root: folder,
    settings: {
      BUILD_DATE: day(today),
      SITE_COMMIT: undefined,
      ABO_SITE: 'server/abo',
      ABO_HOST: '127.0.0.1',
      ABO_PORT: 4380,
    },
    now: Temporal.Now.instant(),
    uuid: () => '',
    print: say,
    printError: say,
  };
  const inputs = publicInputs(surroundings, { full }, '');
  return (await buildPublicSite(surroundings, { full }, inputs, compilePages)) ? undefined : said.join('\n');
};

/** As an operator builds, by a command of the product that belongs to the site. */
const buildByCommand: Build = ({ folder, today, product = '' }, full) =>
  new Promise((resolve, reject) => {
    const words = [join(product, 'src/cli/kurrende.mjs'), 'build', ...(full ? ['--full'] : [])];
    const env = { ...process.env, SITE_ROOT: folder, BUILD_DATE: today };
    const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += String(chunk);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(undefined);
      else if (code === 1 && said !== '') resolve(said);
      else reject(new Error(`the build ended with ${code}: ${said}`));
    });
  });

/** A product of its own, to be edited. */
function copyProduct(from: string, to: string): string {
  for (const part of ['src', ...productFiles.filter((name) => !name.includes('/'))]) {
    cpSync(join(from, part), join(to, part), { recursive: true });
  }
  symlinkSync(join(from, 'node_modules'), join(to, 'node_modules'), 'dir');
  return to;
}

/** The files of a folder that are not the same in another. */
function differences(one: string, other: string): string[] {
  const filesOf = (folder: string) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  const [here, there] = [filesOf(one), filesOf(other)];
  const missing = there.filter((file) => !here.includes(file)).map((file) => `missing: ${file}`);
  return [
    ...missing,
    ...here.flatMap((file) => {
      if (!there.includes(file)) return [`too much: ${file}`];
      return readFileSync(join(one, file)).equals(readFileSync(join(other, file))) ? [] : [`different: ${file}`];
    }),
  ];
}

/**
 * Edits a copy of `example` in `folder` as often as told, and builds it after each edit twice: incrementally, and from
 * nothing in another folder. Edits that leave the content with errors are taken back. Returns what was edited and what
 * was not the same, which is nothing. `told` hears of each round. With a `product` it is that which builds, and which is
 * edited too.
 */
export async function compareBuilds(
  folder: string,
  example: string,
  { rounds, seed, product }: { rounds: number; seed: number; product?: string },
  told: (line: string) => void,
): Promise<string[]> {
  const build = product === undefined ? buildHere : buildByCommand;
  const chance = new Chance(seed);
  const [site, clean] = [join(folder, 'incremental'), join(folder, 'clean')];
  for (const part of ['content', 'public'].filter((one) => existsSync(join(example, one)))) {
    cpSync(join(example, part), join(site, part), { recursive: true });
  }
  const state: Site = { folder: site, today: '2026-11-24', ...(product && { product }) };
  const broken = await build(state, true);
  if (broken) throw new Error(broken);
  for (let round = 1; round <= rounds; round += 1) {
    cpSync(join(site, 'content'), join(folder, 'before'), { recursive: true });
    const before = state.today;
    const [name, edit] = chance.of(Object.entries(edits));
    const done = edit(state, chance);
    // Until a second change would be seen: of a site that is older a build knows more.
    await setTimeout(150);
    const errors = done === undefined ? undefined : await build(state, false);
    if (errors) {
      told(`${round}: ${name} is refused: ${errors.split('\n')[0]}`);
      rmSync(join(site, 'content'), { recursive: true });
      renameSync(join(folder, 'before'), join(site, 'content'));
      state.today = before;
      continue;
    }
    rmSync(join(folder, 'before'), { recursive: true });
    if (done === undefined) {
      round -= 1;
      continue;
    }
    rmSync(clean, { recursive: true, force: true });
    for (const part of ['content', 'public', '.cache/bilder', '.cache/texts'].filter((one) =>
      existsSync(join(site, one)),
    ))
      cpSync(join(site, part), join(clean, part), { recursive: true });
    const cleanErrors = await build({ ...state, folder: clean }, true);
    if (cleanErrors) throw new Error(cleanErrors);
    const found = ['dist', 'server'].flatMap((part) => differences(join(site, part), join(clean, part)));
    if (found.length > 0) return [`round ${round}, seed ${seed}, ${name}: ${done}`, ...found];
    told(`${round}: ${name}: the same`);
  }
  return [];
}

/** Compares as often as told, with another seed each day, and prints each round. */
export async function benchEdits(rounds: number): Promise<void> {
  const product = join(import.meta.dirname, '..');
  const folder = join(product, '.cache', 'bench', 'edits');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const seed = Math.floor(Date.now() / 86_400_000);
  const own = copyProduct(product, join(folder, 'product'));
  const found = await compareBuilds(folder, product, { rounds, seed, product: own }, (line) => console.log(line));
  console.log(found.length === 0 ? `${rounds} rounds, seed ${seed}: the same every time` : found.join('\n'));
  if (found.length > 0) process.exitCode = 1;
}
