import { licenceWords } from '../pictures.ts';
import type { FormFields } from './form-field.ts';

/** The record of a picture. */
export const imageForm = {
  file: {
    label: 'Datei',
    help: 'Name der Bilddatei bei der Ausgabe; ein Bild fügen Sie mit dem Knopf „Bild“ über dem Text hinzu.',
  },
  alt: {
    label: 'Alternativtext',
    help: 'Für alle, die das Bild nicht sehen: ein Satz ohne „Foto von“, höchstens 1000 Zeichen. Ein Bild, das nur schmückt, braucht keinen.',
  },
  decorative: {
    label: 'Nur Schmuck',
    help: 'Das Bild zeigt nichts, was man wissen muss; dann braucht es keinen Alternativtext.',
  },
  withheld: {
    label: 'Nicht veröffentlicht, weil',
    help: 'Grund, aus dem das Original nicht erscheinen darf, als Satz für die Redaktion; sonst lassen Sie das Feld leer.',
  },
  credit: { label: 'Bildnachweis' },
  creator: { label: 'Gemacht von' },
  copyright: { label: 'Urheberrechtsvermerk' },
  licence: {
    label: 'Lizenz',
    help: 'Lizenz, unter der Sie das Bild zeigen dürfen. Kennen Sie keine, schreiben Sie das unter „Nicht veröffentlicht, weil“.',
    values: licenceWords,
  },
  licenceUrl: { label: 'Adresse der Lizenz' },
  sourceUrl: { label: 'Woher das Bild stammt' },
  expiresOn: { label: 'Lizenz bis' },
  edited: { label: 'Bearbeitet', help: 'Sie haben das Bild verändert, mehr als beschnitten oder verkleinert.' },
  ai: {
    label: 'Künstliche Intelligenz',
    help: 'Anteil einer KI am Bild; hat sie es bearbeitet oder erzeugt, steht das am Bild.',
    values: { none: 'keine', edited: 'Bild mit KI bearbeitet', generated: 'Bild von einer KI erzeugt' },
  },
  consent: {
    label: 'Einwilligung der Abgebildeten',
    help: 'Steht sie noch aus, erscheint das Bild nicht. Nicht nötig ist sie, wenn niemand zu erkennen ist oder § 23 KunstUrhG gilt.',
    values: { given: 'liegt vor', 'not-needed': 'nicht nötig', pending: 'steht noch aus' },
  },
  medium: {
    label: 'Bildart',
    help: 'Was für ein Bild es ist; passt nichts davon, lassen Sie das Feld leer.',
    values: { photograph: 'Foto', drawing: 'Zeichnung', screenshot: 'Bildschirmfoto' },
  },
  caption: { label: 'Bildunterschrift' },
} as const satisfies FormFields;
