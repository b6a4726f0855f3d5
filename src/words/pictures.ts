import { NBSP } from './phrases.ts';

/** What is said of pictures: at them, in the list of all of them, in feeds and to machines. */

/** By the value of `licence` in front matter. */
export const licenceWords = {
  own: 'eigenes Bild',
  commissioned: 'Auftragsarbeit',
  'stock-standard': 'Bildagentur, Standardlizenz',
  'stock-extended': 'Bildagentur, erweiterte Lizenz',
  'stock-editorial': 'Bildagentur, nur redaktionelle Nutzung',
  'cc-by-4.0': 'CC BY 4.0',
  'cc-by-sa-4.0': 'CC BY-SA 4.0',
  'cc-by-nd-4.0': 'CC BY-ND 4.0',
  'cc-by-3.0': 'CC BY 3.0',
  'cc-by-sa-3.0': 'CC BY-SA 3.0',
  'cc-by-3.0-de': 'CC BY 3.0 DE',
  'cc-by-sa-3.0-de': 'CC BY-SA 3.0 DE',
  'cc-by-2.0': 'CC BY 2.0',
  'cc-by-sa-2.0': 'CC BY-SA 2.0',
  'dl-de-by-2.0': 'Datenlizenz Deutschland – Namensnennung – Version 2.0',
  'dl-de-zero-2.0': 'Datenlizenz Deutschland – Zero – Version 2.0',
  cc0: 'CC0 1.0',
  'public-domain': 'gemeinfrei',
  ai: 'mit KI erzeugt',
};

export type Licence = keyof typeof licenceWords;

/** Of an original, by its place on disk. */
export const changedMeanwhile = (location: string) =>
  `Ein Bild wurde ausgetauscht, während es vorbereitet wurde: ${location}. Versuchen Sie es noch einmal.`;

export const pictureWords = {
  credit: (holder: string) => `Bild: ©${NBSP}${holder}`,
  withheld: (holder: string) => `Originalbild: ©${NBSP}${holder}, hier nicht veröffentlicht`,
  publicDomain: (holder: string) => `Bild: ${holder}`,
  withheldPublicDomain: (holder: string) => `Originalbild: ${holder}, hier nicht veröffentlicht`,
  drawing: (publisher: string) => `Zeichnung: ©${NBSP}${publisher}`,
  edited: 'bearbeitet',
  ai: { edited: 'mit KI bearbeitet', generated: 'KI-generiert' },
  /** A social card's text for those who don't see it: what is to be seen, and whose it is. */
  cardAlt: (alt: string, credit: string) => `${alt} (${credit})`,
  titlePicture: (title: string, label: string) => `Zeichnung mit dem Titel „${title}“, ${label}`,
  decorative: 'Schmuckbild',
};

export const creditWords = {
  title: 'Bildnachweise',
  description: 'Alle Bilder dieser Website, von wem sie stammen und wo sie zu sehen sind.',
  none: 'Zurzeit ist auf dieser Website kein Bild mit Nachweis zu sehen.',
  withheld: 'Wo ein Originalbild nicht veröffentlicht ist, steht an seiner Stelle eine eigene Zeichnung.',
  drawings: (publisher: string) =>
    `Die Zeichnungen auf dieser Website und die Titelbilder, die in Vorschauen erscheinen, stammen vom Herausgeber: ©${NBSP}${publisher}.`,
  shows: 'Motiv',
  creator: 'Geschaffen von',
  copyright: 'Urheberrechtsvermerk',
  licence: 'Lizenz',
  ai: 'Künstliche Intelligenz',
  source: 'Quelle',
  usedIn: 'Zu sehen in',
};
