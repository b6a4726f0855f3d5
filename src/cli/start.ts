import { join } from 'node:path';
import { responseHeaders } from '../delivery/headers.ts';
import { commandWords } from '../words/commands.ts';
import { buildSite, checkForBuild } from './build.ts';
import type { Command } from './command.ts';
import { choosePort } from './port.ts';
import { serveSite } from './site-server.ts';

/** `npm start`: builds for the address that it then serves, so that every link in page and feed works there. */
export const command: Command = {
  options: {},
  words: 0,
  async run(_args, surroundings) {
    const port = await choosePort(surroundings);
    const origin = `http://127.0.0.1:${port}`;
    const library = await checkForBuild(surroundings);
    if (!library) return 1;
    surroundings.print(commandWords.building);
    await buildSite(library, origin, surroundings);
    const server = await serveSite(join(surroundings.root, 'dist'), port, responseHeaders({ origin, formTargets: [] }));
    surroundings.print(`${commandWords.localOnly}\n\n${commandWords.running(`${origin}/`)}`);
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
    });
    server.closeAllConnections();
    server.close();
    return 0;
  },
};
