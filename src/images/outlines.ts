/** Text as outlines, kerned by HarfBuzz, so that a drawing looks the same where the font is not installed. */
import { Buffer, Direction, type Font, shape } from 'harfbuzzjs';

/** A line of text as an SVG path; x grows to the right and y downwards from the start of the baseline, in pixels. */
export interface Outline {
  path: string;
  /** The way to where the next letter would stand. */
  advance: number;
  /** What is inked, by the curves' control points: never smaller than the ink. Absent if nothing is. */
  ink?: Box;
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Characters that the fonts lack and for which they have one that looks the same or nearly so. */
const substitutes: Record<string, string> = { '\u2010': '-', '\u2011': '-', '\u2007': '\u00A0', '\u202F': '\u00A0' };

/**
 * The text without what the face can't draw. Composed letters and compatible forms (ligatures, full width) are taken
 * where there are any; then a character without a glyph, such as an emoji, is left out rather than drawn as a box.
 */
export function drawableText(text: string, face: readonly Font[]): string {
  const isDrawable = (character: string) => character === softHyphen || fontFor(character, face) !== undefined;
  const characters = [...text.normalize('NFC').replace(breakingSpaces, ' ')];
  return characters
    .flatMap((character) => (isDrawable(character) ? character : [...character.normalize('NFKD')].filter(isDrawable)))
    .join('')
    .replace(/ +/g, ' ')
    .trim();
}

const isMark = /^\p{M}$/u;
const softHyphen = '\u00AD';
const breakingSpaces = /[^\S\u00A0\u2007\u202F]/g;

/** Width in pixels without the outlines, which is far quicker: the same as {@link outline}'s `advance`. */
export function advanceOf(text: string, face: readonly Font[], size: number): number {
  const widths = runs(text, face).map((run) => {
    const units = shaped(run).reduce((sum, { advance }) => sum + advance, 0);
    return (units * size) / run.font.face.upem;
  });
  return widths.reduce((sum, width) => sum + width, 0);
}

export function outline(text: string, face: readonly Font[], size: number): Outline {
  let x = 0;
  const path: string[] = [];
  const points: { x: number; y: number }[] = [];
  for (const run of runs(text, face)) {
    const scale = size / run.font.face.upem;
    for (const { glyph, advance, shiftX, shiftY } of shaped(run)) {
      for (const { type, values } of curvesOf(glyph, run.font)) {
        const at = values.map((value, index) =>
          index % 2 === 0 ? x + (value + shiftX) * scale : -(value + shiftY) * scale,
        );
        path.push(type + at.map(toHundredth).join(' '));
        for (let index = 0; index < at.length; index += 2) points.push({ x: at[index] ?? 0, y: at[index + 1] ?? 0 });
      }
      x += advance * scale;
    }
  }
  return { path: path.join(''), advance: x, ...(points.length > 0 && { ink: boxOf(points) }) };
}

type Curves = ReturnType<Font['glyphToJson']>;

/** What the fonts have been asked for: asking takes longer than all the rest of a drawing. */
const asked = new WeakMap<Font, Map<number, Curves>>();

function curvesOf(glyph: number, font: Font): Curves {
  const known = asked.get(font) ?? new Map<number, Curves>();
  asked.set(font, known);
  const curves = known.get(glyph) ?? font.glyphToJson(glyph);
  known.set(glyph, curves);
  return curves;
}

interface Run {
  font: Font;
  text: string;
}

/** Neighbours of one font together, since kerning works inside a font only. */
function runs(text: string, face: readonly Font[]): Run[] {
  const found: Run[] = [];
  for (const character of text.replaceAll(softHyphen, '')) {
    const last = found.at(-1);
    // A mark stands with its letter, whichever other font has it too.
    const font = (isMark.test(character) && last && fontFor(character, [last.font])) || fontFor(character, face);
    if (!font) continue;
    const drawn = substitutes[character] ?? character;
    if (last?.font === font) last.text += drawn;
    else found.push({ font, text: drawn });
  }
  return found;
}

function fontFor(character: string, face: readonly Font[]): Font | undefined {
  const codePoint = (substitutes[character] ?? character).codePointAt(0) ?? 0;
  return face.find((font) => font.nominalGlyph(codePoint));
}

/** HarfBuzz frees a buffer only when the program pauses, so a run of many drawings shares one. */
const buffer = new Buffer();

function shaped({ font, text }: Run) {
  buffer.reset();
  buffer.addText(text);
  buffer.setDirection(Direction.LTR);
  buffer.setScript(/\p{Script=Cyrillic}/u.test(text) ? 'Cyrl' : /\p{Script=Greek}/u.test(text) ? 'Grek' : 'Latn');
  buffer.setLanguage('de');
  shape(font, buffer);
  const positions = buffer.getGlyphPositions();
  return buffer.getGlyphInfos().map(({ codepoint }, index) => ({
    glyph: codepoint,
    advance: positions[index]?.xAdvance ?? 0,
    shiftX: positions[index]?.xOffset ?? 0,
    shiftY: positions[index]?.yOffset ?? 0,
  }));
}

function boxOf(points: readonly { x: number; y: number }[]): Box {
  const box: Box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { x, y } of points) {
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
}

/** A hundredth of a pixel is finer than anybody's screen. */
export function toHundredth(value: number): number {
  return Math.round(value * 100) / 100;
}
