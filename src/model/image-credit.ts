import { z } from 'zod';
import { imageHelp } from '../words/fields/image.ts';
import { imageForm } from '../words/forms/image.ts';
import type { Licence } from '../words/pictures.ts';
import { type Finding, finding } from '../words/problems.ts';
import { tellsNothing } from './alternative-text.ts';
import { type Day, daySchema, daysBetween } from './day.ts';
import {
  described,
  evenIfIncomplete,
  fileBeside,
  isRecord,
  line,
  prose,
  refuse,
  usableFields,
  webAddress,
} from './field.ts';
import { licences, termsOf } from './licence.ts';
import type { FieldFinding } from './problem.ts';

/** Days before a licence's end from which on the check reminds of it. */
const reminderDays = 60;

/**
 * Characters that the texts and addresses inside a file may have: all together have to fit into one segment of a JPEG,
 * 64 kB, or an encoder leaves the credit out without a word. An alternative text of a thousand is too long to listen to.
 */
const mostInName = 300;
const mostInAlt = 1000;
const mostInAddress = 2000;

/**
 * A picture and whose it is (§ 13 UrhG). Either its file is published, then it needs an alternative text
 * (WCAG 1.1.1) or `decorative`; or it is `withheld` for a reason, then only the credit counts.
 */
export const imageSchema = z
  .strictObject(
    described(
      {
        file: fileBeside.optional(),
        alt: prose.max(mostInAlt).optional(),
        decorative: z.boolean().optional(),
        withheld: prose.optional(),
        /** The credit as its holder demands it, without ©: `AdobeStock/heidepinkall`. */
        credit: line.max(mostInName).optional(),
        /** Who made it; without it the credit is taken for the maker's. */
        creator: line.max(mostInName).optional(),
        copyright: line.max(mostInName).optional(),
        licence: z.enum(licences as [Licence, ...Licence[]]).optional(),
        licenceUrl: webAddress.max(mostInAddress).optional(),
        sourceUrl: webAddress.max(mostInAddress).optional(),
        expiresOn: daySchema.optional(),
        edited: z.boolean().optional(),
        /** Shown to readers, Art. 50 (4) Regulation (EU) 2024/1689. */
        ai: z.enum(['none', 'edited', 'generated']).optional(),
        /** Of the persons shown, § 22 KunstUrhG; `not-needed` where there are none or § 23 applies. */
        consent: z.enum(['given', 'not-needed', 'pending']).optional(),
        /** What kind of picture it is; without it nothing is said of its making. */
        medium: z.enum(['photograph', 'drawing', 'screenshot']).optional(),
        caption: prose.optional(),
      },
      imageHelp,
      imageForm,
    ),
  )
  .superRefine((image, context) => {
    const problem = (path: string, found: Finding) => refuse(context, found, [path]);
    const { credit, licence, ai } = image;
    // What is given and wrong by itself has been told already.
    const isMissing = (field: keyof typeof image) => image[field] === undefined;
    if (isMissing('credit')) problem('credit', finding('creditMissing', { demandedBy: demandingLicence(licence) }));
    else if (typeof credit === 'string' && credit && !creditHolder(credit))
      problem('credit', finding('creditOfNobody', { credit }));
    if (image.edited && termsOf(licence).editing === 'forbidden') problem('edited', finding('editingForbidden', {}));
    if (licence === 'ai' && ai === 'none') problem('ai', finding('aiContradiction', {}));
    if (image.withheld) return;
    if (isMissing('file')) problem('file', finding('imageFileMissing', {}));
    if (isMissing('alt') && !image.decorative) problem('alt', finding('altMissing', {}));
    if (typeof image.alt === 'string' && tellsNothing(image.alt)) {
      problem('alt', finding('altSaysNothing', { alt: image.alt }));
    }
    if (image.alt && image.decorative) problem('decorative', finding('altAndDecorative', {}));
    if (isMissing('licence')) problem('licence', finding('licenceMissing', { licences }));
    if (image.consent === 'pending') problem('consent', finding('consentPending', {}));
  }, evenIfIncomplete);

export type Image = z.output<typeof imageSchema>;

/** Who is named by a credit, without a © that the editor may have written; undefined if it names nobody. */
export function creditHolder(credit: string): string | undefined {
  const holder = credit.replace(/^(?:(?:©|\(c\))\s*)+/i, '');
  return /[\p{L}\p{N}]/u.test(holder) ? holder : undefined;
}

function demandingLicence(licence: Licence | undefined): Licence | undefined {
  return termsOf(licence).demandsCredit ? licence : undefined;
}

/** A picture's record where it stands in front matter, with those of its fields that are right by themselves. */
export interface ImageRecord {
  path: PropertyKey[];
  image: Partial<Image>;
  /** As it is written. */
  record: Record<string, unknown>;
}

/** Each record is asked for several times in a reading, and its fields are tried one by one. */
const usableOf = new WeakMap<object, Partial<Image>>();

function usableImage(record: Record<string, unknown>): Partial<Image> {
  const before = usableOf.get(record);
  if (before) return before;
  const usable = usableFields(imageSchema, record);
  usableOf.set(record, usable);
  return usable;
}

/** All records of pictures in the front matter of an issue or article, checked or not yet. */
export function imageRecords({ image, pictures }: { image?: unknown; pictures?: unknown }): ImageRecord[] {
  if (image === undefined && pictures === undefined) return [];
  const inText = Array.isArray(pictures) ? pictures : [];
  return [
    { path: ['image'], record: image },
    ...inText.map((record, index) => ({ path: ['pictures', index], record })),
  ].flatMap(({ path, record }) => (isRecord(record) ? [{ path, image: usableImage(record), record }] : []));
}

/** Warnings about pictures as they stand in front matter, checked or not yet. */
export function adviseOnImages(data: { image?: unknown; pictures?: unknown }): FieldFinding[] {
  return imageRecords(data).flatMap(({ path, image, record }) =>
    adviceOn(image)
      // A field that is there is missing only in so far as it is wrong, which is told already.
      .filter(([field]) => record[field] === undefined || image[field] !== undefined)
      .map(([field, found]) => ({ path: [...path, field], finding: found })),
  );
}

function adviceOn({ withheld, licence, sourceUrl, edited, consent, medium, decorative }: Partial<Image>) {
  const advice: [field: keyof Image, found: Finding][] = [];
  const terms = termsOf(licence);
  // Of a picture that is not shown nothing is asked but its credit.
  if (withheld) return advice;
  if (terms.namesSource && !sourceUrl) advice.push(['sourceUrl', finding('pictureSourceUnknown', {})]);
  if (edited && terms.editing === 'with care') advice.push(['edited', finding('editorialEdited', {})]);
  const mayShowPersons = !decorative && (medium === undefined || medium === 'photograph');
  if (terms.asksPersons && mayShowPersons && !consent) advice.push(['consent', finding('consentUnknown', {})]);
  return advice;
}

/** What is to be said on `today` about the last day on which a picture may be shown that comes out on `publishedOn`. */
export function expiryFinding({ expiresOn }: Partial<Image>, publishedOn: Day, today: Day): Finding | undefined {
  if (!expiresOn) return undefined;
  if (expiresOn < today) return finding('licenceExpired', { day: expiresOn });
  if (expiresOn < publishedOn) return finding('licenceEndsEarly', { day: expiresOn, published: publishedOn });
  const days = daysBetween(today, expiresOn);
  return days <= reminderDays ? finding('licenceEndsSoon', { day: expiresOn, days }) : undefined;
}
