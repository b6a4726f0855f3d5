/** What stands in the preview for the fields that a draft doesn't have yet, or that can't be read. */
import type { ArticleFrontMatter } from '../model/article.ts';
import type { IssueFrontMatter } from '../model/issue.ts';
import type { OwnPageFrontMatter } from '../model/own-page.ts';
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

function untitled(file: string): string {
  return standInWords.title(file.slice(file.lastIndexOf('/') + 1));
}
