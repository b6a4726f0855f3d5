import { join } from 'node:path';
import { parseArgs } from 'node:util';

interface Benchmark {
  /** What is counted, if its size can be chosen, and how many unless told otherwise. */
  size?: { of: string; standard: number };
  does: string;
  run: (size: number) => Promise<void>;
}

const benchmarks: Record<string, Benchmark> = {
  archive: {
    size: { of: 'ARTICLES', standard: 1000 },
    does: 'builds a generated archive beside Hugo and Eleventy; time, processor time, peak memory, ratios',
    run: async (size) => (await import('./archive.ts')).benchArchive(size),
  },
  growth: {
    size: { of: 'ARTICLES', standard: 50_000 },
    does: 'builds archives of a fiftieth, a fifth and all of it; what grows',
    run: async (size) => (await import('./archive.ts')).benchGrowth(size),
  },
  dev: {
    size: { of: 'ARTICLES', standard: 1000 },
    does: 'starts the preview on a generated archive and saves ten times; until page and problem are there',
    run: async (size) => (await import('./dev.ts')).benchDev(size),
  },
  edits: {
    size: { of: 'ROUNDS', standard: 200 },
    does: 'edits content at random: is an incremental build the same as one from nothing?',
    run: async (size) => (await import('./random-edits.ts')).benchEdits(size),
  },
  killbuild: {
    size: { of: 'KILLS', standard: 100 },
    does: 'kills builds of the example and of an archive at random moments: is the site whole every time?',
    run: async (size) => (await import('./kill-builds.ts')).benchKillBuilds(size),
  },
  pictures: {
    size: { of: 'PHOTOGRAPHS', standard: 500 },
    does: 'prepares as many photographs twice; time and peak memory',
    run: async (size) => (await import('./pictures.ts')).benchPictures(size),
  },
  weight: {
    does: 'what each kind of page weighs, as sent, and all of a first visit',
    run: async () => (await import('./weight.ts')).benchWeight(),
  },
  lighthouse: {
    does: 'Lighthouse scores of an article, an issue and the home page, median of five',
    run: async () => (await import('./lighthouse.ts')).benchLighthouse(),
  },
  signup: {
    does: 'a minute of abuse against the sign-up form',
    run: async () => (await import('./sign-up.ts')).benchSignUp(),
  },
  mail: {
    size: { of: 'RECIPIENTS', standard: 20_000 },
    does: 'sends an issue to a mail server on this machine, unsigned and with DKIM, beside nodemailer; what each part costs',
    run: async (size) => (await import('./mail.ts')).benchMail(size),
  },
  recipients: {
    size: { of: 'RECIPIENTS', standard: 100_000 },
    does: 'imports, mails and exports a list on SQLite and on PostgreSQL, a tenth of it and all of it; time and peak memory',
    run: async (size) => (await import('./recipients.ts')).benchRecipients(size),
  },
  kill: {
    size: { of: 'KILLS', standard: 200 },
    does: 'kills the sender again and again; who got the issue twice or not at all',
    run: async (size) => (await import('./kill.ts')).benchKill(size),
  },
  killsenders: {
    size: { of: 'KILLS', standard: 100 },
    does: 'kills one of three senders again and again that share a mailing on PostgreSQL',
    run: async (size) => (await import('./kill-senders.ts')).benchKillSenders(size),
  },
  redaktion: {
    size: { of: 'ARTICLES', standard: 1000 },
    does: 'opens the Redaktion on a generated archive and writes in it; time until page, problem, preview and saved text are there',
    run: async (size) => (await import('./redaktion.ts')).benchRedaktion(size),
  },
  drawings: {
    does: 'draws the pictures of the example content anew, into content/issues',
    run: async () => (await import('./drawings/draw.ts')).drawExample(join(import.meta.dirname, '..')),
  },
  traces: {
    does: 'writes down anew by what check --release knows the example content again',
    run: async () => (await import('./traces.ts')).writeTraces(join(import.meta.dirname, '..')),
  },
  screenshots: {
    does: 'takes the pictures in docs/screenshots anew',
    run: async () => (await import('./screenshots.ts')).takeScreenshots(),
  },
};

const rows = Object.entries(benchmarks).map(([name, { size, does }]) => [
  `npm run bench -- ${name}${size ? ` [${size.of}]` : ''}`,
  `${does}${size ? ` (${size.standard})` : ''}`,
]);
const usage = `Benchmarks; the number in parentheses is taken unless another is given

${rows.map(([call = '', does]) => `  ${call.padEnd(42)}${does}`).join('\n')}

Example: npm run bench -- archive 10000`;

/** Ends with what is wrong, below what there is. */
function refuse(sentence: string): never {
  console.error(`${usage}\n\n${sentence}`);
  process.exit(2);
}

const { values, positionals, tokens } = parseArgs({
  options: { help: { type: 'boolean', short: 'h' } },
  allowPositionals: true,
  strict: false,
  tokens: true,
});
if (values.help) {
  console.log(usage);
  process.exit(0);
}
const unknown = tokens.find((token) => token.kind === 'option' && token.name !== 'help');
if (unknown?.kind === 'option') refuse(`There is no option "${unknown.rawName}".`);
const [name = 'archive', size, surplus] = positionals;
const benchmark = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined;
if (!benchmark) refuse(`There is no benchmark "${name}".`);
if (size !== undefined && !benchmark.size) refuse(`"${name}" takes no number.`);
if (size !== undefined && !/^[1-9]\d*$/.test(size))
  refuse(`"${size}" is no number of ${benchmark.size?.of.toLowerCase()}.`);
if (surplus !== undefined) refuse(`Nothing can be done with "${surplus}".`);
await benchmark.run(Number(size ?? benchmark.size?.standard));
