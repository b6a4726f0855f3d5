/** Shapes of the example's drawings, as SVG text: flat areas in few colours, which a picture format keeps small. */

/** The house's petrol and what goes with it. */
export const tint = {
  ink: '#16303a',
  petrol: '#0b5268',
  teal: '#3f8294',
  sky: '#c4dfe8',
  mist: '#e6f0f3',
  white: '#ffffff',
  paper: '#f4efe4',
  sand: '#e2d2b2',
  ochre: '#dba33c',
  brick: '#b4553d',
  leaf: '#5f8f63',
  moss: '#3f6b4d',
  skin: '#d9a888',
  brown: '#7c5640',
} as const;

export const box = (x: number, y: number, width: number, height: number, fill: string, radius = 0): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`;

export const disc = (x: number, y: number, radius: number, fill: string): string =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`;

export const area = (path: string, fill: string): string => `<path d="${path}" fill="${fill}"/>`;

export const stroke = (path: string, colour: string, width: number): string =>
  `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

/** What stands in rows and columns, drawn by its place and its number. */
export function grid(columns: number, rows: number, draw: (column: number, row: number) => string): string {
  return Array.from({ length: columns * rows }, (_, index) => draw(index % columns, Math.floor(index / columns))).join(
    '',
  );
}

/** Standing at `x`, feet at `y`, as tall as `height`. */
export function person(x: number, y: number, height: number, coat: string, hair: string = tint.ink): string {
  const unit = height / 10;
  const [shoulder, hip] = [y - 7.6 * unit, y - 4 * unit];
  return [
    box(x - 1.1 * unit, hip - unit, unit, 5 * unit, tint.ink, unit / 3),
    box(x + 0.1 * unit, hip - unit, unit, 5 * unit, tint.ink, unit / 3),
    area(
      `M${x - 1.6 * unit} ${shoulder + 1.2 * unit}q0 ${-1.4 * unit} ${1.6 * unit} ${-1.4 * unit}t${1.6 * unit} ${1.4 * unit}V${hip + unit / 2}H${x - 1.6 * unit}Z`,
      coat,
    ),
    disc(x, y - 8.9 * unit, 1.05 * unit, tint.skin),
    area(
      `M${x - 1.1 * unit} ${y - 8.9 * unit}a${1.1 * unit} ${1.1 * unit} 0 0 1 ${2.2 * unit} 0q${-1.1 * unit} ${-0.7 * unit} ${-2.2 * unit} 0Z`,
      hair,
    ),
  ].join('');
}

/** Head and shoulders behind a table whose edge is at `y`. */
export function sitter(x: number, y: number, size: number, coat: string, hair: string = tint.ink): string {
  const head = y - 1.75 * size;
  return [
    area(
      `M${x - size} ${y}v${-0.4 * size}q0 ${-0.75 * size} ${size} ${-0.75 * size}t${size} ${0.75 * size}V${y}Z`,
      coat,
    ),
    disc(x, head, 0.55 * size, tint.skin),
    area(
      `M${x - 0.58 * size} ${head}a${0.58 * size} ${0.58 * size} 0 0 1 ${1.16 * size} 0q${-0.58 * size} ${-0.4 * size} ${-1.16 * size} 0Z`,
      hair,
    ),
  ].join('');
}

export function tree(x: number, y: number, size: number, crown: string = tint.leaf): string {
  return (
    box(x - size * 0.07, y - size * 0.7, size * 0.14, size * 0.7, tint.brown) + disc(x, y - size, size * 0.45, crown)
  );
}

/** A monitor on its foot, the foot at `y`; what is on it is drawn over it. */
export function monitor(x: number, y: number, width: number, shown: string = tint.mist): string {
  const height = width * 0.6;
  return [
    box(x - width * 0.05, y - width * 0.2, width * 0.1, width * 0.2, tint.ink),
    box(x - width * 0.18, y - width * 0.04, width * 0.36, width * 0.04, tint.ink, 4),
    box(x - width / 2, y - height - width * 0.14, width, height, tint.ink, 12),
    box(x - width / 2 + 14, y - height - width * 0.14 + 14, width - 28, height - 28, shown, 4),
  ].join('');
}

/** Lines of writing, as bars. */
export function writing(x: number, y: number, lengths: readonly number[], step: number, fill: string): string {
  return lengths.map((length, row) => box(x, y + row * step, length, step * 0.4, fill, step * 0.2)).join('');
}

/** The drawing as an SVG document of 1600 × 900 on a ground. */
export function scene(ground: string, ...parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900" viewBox="0 0 1600 900">${box(0, 0, 1600, 900, ground)}${parts.join('')}</svg>`;
}
