/** Data from one place to another, so that never two go on mailing. */
import { UserError } from '../model/user-error.ts';
import { moveErrors } from '../words/move.ts';
import { type Content, contentOf, copyInto, emptyTables, holdsNothing, isSameContent } from './copy.ts';
import { engineOf } from './engine/engine.ts';
import type { MoveTarget } from './move-target.ts';
import { knownFingerprint } from './queries/leavers.ts';
import { markMoved, movedMarkOf, type Origin, unfinished, unmarkMoved } from './queries/moved.ts';
import type { Database, Moment } from './schema.ts';

/**
 * Copies all of `source` into the empty `target` and compares both, without marks. Throws a UserError if they aren't the same,
 * or the target isn't empty; nothing is left there then.
 */
export async function copyWhole(source: Database, target: Database): Promise<Content> {
  if (!(await holdsNothing(target))) throw new UserError(moveErrors.notEmpty(engineOf(target).place));
  return copyFrom(source, target);
}

/** The same, where it is known that the target is empty. */
export function copyFrom(source: Database, target: Database): Promise<Content> {
  return engineOf(source).atOneMoment(source, (from) => copyChecked(from, target));
}

/**
 * Takes away what a restore, or a move from the same `origin`, left unfinished in a target. Throws a UserError for anything
 * else: what another move left may be the only whole copy.
 */
export async function makeReady(target: Database, origin?: Origin): Promise<void> {
  const { place } = engineOf(target);
  const mark = await movedMarkOf(target);
  if (mark?.target === unfinished.move && !isSameOrigin(mark.origin, origin)) {
    throw new UserError(moveErrors.otherMove(place, mark.origin, origin));
  }
  if (mark?.target === (origin ? unfinished.move : unfinished.restore)) {
    await emptyTables(target);
    await unmarkMoved(target);
  } else if (mark || !(await holdsNothing(target))) throw new UserError(moveErrors.notEmpty(place));
}

function isSameOrigin(one: Origin | undefined, other: Origin | undefined): boolean {
  return one !== undefined && one.place === other?.place && one.key === other.key;
}

async function copyChecked(from: Database, target: Database): Promise<Content> {
  return target.transaction().execute(async (to) => {
    const read = await copyInto(to, from);
    if (!isSameContent(read, await contentOf(to))) throw new UserError(moveErrors.different(engineOf(target).place));
    return read;
  });
}

/**
 * Moves everything from `source` to the empty `target`: copied, compared, then the source marked, which refuses every change
 * from then on. At no moment do both take changes. What was broken off between the last two steps is brought to its end.
 * Throws a UserError where somebody is at work here or there, the target isn't empty, or what arrived isn't the same; what
 * is refused before it begins has made nothing in the target.
 */
export async function moveData(source: Database, target: MoveTarget, now: Moment): Promise<Content> {
  const from = engineOf(source);
  const origin: Origin = { place: from.place, key: await knownFingerprint(source) };
  const mark = await movedMarkOf(source);
  if (mark) {
    const isHere = mark.target === target.place && (await target.isThere());
    if (!isHere) throw new UserError(moveErrors.movedBefore(from.place, mark.target));
    return target.open((there) => bringToEnd(source, there, target, origin));
  }
  const alone = await from.beAlone(source);
  if (!alone) throw new UserError(moveErrors.atWork(from.place));
  try {
    await target.refuseOther();
    return await target.open((there, begin) => moveInto(source, there, { target, origin, begin, now }));
  } finally {
    await alone.leave();
  }
}

interface Move {
  target: MoveTarget;
  origin: Origin;
  /** To be called when the target says by itself that it isn't whole. */
  begin: () => void;
  now: Moment;
}

async function moveInto(source: Database, there: Database, { target, origin, begin, now }: Move): Promise<Content> {
  const [from, to] = [engineOf(source), engineOf(there)];
  // Another move or a restore may be filling it, and what a restore left behind is its own to make whole.
  const alone = await to.beAlone(there);
  if (!alone) throw new UserError(moveErrors.atWork(to.place));
  try {
    await makeReady(there, origin);
    await markMoved(there, unfinished.move, now, origin);
    begin();
    // Before it is whole, so that it has its key then; after that again, since somebody may have left until the source was still.
    target.takeAlong();
    const tables = await from.tableNames(source);
    const content = await from.atOneMoment(source, async (transaction) => {
      await from.holdStill(transaction, tables);
      const copied = await copyChecked(transaction, there);
      await markMoved(transaction, to.place, now);
      await from.refuseChanges(
        transaction,
        tables.filter((name) => name !== 'moved'),
      );
      return copied;
    });
    target.takeAlong();
    await unmarkMoved(there);
    return content;
  } finally {
    await alone.leave();
  }
}

/** The source was marked, and the target still says that it isn't whole. */
async function bringToEnd(source: Database, there: Database, target: MoveTarget, origin: Origin): Promise<Content> {
  const { place } = target;
  const left = await movedMarkOf(there);
  // An earlier version noted no origin: the comparison decides then.
  const isOurs = left?.target === unfinished.move && (!left.origin || isSameOrigin(left.origin, origin));
  if (!isOurs) throw new UserError(moveErrors.movedBefore(engineOf(source).place, place));
  const content = await engineOf(source).atOneMoment(source, contentOf);
  if (!isSameContent(content, await engineOf(there).atOneMoment(there, contentOf))) {
    throw new UserError(moveErrors.different(place));
  }
  target.takeAlong();
  await unmarkMoved(there);
  return content;
}
