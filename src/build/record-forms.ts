import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Removes records from `.cache/` that versions of the product wrote in another form: their names are that of the record
 * with a number. Whatever version runs finds only those that it can understand.
 */
export function clearOtherForms(root: string, record: string, form: number): void {
  const folder = join(root, '.cache');
  const ofRecord = new RegExp(`^${record}(?:-(\\d+))?(?:-\\w+)?$`);
  for (const name of readdirSync(folder)) {
    const found = ofRecord.exec(name);
    if (found && found[1] !== String(form)) rmSync(join(folder, name), { force: true });
  }
}
