import { join, sep } from 'node:path';
import { dev } from 'astro';
import { astroSettings, inspected, openProject } from '../build/project.ts';
import { formatReading, hasErrors } from '../build/report.ts';
import { choosePort } from '../settings/port.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { workingDay } from '../settings/working-day.ts';
import { commandWords } from '../words/commands.ts';
import { commandHelp } from '../words/help.ts';
import { defineCommand } from './door/command.ts';
import { untilStopped } from './door/signals.ts';

/** `npm run dev`: preview while writing. Goes on with errors; terminal and pages show them. */
export const command = defineCommand({
  help: commandHelp.dev,
  options: {},
  words: 0,
  settings: ['BUILD_DATE', 'PORT'],
  async run(_args, surroundings) {
    const describe = describer(surroundings);
    surroundings.print(await describe());
    const port = await choosePort(surroundings);
    const origin = `http://127.0.0.1:${port}`;
    const { root } = surroundings;
    const settings = astroSettings(root, origin, 'preview');
    const server = await dev({ ...settings, server: { port, host: '127.0.0.1' }, logLevel: 'warn' });
    surroundings.print(`\n${commandWords.writing(`${origin}/`)}`);

    let said = await describe();
    server.watcher.on('all', async (_event, file) => {
      if (!file.startsWith(join(root, 'content') + sep)) return;
      const text = await describe();
      if (text !== said) surroundings.print(`\n${text}`);
      said = text;
    });
    await untilStopped();
    await server.stop();
    return 0;
  },
});

function describer(surroundings: Surroundings<'BUILD_DATE'>): () => Promise<string> {
  const read = openProject(surroundings);
  const today = workingDay(surroundings);
  return async () => {
    const preview = read({ today, mode: 'preview' });
    const text = formatReading(await inspected(read({ today, mode: 'publish' }), surroundings), preview);
    return hasErrors(preview) ? `${text}\n${commandWords.stillShown}` : text;
  };
}
