import { join, normalize, sep } from 'node:path';
import { exit } from 'node:process';
import { pathToFileURL } from 'node:url';
import { type AstroAdapter, type AstroConfig, type AstroIntegration, build, dev, type HookParameters } from 'astro';
import type { ViteDevServer } from 'vite';
import { lockSite } from './build/build-lock.ts';
import { publicBuildSettings } from './build/build-settings.ts';
import { keepBundle, unfinishedBundle } from './build/compiled-pages.ts';
import { describeChanges, openPreview, type Preview, previewSettings } from './build/preview.ts';
import { productRoot, productVersion } from './build/product.ts';
import { buildPublicSite } from './build/public-build.ts';
import { publicInputs } from './build/unchanged.ts';
import { contentFolder, publicFolder } from './model/content-files.ts';
import { UserError } from './model/user-error.ts';
import { openSurroundings } from './settings/open-surroundings.ts';
import { choosePort } from './settings/port.ts';
import { realSurroundings } from './settings/surroundings.ts';
import { troubleSentence } from './settings/trouble.ts';
import { commandErrors, commandWords } from './words/commands.ts';

/** What a command of ours wants of Astro: pages compiled into a folder, or a preview that it has opened. */
type Wanted = { bundle: string } | { preview: Preview };

/** Astro's configuration, as far as an integration says it. */
type Config = Parameters<HookParameters<'astro:config:setup'>['updateConfig']>[0];

const name = 'kurrende';

/**
 * What Astro needs of us: `astro build` does the work of `npm run build`, `astro dev` that of `npm run dev`. Our own
 * commands say what they want; for Astro's own it is opened here, and what stands in the way ends them with a sentence.
 * It is an adapter, and so the only one: what a command of ours brings takes the place of the one in astro.config.mjs.
 */
export function kurrende(wanted?: Wanted): AstroIntegration {
  const told = wanted ? <T>(work: () => T) => work() : orExit;
  let preview = wanted && 'preview' in wanted ? wanted.preview : undefined;
  let surroundings: ReturnType<typeof surroundingsOfAstro> | undefined;
  let stopWatching: (() => void) | undefined;

  return {
    name,
    hooks: {
      'astro:config:setup': async ({ command, config, isRestart, updateConfig, addMiddleware }) => {
        if (command === 'build') {
          if (!wanted) surroundings = await told(async () => surroundingsOfAstro(config));
          updateConfig(configOfBundle(wanted && 'bundle' in wanted ? wanted.bundle : unfinishedBundle()));
        } else if (command === 'dev') {
          preview ??= await told(() => previewOfAstro(config, isRestart));
          updateConfig(configOfPreview(preview, config.server.host));
          addMiddleware({ order: 'pre', entrypoint: new URL('./site/middleware.ts', import.meta.url) });
        } else {
          updateConfig(await told(async () => folders(openSurroundings([], realSurroundings()).root)));
        }
      },
      'astro:config:done': ({ setAdapter }) => setAdapter(adapter),
      'astro:build:done': () =>
        told(async () => {
          if (!surroundings) return;
          keepBundle(unfinishedBundle(), productVersion());
          const isBuilt = await buildPublicSite(surroundings, {}, publicInputs(surroundings, {}, ''), () => {
            throw new Error('the pages have just been compiled');
          });
          if (!isBuilt) exit(1);
        }),
      'astro:server:setup': async ({ server }) => {
        const shown = preview;
        if (!shown) return;
        // Vite watches its own files in the background; it would say of each what the system refuses.
        server.watcher.removeAllListeners('error').on('error', shown.tellUnwatched);
        stopWatching = await told(() => describeChanges(shown, () => reload(server)));
      },
      'astro:server:done': () => stopWatching?.(),
      'astro:server:start': () => preview?.surroundings.print(`\n${commandWords.writing(`${originOf(preview)}/`)}`),
    },
  };
}

/** Compiles the pages into a folder. */
export async function compileInto(folder: string): Promise<void> {
  await build({ root: productRoot, adapter: kurrende({ bundle: folder }), logLevel: 'error' });
}

/** Starts Astro's server for a preview. */
export function startPreview(preview: Preview): ReturnType<typeof dev> {
  return dev({ root: productRoot, adapter: kurrende({ preview }), logLevel: 'warn' });
}

