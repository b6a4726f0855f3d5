import { listen, stopListening } from '../delivery/listen.ts';
import { UserError } from '../model/user-error.ts';
import { listenTrouble } from '../settings/listen-trouble.ts';
import { outboxFolder, runService } from '../subscription/run-service.ts';
import { serviceSettings } from '../subscription/service.ts';
import { siteFolder } from '../subscription/web/frame-folder.ts';
import { commandErrors, commandWords } from '../words/commands.ts';
import { commandHelp } from '../words/help.ts';
import { defineCommand } from './door/command.ts';
import { untilStopped } from './door/signals.ts';

/**
 * `npm run service`: the Abo service by itself, behind a web server, with what `npm run build` left in `server/abo/`. Without
 * a mail server it starts only for a trial: readers would wait for a mail that nobody sends.
 */
export const command = defineCommand({
  help: commandHelp.service,
  options: { outbox: { type: 'boolean' } },
  words: 0,
  settings: ['ABO_HOST', 'ABO_PORT', 'ABO_SITE', 'DATA_DIR', 'BACKUP_DIR', ...serviceSettings],
  async run({ flags }, surroundings) {
    const { ABO_HOST: host, ABO_PORT: port, SMTP_URL: smtpUrl } = surroundings.settings;
    if (smtpUrl === undefined && flags.outbox !== true) throw new UserError(commandErrors.aboWithoutMailServer);
    const service = await runService(siteFolder(surroundings), surroundings);
    const server = await listen(service.listener, host, port).catch(async (error) => {
      await service.stop();
      throw listenTrouble(error, { host, port, hostSetting: 'ABO_HOST', portSetting: 'ABO_PORT' });
    });
    const stopped = untilStopped();
    surroundings.print(commandWords.aboMails(smtpUrl === undefined ? outboxFolder(surroundings) : undefined));
    surroundings.print(commandWords.aboRunning(`http://${host}:${port}/`));
    await stopped;
    await stopListening(server);
    await service.stop();
    return 0;
  },
});
