import type { Article, Issue, Library } from '../../src/model/library.ts';
import { article, type Files, index, library, like } from '../reader/sample-content.ts';

/** An address other than the one in the sample's `site.md`, as a preview on the editor's machine has it. */
export const origin = 'http://127.0.0.1:4321';

/** The sample's article as it is after these changes, with its issue and the library that holds both. */
export function sampleArticle(...changes: Parameters<typeof library>): {
  article: Article;
  issue: Issue;
  library: Library;
} {
  const read = library(...changes);
  const issue = read.issues.find(({ key }) => key === '2025-kw33');
  const [first] = issue?.articles ?? [];
  if (!issue || !first) throw new Error('the sample has no article with these changes');
  return { article: first, issue, library: read };
}

/** One more issue, with articles by their file names (without an ending) and the fields of each. */
export function anotherIssue(key: string, fields: string, articles: Record<string, string> = {}): Files {
  const folder = `content/issues/${key}`;
  const files = Object.entries(articles).map(([name, own]) => like(article, `${folder}/${name}.md`, own));
  return Object.assign({}, like(index, `${folder}/index.md`, `title: ${key}\n${fields}`), ...files);
}

/** Takes the sample's own issue away, for content that has others or none. */
export const withoutIssue: Files = { [index]: undefined, [article]: undefined };
