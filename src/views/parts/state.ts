/** Marks on things that only the preview shows; a build holds published things alone. */
import type { Article, Issue } from '../../model/library.ts';
import { previewWords } from '../../words/preview.ts';
import { dayText } from './date.ts';

/** `Entwurf`, `Geplant für den 3. Dezember 2026`, or nothing for what is published. */
export function stateText({ state, publishedOn }: Pick<Issue | Article, 'state' | 'publishedOn'>): string | undefined {
  if (state === 'published') return undefined;
  return state === 'draft' ? previewWords.draft : previewWords.scheduled(dayText(publishedOn).text);
}
