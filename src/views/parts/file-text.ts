/** A file to take along: what it is, how large, where. */
import type { Attachment } from '../../model/library.ts';
import { fileTypeWords, sizeUnits } from '../../words/articles.ts';
import type { FactValue } from './facts.ts';

const NBSP = '\u00A0';

/** A size in bytes as German text in decimal units (IEC 80000-13): `820 Byte`, `2,6 kB`, `12 kB`, `1,4 MB`. */
export function fileSize(bytes: number): string {
  let [value, unit] = [bytes, 0];
  // 999,6 kB would be rounded to a thousand of its own unit.
  while (Math.round(value) >= 1000 && unit < sizeUnits.length - 1) [value, unit] = [value / 1000, unit + 1];
  const digits = unit > 0 && value < 10 ? 1 : 0;
  const number = value.toLocaleString('de-DE', { maximumFractionDigits: digits, useGrouping: false });
  return `${number}${NBSP}${sizeUnits[unit]}`;
}

/** The type of a file in words that people use; an unknown one goes by its ending. */
export function fileType({ mediaType, file }: Pick<Attachment, 'mediaType' | 'file'>): string {
  const known = fileTypeWords[mediaType];
  if (known) return known;
  return /\.([a-z0-9]+)$/i.exec(file)?.[1]?.toUpperCase() ?? mediaType;
}

interface FileLink extends FactValue {
  /** Type and size. */
  aside: string;
}

/** The link to an attachment. */
export function fileLink(attachment: Attachment): FileLink {
  const { title, path, bytes, description } = attachment;
  const aside = `${fileType(attachment)}, ${fileSize(bytes)}`;
  return { text: title, href: path, aside, ...(description && { description }) };
}
