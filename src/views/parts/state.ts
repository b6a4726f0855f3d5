/** Marks on things that only the preview shows; a build holds published things alone. */
import type { Article, Issue } from '../../model/library.ts';
import { previewWords } from '../../words/preview.ts';
import { releaseWords } from './date.ts';

/** `Entwurf`, `Geplant für den 3. Dezember 2026`, or nothing for what is published. */
export function stateText(text: Pick<Issue | Article, 'state' | 'publishedOn' | 'publishedTime'>): string | undefined {
  // Taken apart, it would be looked at as a whole, and so would whatever shows its state.
  if (text.state === 'published') return undefined;
  return text.state === 'draft' ? previewWords.draft : previewWords.scheduled(releaseWords(text));
}
