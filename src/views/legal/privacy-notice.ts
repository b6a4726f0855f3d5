/** The data protection notice (Art. 13 GDPR), made of what the site does; what it doesn't do is not mentioned. */
import { createHash } from 'node:crypto';
import { toString as plainText } from 'mdast-util-to-string';
import { addresses } from '../../model/address.ts';
import type { Library, PrivacyNotice } from '../../model/library.ts';
import { usualSubscription } from '../../model/privacy-notice.ts';
import { deliveriesKeptYears } from '../../model/service-facts.ts';
import { frameWords } from '../../words/frame.ts';
import { privacyWords as words } from '../../words/privacy.ts';
import { dayText, type TimeText } from '../parts/date.ts';
import { isEmpty, pageText } from '../parts/text.ts';
import { type LegalBlock, type LegalSection, paragraphs, typesetBlock, typesetSections } from './legal-section.ts';
import { authorityBlock, basisText, contactBlocks, officerBlocks, recipientTexts } from './privacy-slots.ts';

export interface PrivacyPage {
  title: string;
  description: string;
  opening: readonly LegalBlock[];
  sections: readonly LegalSection[];
  asOf: TimeText;
  version: string;
}

type Content = Pick<Library, 'site' | 'legal'>;

export function privacyNotice(content: Content): PrivacyPage {
  const { site, legal } = content;
  const { datenschutz: notice } = legal;
  return {
    title: words.title,
    description: words.description(site.title),
    opening: openingOf(content).map(typesetBlock),
    sections: [
      ...typesetSections(sectionsOf(content)),
      ...(isEmpty(notice.body)
        ? []
        : [{ title: words.furtherRemarks, blocks: [{ html: pageText(notice.body, { deeper: 1 }) }] }]),
    ],
    asOf: dayText(notice.updatedOn),
    version: privacyNoticeVersion(content),
  };
}

/**
 * Names the notice as it stands, for the proof of a consent: the day that it bears and a part of the SHA-256 of all that
 * it says, `2026-11-24-1f2e3d4c5b6a`. Two notices with the same version say the same.
 */
export function privacyNoticeVersion(content: Content): string {
  const { updatedOn, body } = content.legal.datenschutz;
  const text = JSON.stringify([openingOf(content), sectionsOf(content), plainText(body)]);
  return `${updatedOn}-${createHash('sha256').update(text).digest('hex').slice(0, 12)}`;
}

function openingOf({ site }: Content): LegalBlock[] {
  return paragraphs(site.example ? words.example : undefined, words.inShort);
}

function sectionsOf({ site, legal }: Content): LegalSection[] {
  const { datenschutz: notice } = legal;
  const hasSubscription = site.aboUrl !== undefined;
  // The first publisher answers for the site.
  const [controller] = site.publishers;
  if (!controller) throw new TypeError('a site has at least one publisher');
  const basis = words.basis(basisText(controller.legalForm, notice));
  const recipients = recipientTexts(notice, hasSubscription);
  return [
    {
      title: words.controller,
      blocks: [
        ...contactBlocks(controller),
        { link: { before: words.represented, text: frameWords.imprint, path: addresses.imprint } },
      ],
    },
    ...officerBlocks(controller).map((block) => ({ title: words.officer, blocks: [block] })),
    { title: words.log, blocks: logBlocks(notice, basis) },
    { title: words.hosting, blocks: paragraphs(hostingText(notice)) },
    ...(hasSubscription ? [{ title: words.subscription, blocks: subscriptionBlocks(notice) }] : []),
    {
      title: words.feeds,
      blocks: paragraphs(notice.serverLog === 'none' ? words.feedsWithoutLog : words.feedsWithLog),
    },
    { title: words.search, blocks: paragraphs(words.searchText) },
    { title: words.letters, blocks: paragraphs(words.lettersText(lettersKept(notice)), basis) },
    {
      title: words.absent,
      blocks: [{ items: words.absentThings }, ...paragraphs(words.noBanner)],
    },
    { title: words.recipients, blocks: paragraphs(...recipients, words.voluntary) },
    { title: words.rights, blocks: rightsBlocks(notice, hasSubscription) },
  ];
}

function logBlocks({ serverLog }: PrivacyNotice, basis: string): LegalBlock[] {
  if (serverLog === 'none') return paragraphs(words.noLog, basis);
  return [
    ...paragraphs(words.logKeeps),
    { items: serverLog.fields.map((field) => words.logFields[field]) },
    ...paragraphs(words.logPurpose(serverLog.retentionDays), basis),
  ];
}

function hostingText({ hosting }: PrivacyNotice): string {
  return hosting === 'own' ? words.ownHosting : words.hostedBy(hosting.name, hosting.city);
}

function subscriptionBlocks({ subscription = usualSubscription }: PrivacyNotice): LegalBlock[] {
  const { confirmWithinHours, unconfirmedKeptDays, proofKeptYears, dispatch } = subscription;
  return paragraphs(
    words.subscriptionData,
    words.subscriptionConfirm(confirmWithinHours, unconfirmedKeptDays),
    words.subscriptionProof(proofKeptYears),
    words.subscriptionEnd,
    words.subscriptionDeliveries(deliveriesKeptYears),
    words.subscriptionTracking,
    dispatch === 'own' ? words.ownDispatch : words.dispatchedBy(dispatch.name, dispatch.city),
  );
}

function lettersKept({ correspondenceKept }: PrivacyNotice): string {
  return correspondenceKept ? words.lettersKept(correspondenceKept) : words.lettersUntilDone;
}

function rightsBlocks(notice: PrivacyNotice, hasSubscription: boolean): LegalBlock[] {
  return [
    ...paragraphs(words.youCan),
    { items: words.rightsList },
    // Portability and withdrawal exist only where data are processed with consent (Art. 20 (1), 7 (3) GDPR).
    ...paragraphs(
      hasSubscription ? words.portability : undefined,
      words.objection,
      hasSubscription ? words.withdrawal : undefined,
      words.complaint,
    ),
    authorityBlock(notice),
  ];
}
