const sayNothing = new Set([
  'abbildung',
  'bild',
  'bilddatei',
  'foto',
  'fotografie',
  'grafik',
  'image',
  'logo',
  'photo',
  'picture',
  'screenshot',
  'symbolbild',
  'symbolfoto',
]);

/** Whether an alternative text only says that there is a picture, or gives the name of its file (WCAG 1.1.1, F30). */
export function tellsNothing(alt: string): boolean {
  const text = alt.trim().toLowerCase();
  if (/\.(?:jpe?g|png|webp|avif|tiff?|gif|svg|heic)$/.test(text)) return true;
  // As cameras and telephones number their pictures: IMG_1234, DSC01234.
  if (/^(?:img|dsc[fn]?|pxl|p|foto|bild)[-_ ]?\d[\d_-]*$/.test(text)) return true;
  return sayNothing.has(text.replace(/^(?:ein|eine|das|die) /, '').replace(/[^\p{L}]+$/u, ''));
}
