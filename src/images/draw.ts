import { type DrawingSubject, drawPlaceholder, drawTitlePicture } from './drawing.ts';
import { type DrawingFonts, loadDrawingFonts } from './drawing-fonts.ts';
import { houseColours } from './house-colours.ts';

export type DrawingKind = 'placeholder' | 'title picture';

let fonts: Promise<DrawingFonts> | undefined;

/** A drawing in the house colours as SVG text. The fonts are loaded once for the process. */
export async function draw(
  kind: DrawingKind,
  subject: DrawingSubject,
  readFile: (file: URL) => Promise<Uint8Array>,
): Promise<string> {
  fonts ??= loadDrawingFonts(readFile);
  return (kind === 'placeholder' ? drawPlaceholder : drawTitlePicture)(subject, houseColours, await fonts);
}
