import { join, sep } from 'node:path';
import { exit } from 'node:process';
import { pathToFileURL } from 'node:url';
import type { AstroAdapter, AstroConfig, AstroInlineConfig, AstroIntegration, HookParameters } from 'astro';
import { afterPages, beforePages, bundleFolder, pagesFolder, type SiteBuild } from './build/build-site.ts';
import { describeChanges, openPreview, type Preview, previewSettings } from './build/preview.ts';
import { productRoot } from './build/project.ts';
import { openPublicBuild, publicBuildSettings } from './build/public-build.ts';
import { publicFolder } from './model/content-files.ts';
import { UserError } from './model/user-error.ts';
import { openSurroundings } from './settings/open-surroundings.ts';
import { choosePort } from './settings/port.ts';
import { realSurroundings } from './settings/surroundings.ts';
import { troubleSentence } from './settings/trouble.ts';
import { commandErrors, commandWords } from './words/commands.ts';

/** What a command of ours has opened before it hands over to Astro. */
interface Opened {
  build?: SiteBuild;
  preview?: Preview;
}

/** Astro's configuration, as far as an integration says it. */
type Config = Parameters<HookParameters<'astro:config:setup'>['updateConfig']>[0];

const name = 'kurrende';

/**
 * What Astro needs of us: `astro build` does the work of `npm run build`, `astro dev` that of `npm run dev`. Those two
 * and `npm start` give what they have opened already; for Astro's own commands it is opened here, and what stands in
 * the way ends them with a sentence.
 */
export function kurrende(given?: Opened): AstroIntegration {
  const told = given ? <T>(work: () => T) => work() : orExit;
  let { build, preview }: Opened = given ?? {};

  return {
    name,
    hooks: {
      'astro:config:setup': async ({ command, config, isRestart, updateConfig, addMiddleware }) => {
        // A command of ours brings an integration of its own, beside the one in astro.config.mjs.
        if (!given && config.integrations.filter((one) => one.name === name).length > 1) return;
        if (command === 'build') {
          build ??= await told(() => buildOfAstro(config));
          updateConfig(configOfBuild(build));
        } else if (command === 'dev') {
          preview ??= await told(() => previewOfAstro(config, isRestart));
          updateConfig(configOfPreview(preview, config.server.host));
          addMiddleware({ order: 'pre', entrypoint: new URL('./site/middleware.ts', import.meta.url) });
        } else {
          updateConfig(await told(async () => folders(openSurroundings([], realSurroundings()).root)));
        }
      },
      'astro:config:done': ({ setAdapter }) => build && setAdapter(adapter),
      'astro:build:start': () => told(async () => build && beforePages(build)),
      'astro:build:done': () => told(async () => build && afterPages(build)),
      'astro:server:setup': ({ server }) => preview && describeChanges(preview, server.watcher),
      'astro:server:start': () => preview?.surroundings.print(`\n${commandWords.writing(`${originOf(preview)}/`)}`),
    },
  };
}

/** Astro's configuration for a command of ours: that of the product with what the command has opened. */
export function astroConfig(opened: Opened): AstroInlineConfig {
  return { root: productRoot, integrations: [kurrende(opened)] };
}

/** What `astro build` builds; content with errors, which have been told, ends it. */
async function buildOfAstro(config: AstroConfig): Promise<SiteBuild> {
  refuseOptions(config);
  return (await openPublicBuild(openSurroundings(publicBuildSettings, realSurroundings()))) ?? exit(1);
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

function configOfBuild({ origin, surroundings }: SiteBuild): Config {
  return {
    ...folders(surroundings.root),
    ...site(origin, false),
    outDir: folder(pagesFolder(surroundings)),
    build: { server: folder(bundleFolder(surroundings)) },
  };
}

function configOfPreview(preview: Preview, host: AstroConfig['server']['host']): Config {
  return {
    ...folders(preview.surroundings.root),
    ...site(originOf(preview), true),
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

/** Lets a build have its bundle where it wants it, in `build.server`. */
const adapter: AstroAdapter = {
  name,
  entrypointResolution: 'auto',
  adapterFeatures: { buildOutput: 'static', preserveBuildServerDir: true },
  supportedAstroFeatures: { staticOutput: 'stable', sharpImageService: 'stable' },
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
