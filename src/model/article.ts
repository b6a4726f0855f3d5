import { z } from 'zod';
import {
  articleHelp,
  attachmentHelp,
  contactHelp,
  personHelp,
  relatedHelp,
  releaseHelp,
  sourceHelp,
} from '../words/fields/article.ts';
import {
  articleForm,
  attachmentForm,
  contactForm,
  personForm,
  relatedForm,
  releasedByForm,
  sourceForm,
} from '../words/forms/article.ts';
import { type Finding, finding } from '../words/problems.ts';
import { placeholders } from '../words/templates.ts';
import { attachmentKind } from './attachment-kind.ts';
import { isMisreadInAddress, isTakenAttachmentName, readableAttachmentName } from './attachment-name.ts';
import { daySchema } from './day.ts';
import { eventSchema } from './event.ts';
import {
  described,
  email,
  evenIfIncomplete,
  fileBeside,
  isRecord,
  line,
  oneOrSeveral,
  phone,
  prose,
  refuse,
  slug,
  webAddress,
} from './field.ts';
import { idSchema } from './identifier.ts';
import { adviseOnImages, imageSchema } from './image-credit.ts';
import { language } from './language.ts';
import type { FieldFinding } from './problem.ts';
import { releaseSchema } from './release.ts';
import { styleExceptionSchema } from './style.ts';

const articleKinds = ['case-study', 'news', 'event', 'notice'] as const;

const personSchema = z.strictObject(described({ name: line, function: prose.optional() }, personHelp, personForm));

const contactSchema = z.strictObject(
  described(
    {
      name: line,
      function: prose.optional(),
      email: email.optional(),
      phone: phone.optional(),
    },
    contactHelp,
    contactForm,
  ),
);

/** Where a thing comes from that the publisher did not find out itself. */
const sourceSchema = z.strictObject(described({ title: prose, url: webAddress.optional() }, sourceHelp, sourceForm));

/** A file that has an address, and is what may be attached. */
const attachmentFile = fileBeside.superRefine((file, context) => {
  const kind = attachmentKind(file);
  if (isMisreadInAddress(file)) {
    refuse(context, finding('attachmentMisread', { file, suggestion: readableAttachmentName(file) }));
  } else if (isTakenAttachmentName(file)) refuse(context, finding('attachmentNameTaken', { file }));
  else if (kind === 'page' || kind === 'program') refuse(context, finding('attachmentDangerous', { file, kind }));
  else if (kind === 'other') refuse(context, finding('attachmentTypeUnknown', { file }));
});

const attachmentSchema = z.strictObject(
  described({ file: attachmentFile, title: prose, description: prose.optional() }, attachmentHelp, attachmentForm),
);

/** Another article, by its file or address, which brings its own title; or any page, with a title. */
const relatedSchema = z.union([line, z.strictObject(described({ title: prose, url: line }, relatedHelp, relatedForm))]);

/** A sentence to readers; who only wants to say that it is so writes yes. */
const reason = prose.superRefine((text, context) => {
  if (isBareYes(text)) refuse(context, finding('reasonIsYes', { text }));
});

/** A path on the site that the thing once had and that must go on leading to it. */
export const formerAddress = z.string().superRefine((text, context) => {
  if (!/^\/(?:[a-z0-9._~-]+\/)+$/i.test(text)) {
    refuse(context, finding('notAFormerAddress', { text }));
  }
});

