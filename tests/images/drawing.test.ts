import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Element } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { drawableTitle } from '../../src/images/drawable-title.ts';
import { drawPlaceholder, drawTitlePicture, placeholderSize, titlePictureSize } from '../../src/images/drawing.ts';
import { type DrawingFonts, loadDrawingFonts } from '../../src/images/drawing-fonts.ts';
import type { DrawingSubject } from '../../src/images/drawing-parts.ts';
import { drawableText } from '../../src/images/outlines.ts';
import { day } from '../../src/model/day.ts';
import { type IssueWeek, thursdayOf, weeksIn } from '../../src/model/week.ts';
import { issueLabel } from '../../src/views/parts/label.ts';

const colours = { paper: '#fdfcf9', ink: '#1d1c1a', quiet: '#5a564e', accent: '#0b5268' };
const kinds = [
  { kind: 'placeholder', draw: drawPlaceholder, size: placeholderSize, margin: 96 },
  { kind: 'title picture', draw: drawTitlePicture, size: titlePictureSize, margin: 72 },
];

let fonts: DrawingFonts;
beforeAll(async () => {
  fonts = await loadDrawingFonts(readFile);
});

function subject(week: IssueWeek, title = 'Bauanträge ohne Papier'): DrawingSubject {
  return { week, publishedOn: thursdayOf(week), title, label: issueLabel(week), site: 'Infobrief Nordwest' };
}

