/** What only the preview says: of drafts, of what is to come, and of what is missing. */
import { counted } from './phrases.ts';

export const previewWords = {
  draft: 'Entwurf',
  scheduled: (date: string) => `Geplant für den ${date}`,
  region: 'Vorschau',
  summary: (errors: number, warnings: number, unfinished: number) =>
    `Vorschau: ${counted(errors, 'Fehler', 'Fehler')}, ${counted(warnings, 'Warnung', 'Warnungen')} in den Inhalten${unfinished > 0 ? `, noch zu tun in Entwürfen: ${unfinished}` : ''}`,
  unfinished: 'Noch zu tun',
  found: (what: string) => `Gefunden: ${what}.`,
  expected: (what: string) => `Erwartet: ${what}.`,
  error: 'Fehler',
  warning: 'Warnung',
  /** Where in the file of a draft something is missing. */
  place: (line: number, field: string | undefined) => `Zeile ${line}${field ? `, Feld ${field}` : ''}`,
  /** Above an issue: what is missing until it can come out, or in drafts that lie in it. */
  missing: (count: number, isDraft: boolean) =>
    isDraft
      ? `Bis diese Ausgabe erscheinen kann, ist noch zu tun (${count})`
      : `In Entwürfen dieser Ausgabe ist noch zu tun (${count})`,
  missingRegion: 'Noch zu tun in dieser Ausgabe',
};

/** What stands in the place of what a draft doesn't have yet. */
export const standInWords = {
  title: (file: string) => `Noch ohne Titel: ${file}`,
  summary: 'Noch ohne Zusammenfassung.',
  lead: 'Noch ohne Vorspann.',
};
