import type { Site } from '../model/library.ts';
import { papers, type Theme } from '../model/palette.ts';
import type { DrawingColours } from './drawing-parts.ts';

/** Of the light pages, from styles/tokens.css and styles/themes/: `ink`, `ink-quiet` and `house`. A test keeps them equal. */
const inks: Record<Theme, Omit<DrawingColours, 'paper'>> = {
  kurrende: { ink: '#1b1a18', quiet: '#57534b', accent: '#0b5268' },
  kern: { ink: '#131525', quiet: '#51577a', accent: '#2044aa' },
};

/** The colours in which the site's drawings are made: those of its theme, with the house's own if it has one. */
export function drawingColours({ theme, colours }: Pick<Site, 'theme' | 'colours'>): DrawingColours {
  const { ink, quiet, accent } = inks[theme];
  return { paper: papers[theme].light[0], ink, quiet, accent: colours?.light ?? accent };
}
