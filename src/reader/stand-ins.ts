/** What stands in the preview for the fields that a draft doesn't have yet, or that can't be read. */
import type { AccessibilityStatementFrontMatter } from '../model/accessibility-statement.ts';
import type { ArticleFrontMatter } from '../model/article.ts';
import { day } from '../model/day.ts';
import type { IssueFrontMatter } from '../model/issue.ts';
import type { OwnPageFrontMatter } from '../model/own-page.ts';
import type { PrivacyNoticeFrontMatter } from '../model/privacy-notice.ts';
import { standInWords } from '../words/preview.ts';
import type { ParsedFile } from './files/parsed-file.ts';

type Unfinished<Value> = Pick<ParsedFile<Value>, 'file' | 'usable' | 'isDraft'>;

export function articleStandIn({ file, usable, isDraft }: Unfinished<ArticleFrontMatter>): ArticleFrontMatter {
  return {
    id: '',
    title: untitled(file),
    kind: 'news',
    summary: standInWords.summary,
    topics: [],
    software: [],
    people: [],
    attachments: [],
    related: [],
    pictures: [],
    formerAddresses: [],
    styleExceptions: [],
    ...usable,
    draft: isDraft,
  };
}

export function issueStandIn({ file, usable, isDraft }: Unfinished<IssueFrontMatter>): IssueFrontMatter {
  return {
    id: '',
    title: untitled(file),
    lead: standInWords.lead,
    mailing: false,
    pictures: [],
    formerAddresses: [],
    styleExceptions: [],
    ...usable,
    draft: isDraft,
  };
}

export function pageStandIn({ file, usable, isDraft }: Unfinished<OwnPageFrontMatter>): OwnPageFrontMatter {
  return { title: untitled(file), description: standInWords.summary, ...usable, draft: isDraft };
}

/** What no page but the text's own shows; that one waits until the text is in order. */
const anyDay = day('2000-01-01');
const anyState = 'Niedersachsen';

export function privacyStandIn({
  usable,
}: Pick<Unfinished<PrivacyNoticeFrontMatter>, 'usable'>): PrivacyNoticeFrontMatter {
  return { updatedOn: anyDay, state: anyState, serverLog: 'none', hosting: 'own', ...usable };
}

export function statementStandIn({
  usable,
}: Pick<Unfinished<AccessibilityStatementFrontMatter>, 'usable'>): AccessibilityStatementFrontMatter {
  return {
    state: anyState,
    scope: [],
    standard: '',
    status: 'not-compliant',
    gaps: [],
    assessment: { method: 'self-assessment', on: anyDay },
    createdOn: anyDay,
    reviewedOn: anyDay,
    feedback: { unit: '', email: '' },
    ...usable,
  };
}

function untitled(file: string): string {
  return standInWords.title(file.slice(file.lastIndexOf('/') + 1));
}
