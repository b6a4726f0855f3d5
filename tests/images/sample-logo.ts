import sharp from 'sharp';

const ns = 'xmlns="http://www.w3.org/2000/svg"';

/** A logo of 240 × 80 units as drawing programs write it: a square of this colour, and letters beside it. */
export const logoSvg = (colour = '#7a0019', inside = '', attributes = 'viewBox="0 0 240 80"') =>
  `<?xml version="1.0" encoding="UTF-8"?>
<!-- Zeichenprogramm 4.2 -->
<svg ${ns} xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:editor="http://editor.example/ns" ${attributes} editor:version="4.2">
<metadata><editor:note>C:\\Users\\erika</editor:note></metadata><editor:grid/>
<rect width="80" height="80" fill="${colour}"/><path d="M100 20h120v40h-120z" fill="#1b1a18"/>${inside}</svg>`;

/** The same in pixels, transparent on its right. */
export function logoPixels({ width = 480, height = 160 } = {}) {
  return sharp(Buffer.from(logoSvg())).resize({ width, height, fit: 'fill' });
}
