import { buildSite, writeServerFiles } from '../build/build-site.ts';
import { checkForBuild } from '../build/check-for-build.ts';
import { leaveFrame } from '../build/service-frame.ts';
import { siteFolder } from '../subscription/web/frame-folder.ts';
import { commandWords } from '../words/commands.ts';
import { commandHelp } from '../words/help.ts';
import { defineCommand } from './door/command.ts';

/** `npm run build`: checks, then writes `dist/` for the public address and `server/` for the web server. */
export const command = defineCommand({
  help: commandHelp.build,
  options: { release: { type: 'boolean' } },
  words: 0,
  settings: ['BUILD_DATE', 'SITE_COMMIT', 'ABO_SITE'],
  async run({ flags }, surroundings) {
    const library = await checkForBuild(surroundings, flags.release === true);
    if (!library) return 1;
    const { publicUrl, aboUrl } = library.site;
    const shell = await buildSite(library, publicUrl, surroundings);
    writeServerFiles(library, surroundings);
    if (aboUrl) leaveFrame(siteFolder(surroundings), shell, library, { siteUrl: publicUrl, aboUrl }, surroundings);
    surroundings.print(commandWords.built('dist', publicUrl));
    return 0;
  },
});
