import type { ServerState } from '../store/engine/server-state.ts';
import { databaseWords as words } from '../words/doctor-database.ts';
import { serviceErrors } from '../words/service-errors.ts';
import type { SetupFinding } from './finding.ts';

/** The oldest version that has what we ask for (`pg_current_xact_id`). */
const oldestVersion = 130_000;
/** So far may the clocks of two machines stand apart. */
const mostSecondsApart = 10;
/** What one service and one sender may take. */
const connectionsNeeded = 22;

/** What is wrong with a PostgreSQL server, with what mends it; one finding that it is right where nothing is. */
export function databaseFindings(state: ServerState, now: Temporal.Instant): SetupFinding[] {
  const { topic } = words;
  const wrong = (text: string, remedy?: string): SetupFinding => ({ state: 'wrong', topic, text, remedy });
  const { version, encoding, mayCreate, foreignTables, connections } = state;
  const secondsAhead = Math.round(now.since(state.clock).total('seconds'));
  const found = [
    version < oldestVersion && wrong(words.old(version)),
    encoding !== 'UTF8' && wrong(words.encoding(encoding), words.encodingRemedy),
    mayCreate === undefined && wrong(words.noSchema, words.noSchemaRemedy),
    mayCreate === false && wrong(words.mayNotCreate, words.mayNotCreateRemedy),
    foreignTables > 0 && wrong(words.foreignTables(foreignTables), words.foreignTablesRemedy),
    state.isPooled ? wrong(serviceErrors.pooled) : !state.hasLocks && wrong(words.noLocks),
    Math.abs(secondsAhead) > mostSecondsApart && wrong(words.clock(secondsAhead), words.clockRemedy),
    connections.most - connections.open < connectionsNeeded &&
      wrong(words.connections(connections.open, connections.most)),
  ].filter((finding) => finding !== false);
  if (found.length > 0) return found;
  return [{ state: 'ok', topic, text: words.right(state.place, version, encoding, state.collation) }];
}

/** Whether this machine has the list of leavers that all machines share. */
export function sharedListFinding(backupDir: string | undefined, missing: number): SetupFinding {
  const { topic } = words;
  if (backupDir === undefined)
    return { state: 'missing', topic, text: words.listMissing, remedy: words.listMissingRemedy };
  return missing > 0
    ? { state: 'wrong', topic, text: words.listElsewhere(missing) }
    : { state: 'ok', topic, text: words.listShared };
}
