/** The files of a new issue, as the editor finds them: everything that is needed, the rest as a comment. */

export const issueTemplate = (id: string) => `---
id: ${id}
title: Titel der Ausgabe
lead: Ein oder zwei Sätze, die sagen, worum es in dieser Ausgabe geht.
# Tag der Veröffentlichung; ohne Angabe der Donnerstag der Woche
# publishedOn: 2025-08-14
# Löschen Sie die nächste Zeile, wenn die Ausgabe erscheinen soll.
draft: true
---

Hier steht das Editorial.
`;

export const articleTemplate = (id: string) => `---
id: ${id}
title: Titel des Beitrags
# Art: case-study (Praxisbericht), news (Nachricht), event (Veranstaltung), notice (Hinweis)
kind: news
summary: Ein oder zwei Sätze für Übersicht, Feed und Suchmaschine.
# Kürzel aus content/terms.yaml
# topics: [soziales]
# Löschen Sie die nächste Zeile, wenn der Beitrag erscheinen soll.
draft: true
---

Hier steht der Text.

## Eine Zwischenüberschrift

Und hier geht er weiter.
`;
