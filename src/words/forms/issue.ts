import { articleForm } from './article.ts';
import type { FormFields } from './form-field.ts';

export const issueForm = {
  id: { label: 'Kennung' },
  title: { label: 'Titel' },
  publishedOn: {
    label: 'Erscheint am',
    help: 'Tag, an dem die Ausgabe erscheint, ohne Angabe der Donnerstag ihrer Woche. Mit Uhrzeit legen Sie ihn in der Übersicht unter „Erscheinen und Versand“ fest.',
  },
  mailing: {
    label: 'Beim Erscheinen als E-Mail verschicken',
    help: 'Zur Uhrzeit unter „Erscheint am“ geht die Ausgabe als E-Mail an alle Abonnenten.',
  },
  lead: { label: 'Vorspann' },
  draft: {
    label: 'Entwurf',
    help: 'Solange der Haken steht, sieht die Ausgabe nur die Redaktion. Zum Veröffentlichen nehmen Sie ihn weg.',
  },
  image: { label: 'Bild über dem Text' },
  pictures: articleForm.pictures,
  formerAddresses: {
    label: 'Frühere Adressen',
    help: 'Pfade mit Schrägstrich am Anfang und am Ende, die zur Ausgabe weiterführen; ohne Umzug bleibt das Feld leer.',
  },
  styleExceptions: articleForm.styleExceptions,
} as const satisfies FormFields;
