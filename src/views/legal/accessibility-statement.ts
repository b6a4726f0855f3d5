/** The accessibility statement as a page and as data, from its record and from nothing else. */
import { type GapKind, gapKinds } from '../../model/accessibility-statement.ts';
import { addresses } from '../../model/address.ts';
import { type ConciliationBody, lawOf } from '../../model/federal-state.ts';
import type { AccessibilityStatement, Library } from '../../model/library.ts';
import { publisherNames } from '../../model/publisher.ts';
import { typeset } from '../../text/typography.ts';
import { statementWords as words } from '../../words/accessibility.ts';
import { dayText } from '../parts/date.ts';
import { facts, siteFact, textFact } from '../parts/facts.ts';
import { telephoneFact } from '../parts/telephone.ts';
import { isEmpty, pageText } from '../parts/text.ts';
import { type LegalBlock, type LegalSection, paragraphs, typesetBlock, typesetSections } from './legal-section.ts';

export interface StatementPage {
  title: string;
  description: string;
  /** Before the first heading. */
  opening: readonly LegalBlock[];
  sections: readonly LegalSection[];
  data: { text: string; path: string };
}

/** In the order of the model in Implementing Decision (EU) 2018/1523. */
export function accessibilityStatement({ site, legal }: Pick<Library, 'site' | 'legal'>): StatementPage {
  const statement = legal.barrierefreiheit;
  const { scope, status, standard, body } = statement;
  const opening = paragraphs(
    site.example ? words.example : undefined,
    words.commitment(publisherNames(site)),
    words.law(actOf(statement)),
  );
  const sections: LegalSection[] = [
    { title: words.scope, blocks: [{ items: scope }] },
    { title: words.status, blocks: paragraphs(words.standard(standard), words.statuses[status]) },
    { title: words.gaps, blocks: gapKinds.flatMap((kind) => gapBlocks(statement, kind)) },
    { title: words.preparation, blocks: [preparation(statement)] },
    { title: words.feedback, blocks: [...paragraphs(words.feedbackText), feedback(statement)] },
    { title: words.enforcement, blocks: enforcement(conciliationBodyOf(statement)) },
    ...(isEmpty(body) ? [] : [{ title: words.furtherRemarks, blocks: [{ html: pageText(body, { deeper: 1 }) }] }]),
  ];
  return {
    title: words.title,
    description: words.description(site.title),
    opening: opening.map(typesetBlock),
    sections: typesetSections(sections),
    data: { text: words.asData, path: addresses.accessibilityData },
  };
}

/** The same as an object for `/barrierefreiheit.json`, with the words of the record (Art. 2 of the Decision). */
export function accessibilityData({ site, legal }: Pick<Library, 'site' | 'legal'>, origin: string): object {
  const { body, law, conciliationBody, ...record } = legal.barrierefreiheit;
  return {
    publishers: site.publishers.map(({ name }) => name),
    url: origin + addresses.accessibility,
    ...record,
    law: actOf(legal.barrierefreiheit),
    conciliationBody: conciliationBodyOf(legal.barrierefreiheit),
    ...(site.example && { example: true }),
  };
}

/** The schema lets none pass that has neither; the record goes before what the product knows. */
function actOf({ law, state }: AccessibilityStatement): string {
  return law ?? lawOf(state).accessibilityAct ?? '';
}

function conciliationBodyOf({ conciliationBody, state }: AccessibilityStatement): ConciliationBody {
  const found = conciliationBody ?? lawOf(state).conciliationBody;
  if (!found) throw new TypeError(`no conciliation body for ${state}`);
  return found;
}

function gapBlocks({ gaps, state, law }: AccessibilityStatement, kind: GapKind): LegalBlock[] {
  const { burdenClause, exemptionClause } = law ? {} : lawOf(state);
  const clause = {
    'non-compliance': undefined,
    'disproportionate-burden': burdenClause,
    'out-of-scope': exemptionClause,
  }[kind];
  const found = gaps.filter((gap) => gap.kind === kind);
  if (found.length === 0) return paragraphs(words.noGaps[kind]);
  const title = words.gapKinds[kind];
  return [
    { heading: clause ? words.withClause(title, clause) : title },
    {
      facts: found.map(({ part, reason, alternative, plannedFor }) => ({
        name: part,
        values: [
          { text: words.reason(reason) },
          ...(alternative ? [{ text: words.alternative(alternative) }] : []),
          ...(plannedFor ? [{ text: words.plannedFor(dayText(plannedFor).text) }] : []),
        ],
      })),
    },
  ];
}

function preparation({ createdOn, reviewedOn, assessment }: AccessibilityStatement): LegalBlock {
  const { method, on, assessor, report } = assessment;
  return {
    facts: facts(
      [words.createdOn, [dayText(createdOn)]],
      [words.assessment, [textFact(words.methods[method](dayText(on).text))]],
      [words.assessor, [textFact(assessor)]],
      [words.report, [siteFact(report)]],
      [words.reviewedOn, [dayText(reviewedOn)]],
    ),
  };
}

function feedback({ feedback: { unit, email, phone, form } }: AccessibilityStatement): LegalBlock {
  const subject = encodeURIComponent(words.emailSubject);
  return {
    facts: facts(
      [words.unit, [textFact(unit)]],
      [words.email, [{ text: email, href: `mailto:${email}?subject=${subject}` }]],
      [words.form, [siteFact(form)]],
      [words.phone, [phone === undefined ? undefined : telephoneFact(phone)]],
    ),
  };
}

function enforcement({ name, website, procedure }: ConciliationBody): LegalBlock[] {
  return [
    ...paragraphs(words.enforcementText, procedure),
    {
      facts: facts([words.conciliationBody, [textFact(typeset(name))]], [words.procedure, [siteFact(website)]]),
    },
  ];
}
