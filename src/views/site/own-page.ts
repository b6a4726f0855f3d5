/** A page of the organisation's own. */
import type { OwnPage } from '../../model/library.ts';
import { previewWords } from '../../words/preview.ts';
import { dayText, type TimeText } from '../parts/date.ts';
import { pageText } from '../parts/text.ts';
import { type Todos, todosHtml, withTodos } from '../parts/todo.ts';

export interface OwnPageView {
  title: string;
  description: string;
  path: string;
  /** Marks a draft, which only the preview shows. */
  state: string | undefined;
  html: string;
  /** The day of its last change, if it says one. */
  asOf: TimeText | undefined;
}

/** `todos` is what is missing in a draft. */
export function ownPage(
  { title, description, path, slug, state, body, updatedOn }: OwnPage,
  todos?: Todos,
): OwnPageView {
  return {
    title,
    description,
    path,
    state: state === 'draft' ? previewWords.draft : undefined,
    // A heading „Inhalt“ would else have the id of the page's own main part.
    html: todosHtml(Object.values(todos?.parts ?? {}).flat()) + pageText(withTodos(body, todos), { idPrefix: slug }),
    asOf: updatedOn && dayText(updatedOn),
  };
}
