import { lockSite } from '../build/build-lock.ts';
import { publicBuildSettings } from '../build/build-settings.ts';
import { publicInputs, tellUnchanged } from '../build/unchanged.ts';
import { commandHelp } from '../words/help.ts';
import { compilePages } from './compile-pages.ts';
import { defineCommand } from './door/command.ts';
import { thisCall, thisLookBack } from './door/nothing-to-do.ts';

/** `npm run build`: checks, then brings `dist/` for the public address and `server/` for the web server up to date. */
export const command = defineCommand({
  help: commandHelp.build,
  options: {
    release: { type: 'boolean' },
    full: { type: 'boolean' },
    'no-search': { type: 'boolean' },
    'no-compression': { type: 'boolean' },
  },
  words: 0,
  settings: publicBuildSettings,
  async run({ flags }, surroundings) {
    const release = lockSite(surroundings);
    try {
      const options = {
        release: flags.release === true,
        full: flags.full === true,
        withoutSearch: flags['no-search'] === true,
        withoutCompression: flags['no-compression'] === true,
      };
      const inputs = publicInputs(surroundings, options, thisCall(), thisLookBack(surroundings.root));
      if (!options.full && tellUnchanged(surroundings, inputs)) return 0;
      // Most of the product: not loaded where there is nothing to do.
      const { buildPublicSite } = await import('../build/public-build.ts');
      return (await buildPublicSite(surroundings, options, inputs, compilePages)) ? 0 : 1;
    } finally {
      release();
    }
  },
});
