import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { UnitOr } from '../../doctor/mailbox-findings.ts';
import { doctorWords as words } from '../../words/doctor.ts';

/** Folders in which systemd looks for the units that somebody sets up. */
const unitFolders = ['/etc/systemd/system', '/usr/local/lib/systemd/system', '/usr/lib/systemd/system'];

/** Looks on this machine whether a unit is set up. */
export const unitOr: UnitOr = (unit, command, byHand) =>
  unitFolders.some((folder) => existsSync(join(folder, unit))) ? command : byHand;

/** How to start a service: by its unit, where that is set up. */
export const startOr = (unit: string, byHand: string) => unitOr(`${unit}.service`, words.unitStart(unit), byHand);