interface Shape {
  name: string;
  fill: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Every shape with its box, that of a path from the points that are written in it. */
function shapesOf(svg: string): Shape[] {
  const [root] = fromXml(svg).children.filter((node): node is Element => node.type === 'element');
  const elements = root?.children.filter((node): node is Element => node.type === 'element') ?? [];
  return elements.map(({ name, attributes }) => {
    const fill = attributes.fill ?? '';
    const number = (key: string) => Number(attributes[key] ?? 0);
    if (name === 'rect') {
      const [left, top] = [number('x'), number('y')];
      return { name, fill, left, top, right: left + number('width'), bottom: top + number('height') };
    }
    const [shiftX = Number.NaN, shiftY = Number.NaN] = numbersIn(attributes.transform ?? '');
    const points = numbersIn(attributes.d ?? '');
    const xs = points.filter((_, index) => index % 2 === 0).map((x) => x + shiftX);
    const ys = points.filter((_, index) => index % 2 === 1).map((y) => y + shiftY);
    return { name, fill, left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
  });
}

const numbersIn = (text: string) => (text.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
const pathsOf = (svg: string) => shapesOf(svg).filter(({ name }) => name === 'path');
const ticksOf = (svg: string) => shapesOf(svg).filter(({ name, fill }) => name === 'rect' && fill !== colours.paper);

/** The weeks whose ticks carry the accent, counted from the left. */
function markedWeeks(svg: string): number[] {
  const ticks = ticksOf(svg).toSorted((a, b) => a.left - b.left);
  return ticks.flatMap(({ fill }, index) => (fill === colours.accent ? [index + 1] : []));
}

/** The title's lines: the shapes in ink under the header, from top to bottom. */
function titleLines(title: string): Shape[] {
  const svg = drawTitlePicture(subject({ year: 2025, week: 33 }, title), colours, fonts);
  return pathsOf(svg).filter(({ fill, top }) => fill === colours.ink && top > 100);
}

const weeks: IssueWeek[] = [
  { year: 2025, week: 1 },
  { year: 2025, week: 33 },
  { year: 2025, week: 44, secondWeek: 45 },
  { year: 2026, week: 53, secondWeek: 1 },
];

const hardTitles = [
  'Kita',
  '„Digital zuerst“ – was die ‚E-Mail‘ noch darf',
  'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz',
  'Straßenverkehrs-Ordnungswidrigkeitenverfahren/Onlinezugangsgesetz – was Kommunen jetzt wissen müssen',
  'Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung tritt in Kraft',
  'Łódź, Budyšin und České Budějovice: drei Städte, ein Verfahren',
  'W'.repeat(400),
  'Die neue Grundsteuer ist da, und mit ihr kommen Bescheide, Fragen und Widersprüche. '.repeat(5),
  'ÄÖÜ ẞ ÄÖÜ',
  'Dresden\u00A0/\u00A0Leipzig\u00A0/\u00A0Chemnitz\u00A0/\u00A0Zwickau\u00A0/\u00A0Plauen\u00A0/\u00A0Görlitz',
];

describe.each(kinds)('the $kind', ({ draw, size, margin }) => {
  const draws = (week: IssueWeek, title?: string) => draw(subject(week, title), colours, fonts);

  it('has the same bytes for the same issue, also with fonts that were loaded anew', async () => {
    const first = draws({ year: 2025, week: 33 });
    expect(draws({ year: 2025, week: 33 })).toBe(first);
    expect(draw(subject({ year: 2025, week: 33 }), colours, await loadDrawingFonts(readFile))).toBe(first);
    expect(draws({ year: 2025, week: 34 })).not.toBe(first);
  });

  it('is outlines and strokes only, with nothing to load', () => {
    const svg = draws({ year: 2025, week: 33 }, '„Größe“ & <Maß>');
    expect(new Set(shapesOf(svg).map(({ name }) => name))).toEqual(new Set(['rect', 'path']));
    expect(svg.match(/\b(?:href|url|style|font|data|https?:(?!\/\/www\.w3\.org\/2000\/svg"))/g)).toBeNull();
  });

  it.each<IssueWeek>(weeks)('keeps everything of %j between the margins', (week) => {
    for (const shape of pathsOf(draws(week))) {
      expect(shape.left).toBeGreaterThanOrEqual(margin - 1);
      expect(shape.right).toBeLessThanOrEqual(size.width - margin + 1);
      expect(shape.top).toBeGreaterThan(0);
      expect(shape.bottom).toBeLessThan(size.height - 40);
    }
  });

  it('shortens a long name of a publication before it touches the label', () => {
    const site = 'Mitteilungsblatt der Kommunalen Datenverarbeitungszentrale Oberes Niederland '.repeat(3);
    const [name, label] = pathsOf(draw({ ...subject({ year: 2025, week: 33 }), site }, colours, fonts));
    expect(name?.right).toBeLessThan((label?.left ?? 0) - 30);
    expect(label?.right).toBeCloseTo(size.width - margin, -1);
  });

  it('becomes a JPEG of its size', async () => {
    const jpeg = await sharp(Buffer.from(draws({ year: 2025, week: 33 })))
      .jpeg()
      .toBuffer();
    const { format, width, height } = await sharp(jpeg).metadata();
    expect({ format, width, height }).toEqual({ format: 'jpeg', ...size });
    const { dominant, channels } = await sharp(jpeg).stats();
    expect(Math.min(dominant.r, dominant.g, dominant.b)).toBeGreaterThan(240);
    for (const { min } of channels) expect(min).toBeLessThan(40);
  });
});

describe('the ruler of the title picture', () => {
  const draws = (week: IssueWeek) => drawTitlePicture(subject(week), colours, fonts);

  it.each([2024, 2025, 2026, 2032])(
    'has a stroke for each week of %i, one longer at the start of each quarter',
    (year) => {
      const ticks = ticksOf(draws({ year, week: 5 }));
      expect(ticks).toHaveLength(weeksIn(year));
      const lengths = ticks.map(({ top, bottom }) => bottom - top);
      const shortest = Math.min(...lengths);
      const longer = lengths.flatMap((length, index) => (length > shortest ? [index + 1] : []));
      expect(longer).toEqual([1, 5, 14, 27, 40]);
    },
  );

  it.each<[IssueWeek, number[]]>([
    [{ year: 2025, week: 1 }, [1]],
    [{ year: 2025, week: 33 }, [33]],
    [{ year: 2025, week: 33, extra: 2 }, [33]],
    [{ year: 2025, week: 33, secondWeek: 34 }, [33, 34]],
    [{ year: 2025, week: 52, secondWeek: 1 }, [52]],
    [{ year: 2026, week: 53 }, [53]],
    [{ year: 2026, week: 53, secondWeek: 1 }, [53]],
  ])('marks %j at the strokes %j', (week, marks) => {
    expect(markedWeeks(draws(week))).toEqual(marks);
  });

  it.each<IssueWeek>(weeks)('keeps the ruler of %j clear of the number', (week) => {
    const svg = draws(week);
    const top = Math.min(...ticksOf(svg).map((tick) => tick.top));
    for (const shape of pathsOf(svg)) expect(shape.bottom).toBeLessThan(top);
  });
});

describe('the placeholder', () => {
  const leaves = (week: IssueWeek, publishedOn = thursdayOf(week)) =>
    ticksOf(drawPlaceholder({ ...subject(week), publishedOn }, colours, fonts));
  const marked = (bars: readonly Shape[]) =>
    bars.flatMap(({ fill }, index) => (fill === colours.accent ? [index + 1] : []));

  it('is no second ruler: seven days a week, the day of publication marked', () => {
    const bars = leaves({ year: 2025, week: 33 });
    expect(bars).toHaveLength(7);
    expect(marked(bars)).toEqual([4]);
    expect(marked(leaves({ year: 2025, week: 33 }, day('2025-08-15')))).toEqual([5]);
    expect(marked(leaves({ year: 2025, week: 33 }, day('2025-08-20')))).toEqual([]);
  });

  it('shows both weeks of a double issue below each other, over New Year too', () => {
    const bars = leaves({ year: 2026, week: 53, secondWeek: 1 });
    expect(bars).toHaveLength(14);
    expect(new Set(bars.map(({ top }) => top)).size).toBe(2);
  });
});

describe('a title', () => {
  it.each(hardTitles)('fits: %s', (title) => {
    const lines = titleLines(title);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.length).toBeLessThanOrEqual(4);
    for (const { left, right, top, bottom } of lines) {
      expect(left).toBeGreaterThanOrEqual(36);
      expect(right).toBeLessThanOrEqual(1200 - 72 + 1);
      expect(top).toBeGreaterThan(120);
      expect(bottom).toBeLessThan(466);
    }
  });

  it('is the larger the shorter it is', () => {
    const words = 'Kita am Wald hat seit dem Mai auch ein Wiki ';
    const heights = ['Kita', words, words.repeat(5)].map((title) => {
      const [line] = titleLines(title);
      return line ? line.bottom - line.top : 0;
    });
    expect(heights).toEqual(heights.toSorted((a, b) => b - a));
    expect(heights[0]).toBeGreaterThan((heights[2] ?? 0) * 1.4);
  });

  it('begins at the margin with its letters, an opening quotation mark hangs before them', () => {
    expect(titleLines('Digital')[0]?.left).toBeGreaterThan(72);
    expect(titleLines('„Digital“')[0]?.left).toBeLessThan(60);
  });

  it.each([
    ['an emoji', 'Die Kita 🎉 ist offen', 'Die Kita ist offen'],
    ['an emoji of several characters', 'Kita 👩🏽‍💻', 'Kita'],
    ['a letter that comes in two characters', 'Gru\u0308ne Ba\u0308nke', 'Grüne Bänke'],
    ['a ligature of old files', 'O\uFB03ce', 'Office'],
    ['other hyphens and narrow spaces', 'E\u2011Mail, z.\u202FB. heute', 'E-Mail, z.\u00A0B. heute'],
    ['a soft hyphen', 'Verwaltungs\u00ADdigitalisierung', 'Verwaltungsdigitalisierung'],
    ['line breaks', 'Kita\n  am Wald', 'Kita am Wald'],
  ])('is drawn as if without %s', (_, title, drawn) => {
    const week = { year: 2025, week: 33 };
    expect(drawTitlePicture(subject(week, title), colours, fonts)).toBe(
      drawTitlePicture(subject(week, drawn), colours, fonts),
    );
  });

  it.each(['Інформація для мешканців', 'Łódź – Žďár – Київ', 'Πληροφορίες για τους κατοίκους'])(
    'in Cyrillic, Greek or other Latin has a shape for each of its letters: %s',
    (title) => {
      const letters = [...title.replaceAll(' ', '')];
      const missing = letters.filter((letter) => drawableText(letter, fonts.title) === '');
      expect([missing, drawableTitle(title, 'Kurrende')]).toEqual([[], title]);
      expect(titleLines(title).length).toBeGreaterThan(0);
    },
  );

  it.each([
    ['another script', '水道についてのお知らせ'],
    ['a word of another script', 'Infos auf العربية und Deutsch'],
    ['a sign that the fonts lack', 'Papier → Akte'],
    ['emoji between commas', '🎉, 🎂, Kita'],
    ['an emoji in brackets', 'Kita (🎉) am Wald'],
    ['emoji alone', '🎉🎂'],
  ])('gives its place to the name of the publication rather than have a hole: %s', (_, title) => {
    expect(drawableTitle(title, 'Kurrende')).toBe('Kurrende');
  });

  it.each([
    ['Sommerfest 🎉!', 'Sommerfest!'],
    ['Die Kita 👩🏽‍💻 ist offen', 'Die Kita ist offen'],
    ['O\uFB03ce, 10 €', 'O\uFB03ce, 10 €'],
    ['…und Action', '…und Action'],
  ])('stays itself without its emoji: %s', (title, drawn) => {
    expect(drawableTitle(title, 'Kurrende')).toBe(drawn);
  });

  it('is promised only for characters that every face has', () => {
    const promised = Array.from({ length: 0x2300 }, (_, code) => `a${String.fromCodePoint(code)}a`).filter(
      (text) => /^a[^\s\p{C}\p{M}]a$/u.test(text) && drawableTitle(text, '') === text,
    );
    expect(promised.length).toBeGreaterThan(450);
    const lost = (['title', 'strong', 'label'] as const).map((face) =>
      promised.filter((text) => drawableText(text, fonts[face]).length < 3),
    );
    expect(lost).toEqual([[], [], []]);
  });
});
