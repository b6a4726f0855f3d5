/** How far a thing has come: draft, scheduled or published. */
import type { OwnPage, State } from '../model/library.ts';
import { isOut, type Release, type WorkingTime } from '../model/release.ts';

/** Whether a thing is out: drafts are not, nor what is to come. */
export function stateOf(thing: { draft: boolean } & Release, at: WorkingTime): State {
  if (thing.draft) return 'draft';
  return isOut(thing, at) ? 'published' : 'scheduled';
}

/** A page of the organisation's own has no day to come out on. */
export function pageState({ draft }: { draft?: boolean }): OwnPage['state'] {
  return draft ? 'draft' : 'published';
}

/** An article is no further than its issue; a draft stays one whatever its issue is. */
export function articleState(issueState: State, article: { draft: boolean } & Release, at: WorkingTime): State {
  if (article.draft) return 'draft';
  return issueState === 'published' ? stateOf(article, at) : issueState;
}
