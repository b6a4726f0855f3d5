import { existsSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../../model/user-error.ts';
import { dataFiles, makeDataFolder } from '../../store/data-folder.ts';
import { dataFolder, withData } from '../../store/open-data.ts';
import { aboErrors, aboHelp, aboWords } from '../../words/abo-commands.ts';
import { defineCommand } from '../door/command.ts';
import { writeNewFile } from './new-file.ts';

/** `abo restore FOLDER`: puts a backup back where nothing is, if it opens. */
export const command = defineCommand({
  help: aboHelp.restore,
  options: {},
  words: 1,
  settings: ['DATA_DIR'],
  async run({ words: [folder] }, surroundings) {
    if (folder === undefined) throw new UserError(aboErrors.folderMissing('restore'));
    const from = dataFiles(resolve(surroundings.root, folder));
    const to = dataFiles(dataFolder(surroundings));
    if (!existsSync(from.database) || !existsSync(from.key)) throw new UserError(aboErrors.notABackup(folder));
    // A write-ahead log of another database would be taken for the restored one's.
    const restored = [to.database, `${to.database}-wal`, `${to.database}-shm`, to.key];
    for (const file of restored) {
      if (existsSync(file)) throw new UserError(aboErrors.dataInTheWay(file));
    }
    makeDataFolder(dataFolder(surroundings));
    writeNewFile(to.key, readFileSync(from.key));
    writeNewFile(to.database, readFileSync(from.database));
    try {
      await withData(surroundings, async () => {});
    } catch (error) {
      for (const file of restored) rmSync(file, { force: true });
      throw error;
    }
    surroundings.print(aboWords.restored(dataFolder(surroundings)));
    return 0;
  },
});
