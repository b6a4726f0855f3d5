import { openPreview, previewSettings } from '../build/preview.ts';
import { startPreview } from '../integration.ts';
import { choosePort } from '../settings/port.ts';
import { commandHelp } from '../words/help.ts';
import { defineCommand } from './door/command.ts';
import { untilStopped } from './door/signals.ts';

/** `npm run dev`: preview while writing. Goes on with errors; terminal and pages show them. */
export const command = defineCommand({
  help: commandHelp.dev,
  options: {},
  words: 0,
  settings: previewSettings,
  async run(_args, surroundings) {
    const preview = openPreview(await choosePort(surroundings), surroundings);
    const server = await startPreview(preview);
    await untilStopped();
    await server.stop();
    return 0;
  },
});
