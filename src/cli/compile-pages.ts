import type { Compile } from '../build/compiled-pages.ts';

/** Has Astro compile the pages; only then is it loaded. */
export const compilePages: Compile = async (folder) => {
  const { compileInto } = await import('../integration.ts');
  await compileInto(folder);
};
