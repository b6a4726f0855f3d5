import { resolve } from 'node:path';
import { UserError } from '../../model/user-error.ts';
import { type Data, withData } from '../../store/open-data.ts';
import { formerAddressesAt } from '../../store/queries/domain-renames.ts';
import { subscribersWithProof } from '../../store/queries/export.ts';
import { leavers } from '../../store/queries/leavers.ts';
import { linkHashes } from '../../store/queries/links.ts';
import { writeCsv } from '../../subscription/operator/csv.ts';
import { aboErrors, aboHelp, aboWords } from '../../words/abo-commands.ts';
import { defineCommand } from '../door/command.ts';
import { writeLongFile } from './new-file.ts';

/** `abo export FILE`: subscribers with status and consent, and those who left as hashes. Never overwrites. */
export const command = defineCommand({
  help: aboHelp.export,
  options: {},
  words: 1,
  settings: ['DATA_DIR'],
  async run({ words: [file] }, surroundings) {
    if (file === undefined) throw new UserError(aboErrors.fileMissing('export'));
    const counts = { subscribers: 0, gone: 0 };
    await withData(surroundings, (data) => writeLongFile(resolve(surroundings.root, file), table(data, counts)));
    surroundings.print(aboWords.exported(file, counts.subscribers, counts.gone));
    return 0;
  },
});

/** Lines that are in memory at a time. */
const most = 1000;

/**
 * The table in stretches. Whoever leaves while it is made may stand in it as both: the import of it lets the stricter line
 * count.
 */
async function* table({ db, secret }: Data, counts: { subscribers: number; gone: number }): AsyncGenerator<string> {
  yield writeCsv([], []);
  for (let after: string | undefined = ''; after !== undefined; ) {
    const rows = await subscribersWithProof(db, after, most);
    if (rows.length > 0) {
      const links = await linkHashes(
        db,
        rows.map(({ addressKey }) => addressKey),
        secret,
      );
      const former = await formerAddressesAt(
        db,
        rows.map(({ consentId }) => consentId),
      );
      const lines = rows.map(({ addressKey, ...row }) => ({
        ...row,
        formerLinks: (links.get(addressKey) ?? []).join(' '),
        formerAddresses: (former.get(row.consentId) ?? [])
          .map(({ email, renamedAt }) => `${email} ${renamedAt}`)
          .join(' '),
      }));
      yield writeCsv(lines, [], { isFirst: false });
    }
    counts.subscribers += rows.length;
    after = rows.length < most ? undefined : rows.at(-1)?.addressKey;
  }
  for (let after: string | undefined = ''; after !== undefined; ) {
    const gone = await leavers(db, after, most);
    yield writeCsv([], gone, { isFirst: false });
    counts.gone += gone.length;
    after = gone.length < most ? undefined : gone.at(-1)?.addressHash;
  }
}