/** Front matter of an article, as editors write it. */
export const articleSchema = z
  .strictObject(
    described(
      {
        id: idSchema,
        title: prose,
        /** Below the title wherever the article stands in full; lists don't show it. */
        subtitle: prose.max(200).optional(),
        kind: z.enum(articleKinds),
        summary: prose.max(400),
        publishedOn: releaseSchema.optional(),
        /** With `correction`: the only source of "last change" in pages, feeds and sitemap. */
        updatedOn: daySchema.optional(),
        correction: prose.optional(),
        draft: z.boolean().default(false),
        withdrawn: reason.optional(),
        /** Decides which issue tells the readers. */
        withdrawnOn: daySchema.optional(),
        author: oneOrSeveral(personSchema).optional(),
        lang: language.optional(),
        /** Said to readers, Art. 50 (4) Regulation (EU) 2024/1689. */
        ai: z.enum(['none', 'assisted', 'generated']).optional(),
        reviewedBy: personSchema.optional(),
        reviewedOn: daySchema.optional(),
        contact: contactSchema.optional(),
        source: sourceSchema.optional(),
        topics: z.array(slug).default([]),
        municipality: slug.optional(),
        software: z.array(slug).default([]),
        people: z.array(personSchema).default([]),
        releasedBy: z
          .strictObject(
            described({ name: line, function: line.optional(), on: daySchema }, releaseHelp, releasedByForm),
          )
          .optional(),
        event: eventSchema.optional(),
        attachments: z.array(attachmentSchema).default([]),
        related: z.array(relatedSchema).default([]),
        image: imageSchema.optional(),
        pictures: z.array(imageSchema).default([]),
        formerAddresses: z.array(formerAddress).default([]),
        styleExceptions: z.array(styleExceptionSchema).default([]),
      },
      articleHelp,
      articleForm,
    ),
  )
  .superRefine((article, context) => {
    const problem = (path: string, found: Finding) => refuse(context, found, [path]);
    if (article.updatedOn && !article.correction) problem('correction', finding('correctionMissing', {}));
    if (article.correction && !article.updatedOn) problem('updatedOn', finding('updatedOnMissing', {}));
    const { ai = 'none', reviewedBy, reviewedOn } = article;
    const isReviewed = reviewedBy !== undefined || reviewedOn !== undefined;
    if (ai === 'generated' && !isReviewed) problem('ai', finding('reviewMissing', {}));
    if (reviewedOn && !reviewedBy) problem('reviewedOn', finding('reviewerMissing', {}));
    if (reviewedBy && !reviewedOn) problem('reviewedBy', finding('reviewedOnMissing', {}));
    if (ai === 'none' && isReviewed) {
      problem(reviewedBy ? 'reviewedBy' : 'reviewedOn', finding('reviewWithoutMachine', {}));
    }
    if (article.withdrawnOn && !article.withdrawn) problem('withdrawn', finding('withdrawnMissing', {}));
    if (article.kind === 'event' && !article.event) problem('event', finding('eventMissing', {}));
    if (article.event && article.kind !== 'event' && articleKinds.includes(article.kind)) {
      problem('event', finding('eventOfOtherKind', { kind: article.kind }));
    }
  }, evenIfIncomplete);

/** Fields that still have the words of the template. */
export function placeholdersIn(data: Record<string, unknown>, words: Record<string, string>): FieldFinding[] {
  const isDraft = data.draft === true;
  return Object.entries(words).flatMap(([field, text]) =>
    data[field] === text ? [{ path: [field], finding: finding('placeholder', { text, isDraft }) }] : [],
  );
}

/** Whether somebody ticked a box instead of writing a sentence, in the words of YAML's kin and of German. */
const isBareYes = (text: string) =>
  /^(?:ja|j|jawohl|yes|y|true|wahr|on|an|ok|okay|x|nein|no|n|false|falsch|off|aus|[01])[.!]?$/i.test(text);

/** What else is to be said of an article's front matter, checked or not yet. */
export function adviseOnArticle(data: Record<string, unknown>): FieldFinding[] {
  // What tells again what others have published names them as its source.
  const unreleased = data.kind === 'case-study' && data.releasedBy === undefined && data.source === undefined;
  const isUndated = data.withdrawn !== undefined && data.withdrawnOn === undefined;
  return [
    ...placeholdersIn(data, { title: placeholders.articleTitle, summary: placeholders.summary }),
    ...(unreleased ? [{ path: ['releasedBy'], finding: finding('releaseMissing', {}) }] : []),
    ...(isUndated ? [{ path: ['withdrawnOn'], finding: finding('withdrawnOnMissing', {}) }] : []),
    ...undatedChange(data),
    ...adviseOnImages(data),
  ];
}

/** What has become of an event is a change that its readers are to be told of, and calendars by its day. */
function undatedChange(data: Record<string, unknown>): FieldFinding[] {
  if (!isRecord(data.event) || data.updatedOn !== undefined || data.withdrawn !== undefined) return [];
  const { event } = data;
  const field = (['cancelled', 'postponed'] as const).find((name) => event[name] !== undefined);
  return field ? [{ path: ['event', field], finding: finding('eventChangeUndated', { field }) }] : [];
}

export type ArticleFrontMatter = z.output<typeof articleSchema>;
export type Person = z.output<typeof personSchema>;
