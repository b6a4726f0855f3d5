import { domainOf, parseAddress } from '../../model/mail-address.ts';
import { UserError } from '../../model/user-error.ts';
import { whileNobodySends } from '../../sending/as-sender.ts';
import { listLeavers } from '../../store/leaver-list.ts';
import { toMoment } from '../../store/moments.ts';
import { listFolder } from '../../store/open-data.ts';
import { renameDomain, tryRenaming } from '../../store/queries/rename-domain.ts';
import { aboHelp } from '../../words/abo-commands.ts';
import { renameErrors, renameWords } from '../../words/incoming.ts';
import { defineCommand } from '../door/command.ts';

/**
 * `abo rename-domain OLD NEW`: an administration has another domain from now on. All at once or not at all, and not while
 * an issue is on its way; `--dry-run` only says what would happen.
 */
export const command = defineCommand({
  help: aboHelp['rename-domain'],
  options: { 'dry-run': { type: 'boolean' } },
  words: 2,
  settings: ['DATA_DIR', 'BACKUP_DIR'],
  async run({ words: [from, to], flags }, surroundings) {
    if (from === undefined || to === undefined) throw new UserError(renameErrors.missing);
    const { now, uuid: newId, print } = surroundings;
    const rename = { formerDomain: domainNamed(from), domain: domainNamed(to) };
    if (rename.formerDomain === rename.domain) throw new UserError(renameErrors.same);
    await whileNobodySends(surroundings, async ({ db, secret }) => {
      const parts = { now: toMoment(now), newId, hashOf: (key: string) => secret.hash('leaver', key) };
      if (flags['dry-run'] === true) {
        print(renameWords.plan(from, to, await tryRenaming(db, rename, parts)));
        print(renameWords.dryRun);
        return;
      }
      print(renameWords.plan(from, to, await renameDomain(db, rename, parts)));
      await listLeavers(db, listFolder(surroundings), toMoment(now));
      print(renameWords.done);
    });
    return 0;
  },
});

/** A domain as addresses have it. */
function domainNamed(text: string): string {
  const address = parseAddress(`a@${text.replace(/^@/, '')}`);
  if (!address) throw new UserError(renameErrors.notADomain(text));
  return domainOf(address.email);
}
