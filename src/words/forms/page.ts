import type { FormFields } from './form-field.ts';

/** A page of the organisation's own. */
export const ownPageForm = {
  title: { label: 'Titel' },
  description: { label: 'Beschreibung' },
  showIn: {
    label: 'Wo der Link steht',
    help: 'Wo jede Seite auf diese verweist; ohne Angabe führen nur Links in Ihren Texten dorthin.',
    values: { menu: 'im Menü', footer: 'in der Fußzeile' },
  },
  updatedOn: {
    label: 'Zuletzt geändert am',
    help: 'Tag der letzten Änderung; er steht unter dem Text. Spielt er keine Rolle, lassen Sie das Feld leer.',
  },
  draft: {
    label: 'Entwurf',
    help: 'Solange der Haken steht, sieht die Seite nur die Redaktion. Zum Veröffentlichen nehmen Sie ihn weg.',
  },
  example: {
    label: 'Beispiel',
    help: 'Der Haken steht in der Seite, die als Beispiel mitkommt. Schreiben Sie sie neu, und nehmen Sie ihn weg.',
  },
} as const satisfies FormFields;
