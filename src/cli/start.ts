import { join } from 'node:path';
import { writeFrame } from '../subscription/data-folder.ts';
import { serviceFacts } from '../views/service-facts.ts';
import { commandWords } from '../words/commands.ts';
import { buildSite, checkForBuild } from './build.ts';
import type { Command } from './command.ts';
import { choosePort } from './port.ts';
import { runService } from './service-process.ts';
import { untilStopped } from './signals.ts';
import { serveSite } from './site-server.ts';

/**
 * `npm start`: builds for the address that it then serves, so that every link in page, feed and mail works there, and
 * runs the Abo service at the same address.
 */
export const command: Command = {
  options: {},
  words: 0,
  async run(_args, surroundings) {
    const port = await choosePort(surroundings);
    const origin = `http://127.0.0.1:${port}`;
    const library = checkForBuild(surroundings);
    if (!library) return 1;
    surroundings.print(commandWords.building);
    const shell = await buildSite(origin, surroundings);
    // Not in server/, where a service for readers may be looking.
    const siteFolder = join(surroundings.root, '.cache', 'abo');
    const facts = serviceFacts(library, origin, origin, surroundings.env.SITE_COMMIT || undefined);
    writeFrame(siteFolder, facts, shell);

    const { service, settings } = await runService(siteFolder, surroundings);
    const server = await serveSite(join(surroundings.root, 'dist'), port, service.listener);
    surroundings.print(`${commandWords.localOnly}\n${commandWords.aboMails(settings.smtpUrl !== undefined)}`);
    surroundings.print(`\n${commandWords.running(`${origin}/`)}`);
    await untilStopped();
    server.closeAllConnections();
    server.close();
    await service.stop();
    return 0;
  },
};
