/** What the product adds to a text. */
import { NBSP } from './phrases.ts';

export const footnoteWords = {
  title: 'Fußnoten',
  back: (number: number, again: number) => `Zurück zur Stelle ${number}${again > 1 ? `-${again}` : ''} im Text`,
};

/** What stands in plain text for things that only HTML has. */
export const plainTextWords = {
  deleted: (text: string) => `[gestrichen: ${text}]`,
  picture: (alt: string) => `[Bild: ${alt}]`,
  link: (text: string, number: number) => `${text}${NBSP}[${number}]`,
  abbreviation: (text: string, title: string) => `${text} (${title})`,
  cell: (column: string, cell: string) => (column === '' ? cell : `${column}: ${cell}`),
  at: (text: string, address: string) => `${text} <${address}>`,
  links: 'Links:',
  linkEntry: (number: number, address: string) => `[${number}] ${address}`,
};
