import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { backUpDatabase } from '../../subscription/backup.ts';
import { dataFiles } from '../../subscription/data-folder.ts';
import { aboErrors, aboHelp, aboWords } from '../../words/abo-commands.ts';
import { type Command, CommandError } from '../command.ts';
import { dataFolder, withData } from '../service-process.ts';
import { writeNewFile } from './new-file.ts';

/** `abo backup FOLDER`: database and key into a folder, also while the service runs. Never overwrites. */
export const command: Command = {
  help: aboHelp.backup,
  options: {},
  words: 1,
  async run({ words: [folder] }, surroundings) {
    if (folder === undefined) throw new CommandError(aboErrors.folderMissing('backup'));
    const from = dataFiles(dataFolder(surroundings));
    const to = dataFiles(resolve(surroundings.root, folder));
    for (const file of [to.database, to.key]) {
      if (existsSync(file)) throw new CommandError(aboErrors.fileExists(file));
    }
    await withData(surroundings, async () => {
      makeFolder(resolve(surroundings.root, folder));
      writeNewFile(to.database, '');
      await backUpDatabase(from.database, to.database);
      writeNewFile(to.key, readFileSync(from.key));
    });
    surroundings.print(aboWords.backedUp(folder));
    return 0;
  },
};

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    throw new CommandError(aboErrors.notWritable(folder));
  }
}
