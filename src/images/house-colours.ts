import type { DrawingColours } from './drawing.ts';

/** The light palette of styles/tokens.css, whose names these are; a test holds the two together. */
export const houseColours: DrawingColours = {
  paper: '#fdfcf9',
  ink: '#1d1c1a',
  quiet: '#5a564e',
  accent: '#0b5268',
};
