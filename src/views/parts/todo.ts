/** What is missing in a draft, marked at its place: only the preview has any of it. */
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Parent, Root, RootContent } from 'mdast';
import { decodeAddress } from '../../model/address.ts';
import type { DraftPlaces, Issue } from '../../model/library.ts';
import type { Problem } from '../../model/problem.ts';
import { visit } from '../../text/visit.ts';
import { previewWords } from '../../words/preview.ts';

/** Something that is missing or wrong. */
export interface Todo {
  /** Of its mark on the page of its text. */
  id: string;
  /** Line and field in the file. */
  place: string;
  found: string;
  expected: string;
  advice: string;
}

/** The parts of a page beside the blocks of its text; `top` is for what belongs to none. */
type Part = 'top' | 'kicker' | 'title' | 'lead' | 'byline' | 'picture' | 'event' | 'notes' | 'placement';

export interface Todos {
  parts: Partial<Record<Part, Todo[]>>;
  /** By the number of the block that it is about. */
  blocks: ReadonlyMap<number, Todo[]>;
}

/** A text with a file of its own. */
interface Draft {
  file: string;
  body: Root;
  places?: DraftPlaces;
}

/** Where the page of an article, an issue or a page of the organisation's own shows each field. */
const partOfField: Record<string, Part> = {
  kind: 'kicker',
  municipality: 'kicker',
  lang: 'kicker',
  title: 'title',
  subtitle: 'title',
  summary: 'lead',
  lead: 'lead',
  publishedOn: 'byline',
  updatedOn: 'byline',
  author: 'byline',
  ai: 'byline',
  reviewedBy: 'byline',
  reviewedOn: 'byline',
  image: 'picture',
  event: 'event',
  correction: 'notes',
  attachments: 'notes',
  related: 'notes',
  people: 'notes',
  releasedBy: 'notes',
  source: 'notes',
  contact: 'notes',
  topics: 'placement',
  software: 'placement',
};

/** What is missing in a draft, by the part or block that it belongs to; undefined where nothing is. */
export function todosOf(draft: Draft, problems: readonly Problem[]): Todos | undefined {
  const own = missingIn(draft.file, problems);
  if (!draft.places || own.length === 0) return undefined;
  const parts: Todos['parts'] = {};
  const blocks = new Map<number, Todo[]>();
  for (const [index, problem] of own.entries()) {
    const block = blockOf(problem, draft, draft.places);
    const part = partOfField[fieldOf(problem, draft.places) ?? ''] ?? 'top';
    if (block === undefined) parts[part] = [...(parts[part] ?? []), todo(problem, index)];
    else blocks.set(block, [...(blocks.get(block) ?? []), todo(problem, index)]);
  }
  return { parts, blocks };
}

/** A line of the list above an issue. */
interface MissingEntry {
  /** Title of the text, or name of the file where there is no page of it. */
  title: string;
  /** Leads to the mark. */
  href: string | undefined;
  todo: Todo;
}

export interface MissingList {
  summary: string;
  entries: MissingEntry[];
}

/** What is missing until a draft issue can come out, or in the drafts of one that is out; undefined where nothing is. */
export function missingInIssue(issue: Issue, problems: readonly Problem[]): MissingList | undefined {
  const folder = issue.file.slice(0, issue.file.lastIndexOf('/') + 1);
  const texts = new Map([issue, ...issue.articles].map((text) => [text.file, text]));
  const files = new Set([issue.file, ...problems.map(({ file }) => file).filter((file) => file.startsWith(folder))]);
  const entries = [...files].flatMap((file) =>
    missingIn(file, problems).map((problem, index): MissingEntry => {
      const text = texts.get(file);
      const one = todo(problem, index);
      const title = text?.title ?? file.slice(folder.length);
      return { title, href: text && `${text.path}#${one.id}`, todo: one };
    }),
  );
  if (entries.length === 0) return undefined;
  return { summary: previewWords.missing(entries.length, issue.state === 'draft'), entries };
}

function missingIn(file: string, problems: readonly Problem[]): Problem[] {
  return problems.filter((problem) => problem.file === file && problem.severity === 'error');
}

function todo({ line, field, found, expected, advice }: Problem, index: number): Todo {
  return { id: `noch-zu-tun-${index + 1}`, place: previewWords.place(line, field), found, expected, advice };
}

/** The field that a problem is about, without its parts; in a head that can't be read the one at its line. */
function fieldOf({ field, line }: Problem, { fields }: DraftPlaces): string | undefined {
  return field?.match(/^\w+/)?.[0] ?? fields.findLast((one) => one.line <= line)?.name;
}

/** The block of the text that a problem is about: the one at its line, or the one that shows the picture. */
function blockOf({ line, field }: Problem, { body }: Draft, { blocks, pictures }: DraftPlaces): number | undefined {
  if (field === undefined) {
    const at = blocks.findLastIndex((start) => start !== undefined && start <= line);
    return at < 0 ? undefined : at;
  }
  const record = /^pictures\[(\d+)\]/.exec(field)?.[1];
  const file = record === undefined ? undefined : pictures[Number(record) - 1];
  const at = file === undefined ? -1 : body.children.findIndex((block) => showsPicture(block, file));
  return at < 0 ? undefined : at;
}

function showsPicture(block: RootContent, file: string): boolean {
  let found = false;
  visit(block, 'image', ({ url }) => {
    found ||= decodeAddress(url) === file;
  });
  return found;
}

/** The marks as an element: the same beside a title and within a text. */
function todoElement({ id, place, found, expected, advice }: Todo): Element {
  return h('div', { className: ['todo'], id, role: 'note', ariaLabel: previewWords.unfinished, lang: 'de' }, [
    h('p', [h('strong', previewWords.unfinished), ` (${place}). ${previewWords.found(found)}`]),
    h('p', previewWords.expected(expected)),
    h('p', advice),
  ]);
}

/** The same as text. */
export function todosHtml(todos: readonly Todo[]): string {
  return toHtml({ type: 'root', children: todos.map(todoElement) });
}

/** A mark among the blocks of a text. */
interface TodoMark extends Parent {
  type: 'todo';
  children: [];
  data: { hName: string; hProperties: Element['properties']; hChildren: Element['children'] };
}

declare module 'mdast' {
  interface RootContentMap {
    todo: TodoMark;
  }
}

/** The text with the marks before the blocks that they are about. */
export function withTodos(body: Root, todos: Todos | undefined): Root {
  if (!todos) return body;
  const marks = (index: number) =>
    (todos.blocks.get(index) ?? []).map((one): TodoMark => {
      const { tagName, properties, children } = todoElement(one);
      return { type: 'todo', children: [], data: { hName: tagName, hProperties: properties, hChildren: children } };
    });
  return { ...body, children: body.children.flatMap((block, index) => [...marks(index), block]) };
}
