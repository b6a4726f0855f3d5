import type { Element, Root as HtmlRoot } from 'hast';
import { type Handle, toMdast } from 'hast-util-to-mdast';
import { toString as plainText } from 'hast-util-to-string';
import type { Nodes, PhrasingContent, Root } from 'mdast';

/** What a block was in the file, beside being a heading or paragraph: `data.role` in the tree. */
export type BlockRole = 'title' | 'subtitle' | 'caption';

declare module 'mdast' {
  interface Data {
    role?: BlockRole;
  }
}

/** What a block was in the file. */
export function roleOf({ data }: Nodes): BlockRole | undefined {
  return data && 'role' in data ? data.role : undefined;
}

const drop: Handle = () => undefined;
const content: Handle = (state, element) => state.all(element);

const reference: Handle = (_, { properties }) => {
  const identifier = String(properties.identifier);
  return { type: 'footnoteReference', identifier, label: identifier };
};

const footnote: Handle = (state, element) => {
  const identifier = String(element.properties.identifier);
  return { type: 'footnoteDefinition', identifier, label: identifier, children: state.toFlow(state.all(element)) };
};

/** Abbreviations are one of the two HTML elements that an article may hold. */
const abbreviation: Handle = (state, element) => {
  const { title } = element.properties;
  const children = state.all(element);
  if (typeof title !== 'string' || !/^[^"<>&]+$/.test(title)) return children;
  return [{ type: 'html', value: `<abbr title="${title}">` }, ...children, { type: 'html', value: '</abbr>' }];
};

/** Marked with its role where the file named one. */
const block: Handle = (state, element) => {
  const children = state.all(element) as PhrasingContent[];
  const role = roleByClass(element);
  const depth = Number(/^h([1-6])$/.exec(element.tagName)?.[1]);
  const data = role ? { data: { role } } : {};
  if (depth) return { type: 'heading', depth: depth as 1, children, ...data };
  return children.length > 0 ? { type: 'paragraph', children, ...data } : undefined;
};

function roleByClass({ properties }: Element): BlockRole | undefined {
  const names = Array.isArray(properties.className) ? properties.className : [];
  return (['title', 'subtitle', 'caption'] as const).find((role) => names.includes(role));
}

/** Preformatted text is a program's only where it says so; mails are sent as it as well. */
const preformatted: Handle = (_, element) => {
  const isCode = element.children.some((inner) => inner.type === 'element' && inner.tagName === 'code');
  if (isCode) return { type: 'code', value: plainText(element).replace(/\n$/, '') };
  const lines = plainText(element).split(/\n{2,}/);
  return lines.map((text): Nodes => ({ type: 'paragraph', children: [{ type: 'text', value: text }] }));
};

const handlers: Record<string, Handle> = {
  abbr: abbreviation,
  audio: drop,
  button: drop,
  'footnote-reference': reference,
  footnote,
  ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p'].map((name) => [name, block])),
  iframe: drop,
  input: drop,
  mark: content,
  menu: (state, element) => state.all({ ...element, tagName: 'ul' }),
  pre: preformatted,
  select: drop,
  textarea: drop,
  u: content,
  video: drop,
};

/** The tree of Markdown (mdast) that a cleaned tree of HTML is. */
export function toMarkdownTree(tree: HtmlRoot): Root {
  return toMdast(tree, { document: true, handlers, quotes: ['„“', '‚‘'] }) as Root;
}
