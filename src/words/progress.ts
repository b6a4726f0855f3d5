/** What a command is at, while it takes its time. */
export const stepWords = {
  texts: 'Texte lesen',
  pictures: 'Bilder vorbereiten',
  pages: 'Seiten',
  search: 'Suche',
  compression: 'Komprimieren',
} as const;

export type Step = keyof typeof stepWords;

/** `Seiten: 1200 von 12000`; of texts nobody knows beforehand how many there are to be read. */
export function stepLine(step: Step, done: number, total: number | undefined): string {
  return `${stepWords[step]}: ${done}${total === undefined ? '' : ` von ${total}`} …`;
}
