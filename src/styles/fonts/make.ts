// npm run fonts: writes the fonts of the site anew and prints what each weighs.
import { writeFileSync } from 'node:fs';
import { fontFiles, makeFont } from './site-fonts.ts';

for (const file of fontFiles()) {
  const bytes = await makeFont(file);
  writeFileSync(new URL(file.name, import.meta.url), bytes);
  console.log(`${file.name}: ${file.characters.size} characters, ${bytes.length} bytes`);
}
