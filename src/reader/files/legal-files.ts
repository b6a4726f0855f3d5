import {
  type AccessibilityStatementFrontMatter,
  accessibilityStatementSchema,
  overdueReview,
} from '../../model/accessibility-statement.ts';
import { contentFiles } from '../../model/content-files.ts';
import type { Day } from '../../model/day.ts';
import { type EasyLanguageFrontMatter, easyLanguageSchema } from '../../model/easy-language.ts';
import { federalStates } from '../../model/federal-state.ts';
import { isRecord } from '../../model/field.ts';
import { legalForms } from '../../model/legal-form.ts';
import { legalBasisOf, type PrivacyNoticeFrontMatter, privacyNoticeSchema } from '../../model/privacy-notice.ts';
import type { Report } from '../../model/problem.ts';
import type { SiteFrontMatter } from '../../model/site.ts';
import { checkSentenceLines } from '../../text/easy-language.ts';
import { type Finding, finding } from '../../words/problems.ts';
import type { ContentFolder } from './content-folder.ts';
import type { FileParser } from './file-parser.ts';
import type { ParsedFile } from './parsed-file.ts';

/** The files of `content/legal/`. */
export interface LegalFiles {
  datenschutz?: ParsedFile<PrivacyNoticeFrontMatter>;
  barrierefreiheit?: ParsedFile<AccessibilityStatementFrontMatter>;
  leichteSprache?: ParsedFile<EasyLanguageFrontMatter>;
}

/** Reads `legal/`; `present` gives back the path of a file that there must be, or reports that there is none. */
export function readLegalFiles(
  content: ContentFolder,
  parse: FileParser,
  present: (file: string) => string | undefined,
  today: Day,
  report: Report,
): LegalFiles {
  const files: LegalFiles = {};
  const privacyFile = present(contentFiles.datenschutz);
  if (privacyFile) files.datenschutz = parse(privacyFile, privacyNoticeSchema);
  const statementFile = present(contentFiles.barrierefreiheit);
  if (statementFile) {
    files.barrierefreiheit = parse(statementFile, accessibilityStatementSchema);
    checkReview(files.barrierefreiheit, today, report);
  }
  if (content.size(contentFiles.leichteSprache) !== undefined) {
    files.leichteSprache = parse(contentFiles.leichteSprache, easyLanguageSchema, {
      checkText: checkSentenceLines,
      keepsLines: true,
    });
  }
  for (const parsed of Object.values(files)) for (const problem of parsed.problems) report(problem);
  return files;
}

/** A warning and never an error: else a build that nobody touched would fail on the day that the year is over. */
function checkReview(
  { file, usable, lineOf }: ParsedFile<AccessibilityStatementFrontMatter>,
  today: Day,
  report: Report,
): void {
  const { reviewedOn } = usable;
  if (!reviewedOn) return;
  const say = (found: Finding) => report({ file, line: lineOf(['reviewedOn']), field: 'reviewedOn', ...found });
  const age = overdueReview(reviewedOn, today);
  if (age !== undefined) say(finding('reviewDue', { day: reviewedOn, age }));
  if (reviewedOn > today) say(finding('reviewAhead', { day: reviewedOn }));
}

/** A public body processes data on the ground of an act (Art. 6 (3) GDPR), which the notice has to name. */
export function checkLegalBasis(
  { site, legal }: { site?: ParsedFile<SiteFrontMatter>; legal: LegalFiles },
  report: Report,
): void {
  const form = site?.usable.publishers?.[0]?.legalForm;
  const { datenschutz } = legal;
  const { state, ...notice } = datenschutz?.usable ?? {};
  if (!datenschutz || !form || !legalForms.includes(form) || !state || !federalStates.includes(state)) return;
  if (legalBasisOf(form, { ...notice, state })) return;
  const found = finding('publicTaskActMissing', { form, state });
  report({ file: datenschutz.file, line: datenschutz.lineOf(['state']), field: 'publicTaskAct', ...found });
}

/** Whoever offers the Abo by e-mail says who sends it, and in the notice what becomes of the addresses. */
export function checkSubscription(
  { site, legal: { datenschutz } }: { site?: ParsedFile<SiteFrontMatter>; legal: LegalFiles },
  report: Report,
): void {
  if (!site?.usable.aboUrl) return;
  const at = { file: site.file, line: site.lineOf(['aboUrl']), field: 'aboUrl' };
  if (isRecord(site.data) && site.data.mail === undefined) report({ ...at, ...finding('senderUndeclared', {}) });
  if (datenschutz && !('subscription' in datenschutz.usable)) {
    report({ ...at, ...finding('subscriptionUndeclared', {}) });
  }
}
