import { parseArgs } from 'node:util';

const usage = `usage: npm run bench -- archive NUMBER_OF_ARTICLES
       npm run bench -- pictures NUMBER_OF_PHOTOGRAPHS
       npm run bench -- weight
       npm run bench -- lighthouse`;

const benchmarks: Record<string, (size: number) => Promise<void>> = {
  archive: async (size) => (await import('./archive.ts')).benchArchive(size),
  pictures: async (size) => (await import('./pictures.ts')).benchPictures(size),
  weight: async () => (await import('./weight.ts')).benchWeight(),
  lighthouse: async () => (await import('./lighthouse.ts')).benchLighthouse(),
};

const { positionals } = parseArgs({ allowPositionals: true });
const [name = 'archive', size = '1000'] = positionals;
const benchmark = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined;
if (!benchmark || !(Number(size) > 0)) {
  console.error(usage);
  process.exit(2);
}
await benchmark(Number(size));
