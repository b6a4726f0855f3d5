import { domainOf, parseAddress } from '../../model/mail-address.ts';
import { UserError } from '../../model/user-error.ts';
import { whileNobodySends } from '../../sending/as-sender.ts';
import { listLeavers } from '../../store/leaver-list.ts';
import { toMoment } from '../../store/moments.ts';
import { type Data, listFolder, withData } from '../../store/open-data.ts';
import { isRenamed } from '../../store/queries/domain-renames.ts';
import { type Renamed, renameDomain, tryRenaming } from '../../store/queries/rename-domain.ts';
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
    const partsFor = ({ secret }: Data) => ({
      now: toMoment(now),
      newId,
      hashOf: (key: string) => secret.hash('leaver', key),
    });
    if (flags['dry-run'] === true) {
      // Done and undone in one step: whoever is at work sees nothing of it.
      const [would, isKnown] = await withData(surroundings, async (data) => [
        await tryRenaming(data.db, rename, partsFor(data)),
        await isRenamed(data.db, rename),
      ]);
      refuseTypo(from, would, isKnown);
      print(isNothing(would) ? renameWords.nothing(from, to) : renameWords.plan(from, to, would));
      print(renameWords.dryRun);
      return 0;
    }
    await whileNobodySends(surroundings, async (data) => {
      const { db } = data;
      const isKnown = await isRenamed(db, rename);
      if (!isKnown) refuseTypo(from, await tryRenaming(db, rename, partsFor(data)), isKnown);
      const done = await renameDomain(db, rename, partsFor(data));
      await listLeavers(db, listFolder(surroundings), toMoment(now));
      if (isNothing(done)) {
        print(renameWords.nothing(from, to));
        return;
      }
      print(renameWords.done(from, to, done));
      print(renameWords.renamed);
      if (done.notices + done.requests > 0) print(renameWords.mailsFollow);
    });
    return 0;
  },
});

const isNothing = (renamed: Renamed) => Object.values(renamed).every((count) => count === 0);

/** A domain that nobody has is a misspelt one, unless it was renamed before: then others may have come since, or not. */
function refuseTypo(from: string, would: Renamed, isKnown: boolean): void {
  if (!isKnown && isNothing(would)) throw new UserError(renameErrors.nobody(from));
}

/** A domain as addresses have it. */
function domainNamed(text: string): string {
  const address = parseAddress(`a@${text.replace(/^@/, '')}`);
  if (!address) throw new UserError(renameErrors.notADomain(text));
  return domainOf(address.email);
}
