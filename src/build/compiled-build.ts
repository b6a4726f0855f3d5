/**
 * The build itself, compiled: a few files in the place of the thousand that it is made of, which take longer to find than
 * to run. It lies beside the compiled pages, whose packages it shares.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';
import { isWhole } from './bundle-files.ts';
import { bundlesFolder, productRoot } from './product.ts';

/** Where the parts of a compiled build lie. */
export interface CompiledBuild {
  version: string;
  main: string;
  pages: string;
  look: string;
}

/** The compiled build of a version; none where it hasn't been made, or a file of it is lost or damaged. */
export function compiledBuild(version: string): CompiledBuild | undefined {
  const bundle = join(bundlesFolder, version);
  const code = (name: string) => join(bundle, 'build', `${name}.js`);
  return isWhole(bundle, 'build')
    ? { version, main: code('main'), pages: code('pages'), look: code('look') }
    : undefined;
}

/** The code of the thread that looks at a folder, if it has been compiled; with code that is damaged it does nothing. */
export function compiledLook(version: string): string | undefined {
  const code = join(bundlesFolder, version, 'build', 'look.js');
  return existsSync(code) ? code : undefined;
}

/** Packages that find files of their own beside their code, are not JavaScript alone, or are needed once in a while. */
const apart = [
  'astro',
  'esbuild',
  'harfbuzzjs',
  'mjml-core',
  'mjml-preset-core',
  'pagefind',
  'sharp',
  'vite',
  'woff2-encoder',
];

/** What packages of the older kind (CommonJS) take for given. */
const ofOlderPackages = `import { createRequire as requireFrom } from 'node:module';
const require = requireFrom(import.meta.url);
const __filename = import.meta.filename;`;

/** Compiles the build together with the compiled pages in `folder`. */
export async function compileBuild(folder: string): Promise<void> {
  const { build } = await import('esbuild');
  await build({
    entryPoints: {
      main: join(productRoot, 'src/cli/main.ts'),
      pages: join(folder, 'server', 'entry.mjs'),
      look: join(productRoot, 'src/build/look-thread.ts'),
    },
    outdir: join(folder, 'build'),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: `node${process.versions.node}`,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    external: apart.flatMap((name) => [name, `${name}/*`]),
    banner: { js: ofOlderPackages },
    plugins: [inItsPlace],
  });
}

/** Code that asks where it lies gets the answer of its source; commands other than the build stay where they are. */
const inItsPlace: Plugin = {
  name: 'in its place',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^\.\/[\w-]+\.ts$/ }, ({ kind, importer, path }) => {
      const isCommand = kind === 'dynamic-import' && importer === join(productRoot, 'src/cli/main.ts');
      if (!isCommand || path === './build.ts') return undefined;
      return { path: pathToFileURL(join(dirname(importer), path)).href, external: true };
    });
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      // This file names what it looks for.
      if (!source.includes('import.meta.') || basename(path) === 'compiled-build.ts') return undefined;
      const [folder, url] = [dirname(path), pathToFileURL(path).href].map((text) => JSON.stringify(text));
      const contents = source
        .replaceAll('import.meta.dirname', String(folder))
        .replaceAll('import.meta.url', String(url));
      return { contents, loader: 'ts' };
    });
  },
};
