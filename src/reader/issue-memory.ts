import type { Day } from '../model/day.ts';
import type { PlacedFile } from '../model/picture.ts';
import type { Place, Problem } from '../model/problem.ts';
import type { WithheldPicture } from './checks/picture-checks.ts';
import type { IssueFacts } from './issue-facts.ts';

/** What was found in an issue's folder when its files were compared with each other and with the day. */
export interface FolderChecks {
  problems: Problem[];
  placed: PlacedFile[];
  withheld: WithheldPicture[];
  /** The names of the originals of its withheld pictures, each with the picture that has it. */
  names: [name: string, place: Place][];
}

/** What an issue's folder says, and what is to be said of it: plain data of which JSON loses nothing that counts. */
export interface KnownIssue {
  checks: FolderChecks;
  /** Undefined where its own file is not in order. */
  facts?: IssueFacts;
  /** Changes with all that the rest of the content has to know of it ({@link sharedOf}). */
  shared?: string;
}

/** What decides whether that is still so. */
export interface IssueState {
  /** Changes with the texts, the names of the files and whatever else of the content it depends on. */
  made: string;
  today: Day;
}

/** Where issues are remembered, by their folders. What it gives was made by this version of the product. */
export interface IssueMemory {
  /** What is known of a folder in this state, made anew at each call; with the number that it got. */
  find(folder: string, state: IssueState): { known: KnownIssue; version: string } | undefined;
  /** `isOfDay`: whether it holds on no other day than this; else on all days from it on. Returns a number that changes with what is known. */
  keep(folder: string, state: IssueState & { isOfDay: boolean }, known: KnownIssue): string;
}
