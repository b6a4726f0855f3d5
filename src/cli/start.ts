import { join } from 'node:path';
import { lockSite } from '../build/build-lock.ts';
import { buildSite } from '../build/build-site.ts';
import { checkForBuild } from '../build/check-for-build.ts';
import { leaveFrame } from '../build/service-frame.ts';
import { responseHeaders } from '../delivery/headers.ts';
import { stopListening } from '../delivery/listen.ts';
import { serveSite } from '../delivery/site-server.ts';
import { choosePort } from '../settings/port.ts';
import { workingDay } from '../settings/working-day.ts';
import { outboxFolder, runService } from '../subscription/run-service.ts';
import { serviceSettings } from '../subscription/service.ts';
import { commandWords } from '../words/commands.ts';
import { commandHelp } from '../words/help.ts';
import { compilePages } from './compile-pages.ts';
import { defineCommand } from './door/command.ts';
import { untilStopped } from './door/signals.ts';

/**
 * `npm start`: builds for the address that it then serves, so that every link in page, feed and mail works there. The
 * Abo service answers at the same address, if the site has an Abo.
 */
export const command = defineCommand({
  help: commandHelp.start,
  options: {},
  words: 0,
  settings: ['PORT', 'BUILD_DATE', 'SITE_COMMIT', 'DATA_DIR', 'BACKUP_DIR', ...serviceSettings],
  async run(_args, surroundings) {
    const { root, settings, print } = surroundings;
    const release = lockSite(surroundings);
    const port = await choosePort(surroundings);
    const origin = `http://127.0.0.1:${port}`;
    const checked = await checkForBuild(surroundings);
    if (!checked) return 1;
    const { library } = checked;
    print(commandWords.building);
    // Not in server/, where a service for readers may be looking.
    const folder = join(root, '.cache', 'abo');
    const urls = { siteUrl: origin, aboUrl: origin };
    const finish = (shell: string) => leaveFrame(folder, shell, library, urls, surroundings);
    await buildSite({ library, origin, today: workingDay(surroundings), surroundings, finish }, compilePages);

    const abo = library.site.aboUrl ? await runService(folder, surroundings) : undefined;
    const headers = responseHeaders({ origin, formTargets: [] });
    const server = await serveSite(join(root, 'dist'), port, headers, abo?.listener);
    const stopped = untilStopped();
    print(commandWords.localOnly);
    if (abo) print(commandWords.aboMails(settings.SMTP_URL === undefined ? outboxFolder(surroundings) : undefined));
    print(`\n${commandWords.running(`${origin}/`)}`);
    await stopped;
    await stopListening(server, 2_000);
    await abo?.stop();
    release();
    return 0;
  },
});
