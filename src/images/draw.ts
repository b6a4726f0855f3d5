import { type DrawingColours, type DrawingSubject, drawPlaceholder, drawTitlePicture } from './drawing.ts';
import { type DrawingFonts, loadDrawingFonts } from './drawing-fonts.ts';

type DrawingKind = 'placeholder' | 'title picture';

let fonts: Promise<DrawingFonts> | undefined;

/** What a drawing shows and in which colours. */
export interface DrawingOrder {
  kind: DrawingKind;
  subject: DrawingSubject;
  colours: DrawingColours;
}

/** A drawing as SVG text. The fonts are loaded once for the process. */
export async function draw(
  { kind, subject, colours }: DrawingOrder,
  readFile: (file: URL) => Promise<Uint8Array>,
): Promise<string> {
  fonts ??= loadDrawingFonts(readFile);
  return (kind === 'placeholder' ? drawPlaceholder : drawTitlePicture)(subject, colours, await fonts);
}
