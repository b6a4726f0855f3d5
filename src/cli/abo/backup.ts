import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../../model/user-error.ts';
import { backUpDatabase } from '../../store/backup.ts';
import { dataFiles } from '../../store/data-folder.ts';
import { dataFolder, withData } from '../../store/open-data.ts';
import { aboErrors, aboHelp, aboWords } from '../../words/abo-commands.ts';
import { defineCommand } from '../door/command.ts';
import { writeNewFile } from './new-file.ts';

/** `abo backup FOLDER`: database and key into a folder, also while the service runs. Never overwrites. */
export const command = defineCommand({
  help: aboHelp.backup,
  options: {},
  words: 1,
  settings: ['DATA_DIR'],
  async run({ words: [folder] }, surroundings) {
    if (folder === undefined) throw new UserError(aboErrors.folderMissing('backup'));
    const from = dataFiles(dataFolder(surroundings));
    const to = dataFiles(resolve(surroundings.root, folder));
    for (const file of [to.database, to.key]) {
      if (existsSync(file)) throw new UserError(aboErrors.fileExists(file));
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
});

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    throw new UserError(aboErrors.notWritable(folder));
  }
}
