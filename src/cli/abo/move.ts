import { resolve } from 'node:path';
import { UserError } from '../../model/user-error.ts';
import { databaseUrlFault } from '../../settings/kinds.ts';
import type { Surroundings } from '../../settings/surroundings.ts';
import { dataFiles } from '../../store/data-folder.ts';
import { shownAddress } from '../../store/engine/postgres.ts';
import { toMoment } from '../../store/moments.ts';
import { moveData } from '../../store/move.ts';
import { folderTarget, serverTarget } from '../../store/move-target.ts';
import { dataPlace, withData } from '../../store/open-data.ts';
import { aboHelp } from '../../words/abo-commands.ts';
import { moveErrors, moveWords } from '../../words/move.ts';
import { settingFaults } from '../../words/settings.ts';
import { defineCommand } from '../door/command.ts';

/**
 * `abo move TARGET`: all data from where they are to an empty database of PostgreSQL or an empty folder, compared, then the
 * source marked. The key goes along to a folder; to PostgreSQL it stays in the data folder.
 */
export const command = defineCommand({
  help: aboHelp.move,
  options: {},
  words: 1,
  settings: ['DATA_DIR', 'BACKUP_DIR', 'DATABASE_PASSWORD_FILE'],
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
        const { url, folder } = target;
        const place = url === undefined ? folderTarget(folder, source.folder) : serverTarget({ folder, url });
        const content = await moveData(db, place, toMoment(now));
        print(
          moveWords.moved(to, {
            subscribers: content.subscriber.rows,
            proofs: content.consent.rows,
            leavers: content.leaver.rows,
            rows: Object.values(content).reduce((sum, { rows }) => sum + rows, 0),
          }),
        );
        print(moveWords.marked(from));
        print(url === undefined ? moveWords.nowFolder(folder) : moveWords.nowPostgres(key));
      },
      { mayHaveMoved: true },
    );
    return 0;
  },
});

/** Where to, as it was named. */
function targetOf(named: string | undefined, { root, settings }: Surroundings<'DATA_DIR' | 'DATABASE_PASSWORD_FILE'>) {
  if (named === undefined) throw new UserError(moveErrors.noTarget);
  // One that lacks a slash is no folder either: its name would show the password.
  if (!/^[a-z][a-z\d+.-]+:|^[^/.].*:.*@/i.test(named)) return { folder: resolve(root, named), url: undefined };
  const fault = databaseUrlFault(named);
  if (fault?.ambiguous !== undefined) {
    throw new UserError(settingFaults.ambiguous(moveWords.target, fault.ambiguous, undefined));
  }
  if (fault?.parameter) {
    throw new UserError(settingFaults.parameter(moveWords.target, fault.parameter.right, fault.parameter.written));
  }
  if (fault) throw new UserError(moveErrors.notAnAddress('postgres://kurrende@db.example/kurrende'));
  return { folder: resolve(root, settings.DATA_DIR), url: withPassword(named, settings) };
}

/** The password that will be the service's, from the file of its setting. One that stands there for the source is no other server's. */
function withPassword(
  address: string,
  {
    DATABASE_URL: source,
    DATABASE_PASSWORD_FILE: password,
  }: Surroundings<'DATA_DIR' | 'DATABASE_PASSWORD_FILE'>['settings'],
): string {
  const url = new URL(address);
  if (source !== undefined || password === undefined || url.username === '' || url.password !== '') return address;
  url.password = encodeURIComponent(password);
  return url.href;
}
