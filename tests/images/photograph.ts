import sharp, { type Sharp } from 'sharp';

interface Size {
  width?: number;
  height?: number;
}

/** Pixels as a photograph has them: large soft shapes and grain, the same for the same size. */
export function pixels({ width = 1600, height = 1200 }: Size = {}): Sharp {
  const data = Buffer.alloc(width * height * 3);
  let grain = 1;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      grain = (Math.imul(grain, 1_664_525) + 1_013_904_223) >>> 0;
      const at = (y * width + x) * 3;
      const noise = (grain >>> 28) - 8;
      data[at] = 128 + 90 * Math.sin(x / 190) * Math.cos(y / 240) + noise;
      data[at + 1] = 120 + 80 * Math.sin((x + y) / 310) + noise;
      data[at + 2] = 110 + 70 * Math.cos(x / 270 - y / 150) + noise;
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

const foreignXmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:aux="http://ns.adobe.com/exif/1.0/aux/" photoshop:Credit="Jemand anders" photoshop:City="Brake" aux:SerialNumber="4711"/></rdf:RDF></x:xmpmeta>`;

/** A JPEG as a camera writes it, with its position, its serial number and somebody else's credit inside. */
export function photograph(size?: Size): Promise<Buffer> {
  return pixels(size)
    .withXmp(foreignXmp)
    .withExif({
      IFD0: { Artist: 'Jemand anders', Make: 'Kamera', Model: 'K1' },
      IFD2: { BodySerialNumber: '4711', LensSerialNumber: '0815' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 20/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '8/1 29/1 0/1' },
    })
    .jpeg({ quality: 90 })
    .toBuffer();
}
