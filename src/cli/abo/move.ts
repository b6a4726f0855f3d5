import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../../model/user-error.ts';
import type { Surroundings } from '../../settings/surroundings.ts';
import { dataFiles, makeDatabaseFile, makeDataFolder } from '../../store/data-folder.ts';
import { isPostgresUrl, shownAddress } from '../../store/engine/postgres.ts';
import { leaverList } from '../../store/leaver-list.ts';
import { toMoment } from '../../store/moments.ts';
import { moveData } from '../../store/move.ts';
import { dataPlace, withData, withTarget } from '../../store/open-data.ts';
import { aboHelp } from '../../words/abo-commands.ts';
import { moveErrors, moveWords } from '../../words/move.ts';
import { defineCommand } from '../door/command.ts';
import { writeNewFile } from './new-file.ts';

/**
 * `abo move TARGET`: all data from where they are to an empty database of PostgreSQL or an empty folder, compared, then the
 * source marked. The key goes along to a folder; to PostgreSQL it stays in the data folder.
 */
export const command = defineCommand({
  help: aboHelp.move,
  options: {},
  words: 1,
  settings: ['DATA_DIR', 'BACKUP_DIR'],
  async run({ words: [named] }, surroundings) {
    const { now, print } = surroundings;
    const source = dataPlace(surroundings);
    const { key } = dataFiles(source.folder);
    const target = targetOf(named, surroundings);
    const from = source.url === undefined ? dataFiles(source.folder).database : shownAddress(source.url);
    const to = target.url === undefined ? dataFiles(target.folder).database : shownAddress(target.url);
    if (from === to) throw new UserError(moveErrors.samePlace);
    await withData(
      surroundings,
      async ({ db }) => {
        if (target.url === undefined) prepareFolder(target.folder, key);
        // Before, so that a target that becomes whole has them; and after, since somebody may have left until then.
        if (target.url === undefined) takeAlong(source.folder, target.folder, key);
        const content = await withTarget(target, (targetDb) => moveData(db, targetDb, toMoment(now)));
        if (target.url === undefined) takeAlong(source.folder, target.folder, key);
        print(
          moveWords.moved(to, {
            subscribers: content.subscriber.rows,
            proofs: content.consent.rows,
            leavers: content.leaver.rows,
            rows: Object.values(content).reduce((sum, { rows }) => sum + rows, 0),
          }),
        );
        print(moveWords.marked(from));
        print(target.url === undefined ? moveWords.nowFolder(target.folder) : moveWords.nowPostgres(key));
      },
      { mayHaveMoved: true },
    );
    return 0;
  },
});

/** Where to, as it was named. */
function targetOf(named: string | undefined, { root, settings }: Surroundings<'DATA_DIR'>) {
  if (named === undefined) throw new UserError(moveErrors.noTarget);
  if (!/^\w+:\/\//.test(named)) return { folder: resolve(root, named), url: undefined };
  const isAddress = isPostgresUrl(named) && URL.canParse(named) && new URL(named).pathname.length > 1;
  if (!isAddress) throw new UserError(moveErrors.notAnAddress('postgres://kurrende@db.example/kurrende'));
  return { folder: resolve(root, settings.DATA_DIR), url: named };
}

/** Refuses a folder whose key is another. The database's file is made closed to others. */
function prepareFolder(folder: string, key: string): void {
  const own = dataFiles(folder).key;
  if (existsSync(own) && !readFileSync(own).equals(readFileSync(key))) throw new UserError(moveErrors.otherKey(own));
  makeDataFolder(folder);
  makeDatabaseFile(folder);
}

/** The key, and the list of leavers where that lies with the data. */
function takeAlong(from: string, to: string, key: string): void {
  const own = dataFiles(to).key;
  if (!existsSync(own)) writeNewFile(own, readFileSync(key));
  const list = leaverList(from);
  if (existsSync(list)) copyFileSync(list, leaverList(to));
}
