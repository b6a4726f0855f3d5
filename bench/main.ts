import { parseArgs } from 'node:util';

const usage = `usage: npm run bench -- archive NUMBER_OF_ARTICLES
       npm run bench -- pictures NUMBER_OF_PHOTOGRAPHS
       npm run bench -- weight
       npm run bench -- lighthouse
       npm run bench -- signup
       npm run bench -- mail RECIPIENTS
       npm run bench -- kill KILLS
       npm run bench -- screenshots`;

const benchmarks: Record<string, (size: number | undefined) => Promise<void>> = {
  archive: async (size = 1000) => (await import('./archive.ts')).benchArchive(size),
  pictures: async (size = 500) => (await import('./pictures.ts')).benchPictures(size),
  weight: async () => (await import('./weight.ts')).benchWeight(),
  lighthouse: async () => (await import('./lighthouse.ts')).benchLighthouse(),
  signup: async () => (await import('./sign-up.ts')).benchSignUp(),
  mail: async (size = 100_000) => (await import('./mail.ts')).benchMail(size),
  screenshots: async () => (await import('./screenshots.ts')).takeScreenshots(),
  kill: async (size = 200) => (await import('./kill.ts')).benchKill(size),
};

const { positionals } = parseArgs({ allowPositionals: true });
const [name = 'archive', size] = positionals;
const benchmark = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined;
if (!benchmark || !(Number(size ?? 1) > 0)) {
  console.error(usage);
  process.exit(2);
}
await benchmark(size === undefined ? undefined : Number(size));
