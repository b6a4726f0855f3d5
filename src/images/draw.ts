import { drawPlaceholder, drawTitlePicture } from './drawing.ts';
import { type DrawingFonts, loadDrawingFonts } from './drawing-fonts.ts';
import type { DrawingColours, DrawingSubject } from './drawing-parts.ts';

export type DrawingKind = 'placeholder' | 'title picture';

let fonts: Promise<DrawingFonts> | undefined;

/** A drawing as SVG text. The fonts are loaded once for the process. */
export async function draw(
  kind: DrawingKind,
  subject: DrawingSubject,
  colours: DrawingColours,
  readFile: (file: URL) => Promise<Uint8Array>,
): Promise<string> {
  fonts ??= loadDrawingFonts(readFile);
  return (kind === 'placeholder' ? drawPlaceholder : drawTitlePicture)(subject, colours, await fonts);
}
