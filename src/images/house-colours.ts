import type { Site } from '../model/library.ts';
import type { DrawingColours } from './drawing.ts';

/** The light palette of styles/tokens.css, whose names these are; a test holds the two together. */
export const lightPalette: DrawingColours = {
  paper: '#fbfaf6',
  ink: '#1b1a18',
  quiet: '#57534b',
  accent: '#0b5268',
};

/** What drawings are made in: the product's paper and ink, and the colour of the house. */
export function drawingColours({ colours }: Pick<Site, 'colours'>): DrawingColours {
  return { ...lightPalette, ...(colours && { accent: colours.light }) };
}
