import { listen, stopListening } from '../subscription/server.ts';
import { commandErrors, commandWords } from '../words/commands.ts';
import { commandHelp } from '../words/help.ts';
import { type Command, CommandError } from './command.ts';
import { outboxFolder, runService, siteFolder } from './service-process.ts';
import { untilStopped } from './signals.ts';

/** `npm run service`: the Abo service by itself, behind a web server, with what `npm run build` left in `server/abo/`. */
export const command: Command = {
  help: commandHelp.service,
  options: {},
  words: 0,
  async run(_args, surroundings) {
    const { service, settings } = await runService(siteFolder(surroundings), surroundings);
    const { host, port, smtpUrl } = settings;
    const server = await listen(service.listener, host, port).catch(async (error: NodeJS.ErrnoException) => {
      await service.stop();
      if (error.code === 'EADDRINUSE') throw new CommandError(commandErrors.aboPortBusy(port));
      throw error;
    });
    surroundings.print(commandWords.aboMails(smtpUrl === undefined ? outboxFolder(surroundings) : undefined));
    surroundings.print(commandWords.aboRunning(`http://${host}:${port}/`));
    await untilStopped();
    await stopListening(server);
    await service.stop();
    return 0;
  },
};
