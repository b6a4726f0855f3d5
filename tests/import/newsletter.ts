import { existsSync, readFileSync } from 'node:fs';

/** Of the shape of the house's newsletters, every line a paragraph; the municipality is the one of the example. */
export const newsletter = `Alle vierzehn Tage berichten wir aus den Rathäusern der Region. Wer uns abonniert, verpasst keine Ausgabe.

Musterstadt legt das Wohngeldverfahren in andere Hände
Immer mehr Anträge, aber nicht mehr Leute: Damit muss die Stadt Musterstadt zurechtkommen. Seit dem Frühjahr betreibt ein Dienstleister das Verfahren – und im Rathaus bleibt Zeit für die Menschen.
Gut vorbereitet
Der Wechsel kam nicht von heute auf morgen. „Wir haben ein halbes Jahr lang jede Woche zusammengesessen“, erzählt Erika Mustermann, Leiterin des Sozialamts in Musterstadt. Die alten Daten wurden dreimal geprüft.
Was im Rathaus bleibt
Die Beratung geben wir nicht ab: „Wer zu uns kommt, will mit einem Menschen reden, und das ist auch richtig so.“ Daran werde sich nichts ändern, sagt Erika Mustermann.
Bild ©Bildarchiv/nordwind Impressum Ausgabe 18. KW 2026
`;

/** The newsletter that the project began with; it is not part of the repository. */
const seed = process.env.SEED_NEWSLETTER ?? '';

export const seedNewsletter = existsSync(seed) ? readFileSync(seed, 'utf8') : undefined;

/** What has to arrive of a text, in its order: words, quotation marks and dashes. */
export const wordsOf = (text: string) => text.replaceAll('\u00ad', '').match(/[\p{L}\p{N}„“–]+/gu) ?? [];
