import { listen, stopListening } from '../delivery/listen.ts';
import { UserError } from '../model/user-error.ts';
import { outboxFolder, runService } from '../subscription/run-service.ts';
import { serviceSettings } from '../subscription/service.ts';
import { siteFolder } from '../subscription/web/frame-folder.ts';
import { commandErrors, commandWords } from '../words/commands.ts';
import { commandHelp } from '../words/help.ts';
import { defineCommand } from './door/command.ts';
import { untilStopped } from './door/signals.ts';

/** `npm run service`: the Abo service by itself, behind a web server, with what `npm run build` left in `server/abo/`. */
export const command = defineCommand({
  help: commandHelp.service,
  options: {},
  words: 0,
  settings: ['ABO_HOST', 'ABO_PORT', 'ABO_SITE', 'DATA_DIR', ...serviceSettings],
  async run(_args, surroundings) {
    const { ABO_HOST: host, ABO_PORT: port, SMTP_URL: smtpUrl } = surroundings.settings;
    const service = await runService(siteFolder(surroundings), surroundings);
    const server = await listen(service.listener, host, port).catch(async (error: NodeJS.ErrnoException) => {
      await service.stop();
      if (error.code === 'EADDRINUSE') throw new UserError(commandErrors.aboPortBusy(port));
      throw error;
    });
    surroundings.print(commandWords.aboMails(smtpUrl === undefined ? outboxFolder(surroundings) : undefined));
    surroundings.print(commandWords.aboRunning(`http://${host}:${port}/`));
    await untilStopped();
    await stopListening(server);
    await service.stop();
    return 0;
  },
});
