import { dev } from 'astro';
import { openPreview } from '../build/preview.ts';
import { astroConfig } from '../integration.ts';
import { choosePort } from '../settings/port.ts';
import { commandHelp } from '../words/help.ts';
import type { Command } from './door/command.ts';
import { untilStopped } from './door/signals.ts';

/** `npm run dev`: preview while writing. Goes on with errors; terminal and pages show them. */
export const command: Command = {
  help: commandHelp.dev,
  options: {},
  words: 0,
  async run(_args, surroundings) {
    const preview = openPreview(await choosePort(surroundings), surroundings);
    const server = await dev({ ...astroConfig({ preview }), logLevel: 'warn' });
    await untilStopped();
    await server.stop();
    return 0;
  },
};
