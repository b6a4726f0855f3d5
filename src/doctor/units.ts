import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Folders in which systemd looks for the units that somebody sets up. */
const unitFolders = ['/etc/systemd/system', '/usr/local/lib/systemd/system', '/usr/lib/systemd/system'];

/** The command that a unit is handled by where it is set up (its name with its ending), else what somebody types who has none. */
export function unitOr(unit: string, command: string, byHand: string): string {
  return unitFolders.some((folder) => existsSync(join(folder, unit))) ? command : byHand;
}
