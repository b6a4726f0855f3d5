import { decodeAddress } from '../../model/address.ts';
import { tellsNothing } from '../../model/alternative-text.ts';
import type { Day } from '../../model/day.ts';
import { isRecord } from '../../model/field.ts';
import { expiryFinding, type Image, type ImageRecord, imageRecords } from '../../model/image-credit.ts';
import type { PlacedFile } from '../../model/picture.ts';
import type { Place, Report } from '../../model/problem.ts';
import { picturesIn } from '../../text/body.ts';
import { nearest } from '../../text/nearest.ts';
import { type Finding, finding } from '../../words/problems.ts';
import type { ContentFolder } from '../files/content-folder.ts';
import { type LicensedOriginals, originalName, originalPlace } from '../files/licensed-originals.ts';
import { fieldName, type ParsedFile } from '../files/parsed-file.ts';
import { comparable } from './credit-checks.ts';

/** A picture that is withheld, and where its original may be put. */
export interface WithheldPicture extends Place {
  credit: string;
  place: string;
  isLicenceKnown: boolean;
}

/** Which picture has which name. */
export type OriginalNames = Pick<Map<string, Place>, 'get' | 'set' | 'keys'>;

/** What the checks of pictures need to know and where they put what they find. */
export interface PictureContext {
  content: ContentFolder;
  today: Day;
  originals: LicensedOriginals;
  report: Report;
  placed: PlacedFile[];
  withheld: WithheldPicture[];
  /** The names of all withheld pictures' originals, there or not, each with the picture that has it. */
  names: OriginalNames;
}

/** Where a text stands: its issue, the article's slug, and the files beside it. */
interface TextPlacement {
  key: string;
  slug?: string;
  folder: string;
  publishedOn: Day;
  files: readonly string[];
}

/** Checks the records of a file's pictures against the disk, the day and the text. */
export function checkPictures(parsed: ParsedFile<unknown>, placement: TextPlacement, context: PictureContext): void {
  const data = isRecord(parsed.data) ? parsed.data : {};
  const records = imageRecords(data);
  // A withdrawn article shows nothing.
  if (data.withdrawn === undefined) for (const record of records) checkRecord(parsed, record, placement, context);
  const inText = records.filter(({ path }) => path[0] === 'pictures');
  checkPicturesInText(parsed, inText, placement.files, context.report);
}

function checkRecord(
  parsed: ParsedFile<unknown>,
  record: ImageRecord,
  placement: TextPlacement,
  context: PictureContext,
): void {
  const { path, image } = record;
  const at = (field: keyof Image) => placeOf(parsed, [...path, field]);
  const report = (field: keyof Image, found: Finding) => context.report({ ...at(field), ...found });
  const place = (field: keyof Image, name: string, file: string) =>
    context.placed.push({
      place: at(field),
      name,
      location: context.content.locate(file),
      ...(image.credit && { credit: { said: comparable(image.credit), place: at('credit') } }),
    });
  const isBeside = image.file !== undefined && placement.files.includes(image.file);

  if (image.withheld === undefined) {
    if (isBeside && image.file) place('file', image.file, `${placement.folder}/${image.file}`);
    else if (image.file) {
      report('file', finding('fileNotFound', { file: image.file, nearest: nearest(image.file, placement.files) }));
    }
  } else {
    const name = originalName(placement.key, placement.slug, path[0] === 'pictures' ? image.file : undefined);
    const rightPlace = originalPlace(name);
    const other = context.names.get(name);
    if (other) report('withheld', finding('originalShared', { place: rightPlace, other }));
    else context.names.set(name, at('withheld'));
    const original = context.originals.find(name);
    if (isBeside && image.file) report('file', finding('withheldFilePresent', { file: image.file, place: rightPlace }));
    if (!original) {
      const { credit = '', licence } = image;
      context.withheld.push({ ...at('withheld'), credit, place: rightPlace, isLicenceKnown: licence !== undefined });
      return;
    }
    place('withheld', original, original);
    if (!image.alt && !image.decorative) report('alt', finding('altMissing', {}));
    else if (image.alt && tellsNothing(image.alt)) report('alt', finding('altSaysNothing', { alt: image.alt }));
    if (!image.licence) report('licence', finding('withheldLicenceUnknown', {}));
  }
  const expiry = expiryFinding(image, placement.publishedOn, context.today);
  if (expiry) report('expiresOn', expiry);
}

function checkPicturesInText(
  parsed: ParsedFile<unknown>,
  records: readonly ImageRecord[],
  files: readonly string[],
  report: Report,
): void {
  const used = picturesIn(parsed.references);
  // One name that is wrong in one of two places gives one message.
  const unused = records.flatMap(({ image }) => (image.file && !used.has(image.file) ? [image.file] : []));
  const meant = new Set<string>();
  for (const { kind, url, line } of parsed.references) {
    if (kind !== 'picture') continue;
    const file = decodeAddress(url);
    if (/^[a-z]+:|^\/\//i.test(url)) report({ file: parsed.file, line, ...finding('pictureFromElsewhere', { url }) });
    else if (!records.some(({ image }) => image.file === file)) {
      const near = nearest(file, unused);
      if (near) meant.add(near);
      const isTold =
        near && records.some(({ image }) => image.file === near && !image.withheld && !files.includes(near));
      if (!isTold) report({ file: parsed.file, line, ...finding('pictureWithoutRecord', { file, nearest: near }) });
    }
  }
  const recorded = new Set<string>();
  for (const { path, image } of records) {
    const { file, withheld } = image;
    const atFile = placeOf(parsed, [...path, 'file']);
    if (file === undefined) {
      // One that is not withheld has been told already that it needs its file.
      if (withheld) report({ ...atFile, ...finding('withheldWithoutName', {}) });
      continue;
    }
    if (recorded.has(file)) report({ ...atFile, ...finding('pictureRecordedTwice', { file }) });
    recorded.add(file);
    if (!used.has(file) && !meant.has(file))
      report({ ...placeOf(parsed, path), ...finding('pictureUnused', { file }) });
  }
}

function placeOf(parsed: ParsedFile<unknown>, path: PropertyKey[]): Place {
  return { file: parsed.file, line: parsed.lineOf(path), field: fieldName(path) };
}

/** Originals whose names nothing asks for. */
export function checkOriginals({ originals, names, report }: PictureContext): void {
  const known = new Set([...names.keys()].map((name) => originals.find(name)));
  for (const file of originals.files) {
    if (known.has(file)) continue;
    const guess = nearest(file, [...names.keys()].map(originalPlace));
    report({ file, line: 1, ...finding('licensedFileUnused', { nearest: guess }) });
  }
}