/** What `astro build` builds; the site is its own until it ends. */
function surroundingsOfAstro(config: AstroConfig) {
  refuseOptions(config);
  const surroundings = openSurroundings(publicBuildSettings, realSurroundings());
  lockSite(surroundings);
  return surroundings;
}

/** What `astro dev` shows, on the port that `--port` names or that of `npm run dev`. */
async function previewOfAstro(config: AstroConfig, isRestart: boolean): Promise<Preview> {
  refuseOptions(config);
  const surroundings = openSurroundings(previewSettings, realSurroundings());
  const { port } = config.server;
  // At a restart the port is taken: by the preview itself.
  if (isRestart) return openPreview(port, surroundings);
  // Astro says 4321 where none is named.
  const settings = port === 4321 ? surroundings.settings : { PORT: port };
  return openPreview(await choosePort({ settings }), surroundings);
}

/** What can be told to Astro but is decided by the product is refused, never ignored. */
function refuseOptions({ site, base, outDir, root }: AstroConfig): void {
  if (site !== undefined) throw new UserError(commandErrors.siteOption);
  if (base !== '/') throw new UserError(commandErrors.baseOption);
  if (outDir.href !== new URL('./dist/', root).href) throw new UserError(commandErrors.outDirOption);
}

/** Nothing of an organisation is in it: neither its address nor its files. */
function configOfBundle(bundle: string): Config {
  return {
    ...site('http://127.0.0.1', false),
    publicDir: folder(join(bundle, 'nothing')),
    outDir: folder(bundle),
    cacheDir: folder(join(productRoot, '.cache', 'astro')),
    build: { client: folder(join(bundle, 'client')), server: folder(join(bundle, 'server')) },
  };
}

function configOfPreview(preview: Preview, host: AstroConfig['server']['host']): Config {
  return {
    ...folders(preview.surroundings.root),
    ...previewSite(preview),
    // It would want a slash even after `.jpg`; in a build that is left to the web server.
    trailingSlash: 'ignore',
    server: { port: preview.port, host: host || thisMachine },
  };
}

function folders(root: string): Config {
  return {
    publicDir: folder(join(root, publicFolder)),
    outDir: folder(join(root, 'dist')),
    cacheDir: folder(join(root, '.cache', 'astro')),
  };
}

/** Content is watched by ourselves, in one watch a folder; what is made is no source. */
function previewSite(preview: Preview): Config {
  const { root } = preview.surroundings;
  const unwatched = [contentFolder, 'dist', '.cache'].flatMap((name) => [join(root, name), join(productRoot, name)]);
  const ignored = (path: string) => {
    const asSystem = normalize(path);
    return unwatched.some((folder) => asSystem === folder || asSystem.startsWith(folder + sep));
  };
  const { vite, ...rest } = site(originOf(preview), true);
  return { ...rest, vite: { ...vite, server: { watch: { ignored } } } };
}

/** Has every browser ask again for what it shows. */
function reload(server: ViteDevServer): void {
  server.environments.client.hot.send({ type: 'full-reload', path: '*' });
}

/**
 * Whether drafts are shown is said here and nowhere else: Vite's own `import.meta.env.DEV` can be set by a variable of
 * the machine.
 */
function site(origin: string, isPreview: boolean): Config {
  return { site: origin, vite: { define: { IS_PREVIEW: JSON.stringify(isPreview) } } };
}

const folder = (path: string) => pathToFileURL(path + sep);

const thisMachine = '127.0.0.1';

const originOf = ({ port }: Preview) => `http://${thisMachine}:${port}`;

/** The pages become code that makes each of them when it is asked for, and is kept. */
const adapter: AstroAdapter = {
  name,
  serverEntrypoint: new URL('./site/app.ts', import.meta.url),
  entrypointResolution: 'auto',
  adapterFeatures: { buildOutput: 'server' },
  supportedAstroFeatures: { serverOutput: 'stable', sharpImageService: 'stable' },
};

/** Astro shows a stack trace for whatever a hook throws: what its user can mend is said here, and the command ends. */
async function orExit<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const sentence = troubleSentence(error);
    if (sentence === undefined) throw error;
    console.error(sentence);
    return exit(2);
  }
}
