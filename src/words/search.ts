/** What the search page and its script say. */
import { NBSP } from './phrases.ts';

export const searchWords = {
  title: 'Suche',
  description: 'Alle Ausgaben und Beiträge nach Wörtern durchsuchen.',
  label: 'Suchwort',
  submit: 'Suchen',
  hint: 'Gesucht wird in allen Ausgaben und Beiträgen. Wortformen werden mit gefunden.',
  withoutScript:
    'Die Suche braucht JavaScript, und das ist in Ihrem Browser ausgeschaltet. Auch ohne sie finden Sie alles:',
  archive: 'im Archiv nach Jahren',
  archiveHint: 'Sie können auch stöbern:',
  or: 'oder',
  topics: 'nach Themen',
  nothing: 'Noch ist keine Ausgabe erschienen, also gibt es nichts zu durchsuchen.',
  preview: 'Die Vorschau kann nicht suchen. In der gebauten Website können Sie es: „npm start“ baut und zeigt sie.',
  results: 'Treffer',
  searching: 'Es wird gesucht …',
  found: (count: number, query: string) =>
    count === 0
      ? `Kein Treffer für „${query}“. Prüfen Sie die Schreibweise, oder versuchen Sie es mit einem anderen Wort.`
      : `${count}${NBSP}Treffer für „${query}“`,
  /** After an excerpt, which ends anywhere. */
  cutOff: ' …',
  unavailable: 'Die Suche lässt sich gerade nicht laden. Versuchen Sie es später noch einmal.',
  more: 'Weitere Treffer zeigen',
  shown: (shown: number, count: number) => `${shown} von ${count}${NBSP}Treffern werden gezeigt`,
};
