import { buildSite } from '../build/build-site.ts';
import { openPublicBuild, publicBuildSettings } from '../build/public-build.ts';
import { commandHelp } from '../words/help.ts';
import { compilePages } from './compile-pages.ts';
import { defineCommand } from './door/command.ts';

/** `npm run build`: checks, then writes `dist/` for the public address and `server/` for the web server. */
export const command = defineCommand({
  help: commandHelp.build,
  options: { release: { type: 'boolean' } },
  words: 0,
  settings: publicBuildSettings,
  async run({ flags }, surroundings) {
    const opened = await openPublicBuild(surroundings, flags.release === true);
    if (!opened) return 1;
    await buildSite(opened, compilePages);
    return 0;
  },
});
