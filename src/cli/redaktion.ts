import getPort, { portNumbers } from 'get-port';
import { listen, stopListening } from '../delivery/listen.ts';
import { redaktionSettings, startRedaktion } from '../redaktion/start.ts';
import { listenTrouble } from '../settings/listen-trouble.ts';
import { commandHelp } from '../words/help.ts';
import { redaktionCommand } from '../words/redaktion.ts';
import { defineCommand } from './door/command.ts';
import { untilStopped } from './door/signals.ts';

/** A file of 50 MB over a slow line. */
const patience = { headers: 10_000, request: 300_000 };

/** `npm run redaktion`: the editors' desk in the browser, on this machine or behind a proxy that knows everybody. */
export const command = defineCommand({
  help: commandHelp.redaktion,
  options: {},
  words: 0,
  settings: redaktionSettings,
  async run(_args, surroundings) {
    const { REDAKTION_HOST: host, REDAKTION_PORT: wanted } = surroundings.settings;
    const named = { hostSetting: 'REDAKTION_HOST', portSetting: 'REDAKTION_PORT' };
    const port =
      wanted ??
      (await getPort({ port: portNumbers(4395, 4399), host }).catch((error) => {
        throw listenTrouble(error, { host, port: 4395, ...named });
      }));
    const redaktion = await startRedaktion(port, surroundings);
    const server = await listen(redaktion.listener, host, port, patience).catch((error) => {
      throw listenTrouble(error, { host, port, ...named });
    });
    const stopped = untilStopped();
    if (redaktion.isBehindProxy) surroundings.print(redaktionCommand.behindProxy(redaktion.address));
    else surroundings.print(`${redaktionCommand.tokenInAddress}\n\n${redaktionCommand.running(redaktion.address)}`);
    void redaktion.prepare();
    await stopped;
    await stopListening(server, 5_000);
    await redaktion.stop();
    return 0;
  },
});
