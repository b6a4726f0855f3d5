import { compileBuild } from '../build/compiled-build.ts';
import type { Compile } from '../build/compiled-pages.ts';

/** Has Astro compile the pages, and the build with them; only then is it loaded. */
export const compilePages: Compile = async (folder) => {
  const { compileInto } = await import('../integration.ts');
  await compileInto(folder);
  await compileBuild(folder);
};
