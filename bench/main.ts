import { parseArgs } from 'node:util';
import { benchArchive } from './archive.ts';
import { benchSignUp } from './sign-up.ts';

// npm run bench -- archive 1000, npm run bench -- signup
const { positionals } = parseArgs({ allowPositionals: true });
const [name = 'archive', size = '1000'] = positionals;
if (name === 'signup') await benchSignUp();
else if (name === 'archive' && Number(size) > 0) benchArchive(Number(size));
else {
  console.error('usage: npm run bench -- archive NUMBER_OF_ARTICLES\n       npm run bench -- signup');
  process.exitCode = 2;
}
