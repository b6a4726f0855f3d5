/** The files of a new issue, as the editor finds them: everything that is needed, the rest as a comment. */

import { inYamlQuotes } from './problems/rule.ts';

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

/** `publishedOn` is the day proposed, as `YYYY-MM-DD`. */
export const issueTemplate = (id: string, publishedOn: string) => `---
id: ${id}
title: ${placeholders.issueTitle}
lead: ${placeholders.lead}
# Tag der Veröffentlichung; vorgeschlagen ist der Donnerstag der Woche.
publishedOn: ${publishedOn}
# Löschen Sie die nächste Zeile, wenn die Ausgabe erscheinen soll.
draft: true
---

${placeholders.editorial}
`;

/** `topic` is the slug of one that there is, if there is one. */
export const articleTemplate = (id: string, topic = 'thema', title?: string) => `---
id: ${id}
title: ${title === undefined ? placeholders.articleTitle : inYamlQuotes(title)}
# Art: case-study (Praxisbericht), news (Nachricht), event (Veranstaltung), notice (Hinweis)
kind: news
summary: ${placeholders.summary}
# Kürzel aus content/terms.yaml
# topics: [${topic}]
# Löschen Sie die nächste Zeile, wenn der Beitrag erscheinen soll.
draft: true
---

${placeholders.text}

## ${placeholders.heading}

${placeholders.moreText}
`;
