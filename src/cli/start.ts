import { join } from 'node:path';
import { build } from 'astro';
import { checkForBuild } from '../build/check-for-build.ts';
import { leaveFrame } from '../build/service-frame.ts';
import { responseHeaders } from '../delivery/headers.ts';
import { stopListening } from '../delivery/listen.ts';
import { serveSite } from '../delivery/site-server.ts';
import { astroConfig } from '../integration.ts';
import { choosePort } from '../settings/port.ts';
import { outboxFolder, runService } from '../subscription/run-service.ts';
import { commandWords } from '../words/commands.ts';
import { commandHelp } from '../words/help.ts';
import type { Command } from './door/command.ts';
import { untilStopped } from './door/signals.ts';

/**
 * `npm start`: builds for the address that it then serves, so that every link in page, feed and mail works there. The
 * Abo service answers at the same address, if the site has an Abo.
 */
export const command: Command = {
  help: commandHelp.start,
  options: {},
  words: 0,
  async run(_args, surroundings) {
    const { root, print } = surroundings;
    const port = await choosePort(surroundings);
    const origin = `http://127.0.0.1:${port}`;
    const library = await checkForBuild(surroundings);
    if (!library) return 1;
    print(commandWords.building);
    // Not in server/, where a service for readers may be looking.
    const folder = join(root, '.cache', 'abo');
    const urls = { siteUrl: origin, aboUrl: origin };
    const finish = (shell: string) => leaveFrame(folder, shell, library, urls, surroundings);
    await build({ ...astroConfig({ build: { library, origin, surroundings, finish } }), logLevel: 'error' });

    const abo = library.site.aboUrl ? await runService(folder, surroundings) : undefined;
    const headers = responseHeaders({ origin, formTargets: [] });
    const server = await serveSite(join(root, 'dist'), port, headers, abo?.service.listener);
    print(commandWords.localOnly);
    if (abo) print(commandWords.aboMails(abo.settings.smtpUrl === undefined ? outboxFolder(surroundings) : undefined));
    print(`\n${commandWords.running(`${origin}/`)}`);
    await untilStopped();
    await stopListening(server, 2_000);
    await abo?.service.stop();
    return 0;
  },
};
