import type { Migration } from 'kysely/migration';
import { subscriptions } from './0001-subscriptions.ts';
import { limits } from './0002-limits.ts';
import { mailings } from './0003-mailings.ts';
import { edition } from './0004-edition.ts';
import { mailWording } from './0005-mail-wording.ts';
import { linksByKey } from './0006-links-by-key.ts';
import { lastTimes } from './0007-last-times.ts';
import { notices } from './0008-notices.ts';
import { whatComesBack } from './0009-what-comes-back.ts';
import { severalMachines } from './0010-several-machines.ts';
import { unfinishedMoves } from './0011-unfinished-moves.ts';
import { mailboxTroubleTable } from './0012-mailbox-troubles.ts';

/** Every version of the tables, in order. A released one never changes; a new one is a new file and a line here. */
export const migrations: Record<string, Migration> = {
  '0001-subscriptions': subscriptions,
  '0002-limits': limits,
  '0003-mailings': mailings,
  '0004-edition': edition,
  '0005-mail-wording': mailWording,
  '0006-links-by-key': linksByKey,
  '0007-last-times': lastTimes,
  '0008-notices': notices,
  '0009-what-comes-back': whatComesBack,
  '0010-several-machines': severalMachines,
  '0011-unfinished-moves': unfinishedMoves,
  '0012-mailbox-troubles': mailboxTroubleTable,
};
