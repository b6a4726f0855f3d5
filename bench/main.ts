import { parseArgs } from 'node:util';
import { benchArchive } from './archive.ts';

// npm run bench -- archive 1000
const { positionals } = parseArgs({ allowPositionals: true });
const [name = 'archive', size = '1000'] = positionals;
if (name !== 'archive' || !(Number(size) > 0)) {
  console.error('usage: npm run bench -- archive NUMBER_OF_ARTICLES');
  process.exit(2);
}
benchArchive(Number(size));
