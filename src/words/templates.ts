/** The files of a new issue, as the editor finds them: everything that is needed, the rest as a comment. */

import { inYamlQuotes } from './problems/rule.ts';
import { type ArticleKind, kindWords } from './terms.ts';

/** What stands in a new file until the editor has written it; the check looks for these very words. */
export const placeholders = {
  issueTitle: 'Titel der Ausgabe',
  lead: 'Ein oder zwei Sätze, die sagen, worum es in dieser Ausgabe geht.',
  editorial: 'Hier steht das Editorial.',
  articleTitle: 'Titel des Beitrags',
  summary: 'Ein oder zwei Sätze für Übersicht, Feed und Suchmaschine.',
  text: 'Hier steht der Text.',
  heading: 'Eine Zwischenüberschrift',
  moreText: 'Und hier geht er weiter.',
} as const;

/** The slug of a new article without a name; nobody is meant to publish it. */
export const placeholderSlug = 'neuer-beitrag';

/** All kinds with their words, as one line. */
const kinds = Object.entries(kindWords)
  .map(([kind, word]) => `${kind} (${word})`)
  .join(', ');

/**
 * `publishedOn` is the day proposed, as `YYYY-MM-DD`. Comments stand behind what they are about: whoever deletes a line
 * deletes its comment, and nothing else is left in pieces.
 */
export const issueTemplate = (id: string, publishedOn: string) => `---
id: ${id}
title: ${placeholders.issueTitle}
lead: ${placeholders.lead}
publishedOn: ${publishedOn} # Tag der Veröffentlichung; vorgeschlagen ist der Donnerstag der Woche
draft: true # Löschen Sie diese Zeile, wenn die Ausgabe erscheinen soll
---

${placeholders.editorial}
`;

/** What stands behind the fields that are to be filled in; the check knows it and doesn't take it for cut-off text. */
const templateComments = {
  municipality: 'Kürzel der Kommune aus content/terms.yaml',
  personName: 'Wer im Text zu Wort kommt, mit Vor- und Nachnamen',
  personFunction: 'Amt oder Funktion',
  releaseName: 'Wer den Text für die Kommune freigegeben hat; es wird nicht veröffentlicht',
  releaseDay: 'Tag der Freigabe, zum Beispiel 2026-11-19',
  start: 'Beginn, zum Beispiel 2027-01-19T09:30',
  end: 'Ende, ebenso; steht es nicht fest, löschen Sie die Zeile',
  place: 'Ort mit Anschrift; nur im Netz: löschen Sie die Zeile und schreiben „online: https://…“',
} as const;

/** Whether a comment in a file is one of the template's. */
export function isTemplateComment(comment: string): boolean {
  const text = comment.replace(/^#\s*/, '').trim();
  return Object.values<string>(templateComments).includes(text);
}

/** What a kind of article has besides; what is empty is still to be done. */
const fieldsOfKind: Record<ArticleKind, string> = {
  news: '',
  notice: '',
  'case-study': `municipality: # ${templateComments.municipality}
people:
  - name: # ${templateComments.personName}
    function: # ${templateComments.personFunction}
releasedBy:
  name: # ${templateComments.releaseName}
  on: # ${templateComments.releaseDay}
`,
  event: `event:
  start: # ${templateComments.start}
  end: # ${templateComments.end}
  place: # ${templateComments.place}
  # Mit Anmeldung: löschen Sie in den nächsten drei Zeilen das Zeichen # am Anfang
  # registration:
  #   url: https://
  #   deadline: 2027-01-08
`,
};

/** `topic` is the slug of one that there is, if there is one. */
export const articleTemplate = (id: string, topic = 'thema', title?: string, kind: ArticleKind = 'news') => `---
id: ${id}
title: ${title === undefined ? placeholders.articleTitle : inYamlQuotes(title)}
kind: ${kind} # ${kinds}
summary: ${placeholders.summary}
# topics: [${topic}] # Themen aus content/terms.yaml; löschen Sie das Zeichen # am Anfang
${fieldsOfKind[kind]}draft: true # Löschen Sie diese Zeile, wenn der Beitrag erscheinen soll
---

${placeholders.text}

## ${placeholders.heading}

${placeholders.moreText}
`;
