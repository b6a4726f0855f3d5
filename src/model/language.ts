/** The language that a text is in, as a tag of BCP 47: `en`, `nds`, `de-AT`. German where nothing is said. */
import { z } from 'zod';
import { finding } from '../words/problems.ts';
import { refuse } from './field.ts';

export const language = z.string().superRefine((text, context) => {
  if (!isTag(text)) refuse(context, finding('notALanguage', { text, corrected: tagOf(text) }));
});

/** Whether a text in this language is to be set as German is. */
export function isGerman(lang: string | undefined): boolean {
  return lang === undefined || /^de(?:-|$)/i.test(lang);
}

/** The name of a language in German: `Englisch`. */
export function languageName(lang: string): string {
  return german.of(lang) ?? lang;
}

const german = new Intl.DisplayNames(['de'], { type: 'language', fallback: 'code' });
const english = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

/** A tag that says a language that there is: of `eng-lish` nobody knows the name. */
function isTag(text: string): boolean {
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(text)) return false;
  try {
    const [bare = ''] = text.split('-');
    return german.of(text) !== undefined && german.of(bare)?.toLowerCase() !== bare.toLowerCase();
  } catch {
    return false;
  }
}

/** The languages that texts of a German administration are likely to be in. */
const likely = ['de', 'en', 'nds', 'fy', 'nl', 'da', 'fr', 'pl', 'tr', 'ru', 'uk', 'ar', 'es', 'it', 'fa', 'ro', 'bg'];

/** The tag of a language that is called by its name, in German or English. */
function tagOf(name: string): string | undefined {
  const wanted = name.trim().toLowerCase();
  return likely.find((tag) => [german, english].some((names) => names.of(tag)?.toLowerCase() === wanted));
}
