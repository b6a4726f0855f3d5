/** A text without any marks of HTML: the part of a mail that every program shows. */
import type { List, ListItem, Nodes, PhrasingContent, Root, RootContent, RootContentMap, Table } from 'mdast';
import { footnoteWords, plainTextWords } from '../words/text.ts';
import { hang, length, lineWidth, wrap } from './line-wrap.ts';
import { plainHeading } from './plain-heading.ts';
import { visit } from './visit.ts';

export interface PlainTextOptions {
  /** Origin to put before paths. */
  origin?: string;
  /** Address of the page that the text stands on: where links within it lead. */
  page?: string;
  /** Levels to push headings down by, for a text below another heading. */
  deeper?: number;
  /** Addresses that the same mail has listed before; numbers of links go on after them. */
  links?: readonly string[];
  /** Characters in a line. */
  width?: number;
}

export interface PlainText {
  text: string;
  /** All addresses so far, those given included. A link in the text says the number of its place: `[1]` is the first. */
  links: string[];
}

/**
 * The tree as text in lines of at most `width` characters, for ears as much as for eyes: a row of a table becomes an
 * entry that names each column, an abbreviation is followed by what it stands for, footnotes have raised figures so
 * that they can't be taken for links. `tree` must have gone through `prepareBody`.
 */
export function toPlainText(tree: Root, options: PlainTextOptions = {}): PlainText {
  const writer = new Writer(tree, options);
  const blocks = [...writer.blocks(tree.children, options.width ?? lineWidth), ...writer.footnotes()];
  return { text: blocks.map((lines) => lines.join('\n')).join('\n\n'), links: writer.links };
}

type Lines = string[];

class Writer {
  readonly links: string[];
  readonly #options: PlainTextOptions;
  readonly #width: number;
  readonly #definitions = new Map<string, string>();
  readonly #notes = new Map<string, RootContent[]>();
  /** In the order in which the text refers to them. */
  readonly #cited: string[] = [];

  constructor(tree: Root, options: PlainTextOptions) {
    this.#options = options;
    this.#width = options.width ?? lineWidth;
    this.links = [...(options.links ?? [])];
    visit(tree, (node) => {
      if (node.type === 'definition') this.#definitions.set(node.identifier, node.url);
      if (node.type === 'footnoteDefinition') this.#notes.set(node.identifier, node.children);
    });
  }

  /** Each block as its lines; a block without text gives none. */
  blocks(nodes: readonly RootContent[], width: number): Lines[] {
    return nodes.map((node) => this.#block(node, width)).filter((lines) => lines.length > 0);
  }

  /** What the raised figures refer to. A note may refer to the next. */
  footnotes(): Lines[] {
    if (this.#cited.length === 0) return [];
    const level = Math.min(6, 2 + (this.#options.deeper ?? 0));
    const found: Lines[] = [plainHeading(footnoteWords.title, level, this.#width).split('\n')];
    for (let index = 0; index < this.#cited.length; index += 1) {
      const mark = `${raised(index + 1)} `;
      const blocks = this.blocks(this.#notes.get(this.#cited[index] ?? '') ?? [], this.#width - length(mark));
      found.push(hang(joined(blocks), mark));
    }
    return found;
  }

  #block(node: RootContent, width: number): Lines {
    switch (node.type) {
      case 'paragraph':
        return this.#lines(node.children, width);
      case 'heading':
        return plainHeading(this.#inline(node.children), node.depth + (this.#options.deeper ?? 0), width).split('\n');
      case 'blockquote':
      case 'box':
        return this.#quote(node, width);
      case 'voice':
        return this.#voice(node, width);
      case 'list':
        return this.#list(node, width);
      case 'table':
        return this.#table(node, width);
      case 'code':
        return node.value.split('\n').map((line) => `    ${line}`);
      case 'thematicBreak':
        return ['* * *'];
      default:
        return [];
    }
  }

  #quote({ children }: { children: readonly RootContent[] }, width: number): Lines {
    return hang(joined(this.blocks(children, width - 2)), '> ', '> ');
  }

  /** The statement as a quotation, the speaker below it. */
  #voice({ children: [statement, speaker] }: RootContentMap['voice'], width: number): Lines {
    return [...this.#quote(statement, width), ...hang(this.#lines(speaker.children, width - 2), '– ')];
  }

  #list({ children, ordered, start, spread }: List, width: number): Lines {
    const items = children.map((item, index) => {
      const mark = ordered ? `${(start ?? 1) + index}. ` : '- ';
      return hang(this.#item(item, width - mark.length), mark);
    });
    return spread ? joined(items) : items.flat();
  }

  #item({ children, spread }: ListItem, width: number): Lines {
    const blocks = this.blocks(children, width);
    return spread ? joined(blocks) : blocks.flat();
  }

  /** Columns side by side would need letters of one width, and nobody who listens knows which column is being read. */
  #table({ children }: Table, width: number): Lines {
    const [head, ...rows] = children.map(({ children: cells }) => cells.map((cell) => this.#inline(cell.children)));
    if (!head) return [];
    return rows.flatMap(([first = '', ...others]) => [
      ...hang(wrap(first, width - 2), '- '),
      ...others.flatMap((cell, index) =>
        cell === '' ? [] : hang(wrap(plainTextWords.cell(head[index + 1] ?? '', cell), width - 4), '  ', '    '),
      ),
    ]);
  }

  #lines(nodes: readonly PhrasingContent[], width: number): Lines {
    const text = this.#inline(nodes);
    return text === '' ? [] : wrap(text, width);
  }

  #inline(nodes: readonly PhrasingContent[]): string {
    return nodes
      .map((node) => this.#phrase(node))
      .join('')
      .trim();
  }

  #phrase(node: PhrasingContent): string {
    switch (node.type) {
      case 'text':
        return node.value.replace(/\s*\n\s*/g, ' ');
      case 'inlineCode':
        return node.value;
      case 'break':
        return '\n';
      case 'image':
      case 'imageReference':
        return node.alt ? plainTextWords.picture(node.alt) : '';
      case 'footnoteReference':
        return this.#cite(node.identifier);
      case 'delete':
        return plainTextWords.deleted(this.#inlineUntrimmed(node));
      case 'link':
        return this.#link(this.#inline(node.children), node.url);
      case 'linkReference':
        return this.#link(this.#inline(node.children), this.#definitions.get(node.identifier) ?? '');
      case 'inlineElement': {
        const { title } = node.data.hProperties;
        const text = this.#inline(node.children);
        return title ? plainTextWords.abbreviation(text, title) : text;
      }
      default:
        return 'children' in node ? this.#inlineUntrimmed(node) : '';
    }
  }

  #inlineUntrimmed(node: Nodes & { children: PhrasingContent[] }): string {
    return node.children.map((child) => this.#phrase(child)).join('');
  }

  /** A link whose text is the address already, such as that of a mailbox, needs no number. */
  #link(text: string, url: string): string {
    const address = absolute(url, this.#options);
    if (text === address.replace(/^(?:mailto|tel):/, '') || text === '' || address === '') return text || address;
    let number = this.links.indexOf(address) + 1;
    if (number === 0) number = this.links.push(address);
    return plainTextWords.link(text, number);
  }

  #cite(identifier: string): string {
    if (!this.#notes.has(identifier)) return '';
    if (!this.#cited.includes(identifier)) this.#cited.push(identifier);
    return raised(this.#cited.indexOf(identifier) + 1);
  }
}

function joined(blocks: readonly Lines[]): Lines {
  return blocks.flatMap((lines, index) => (index > 0 ? ['', ...lines] : lines));
}

function absolute(url: string, { origin = '', page = '' }: PlainTextOptions): string {
  if (url.startsWith('/')) return origin + url;
  return url.startsWith('#') ? page + url : url;
}

function raised(number: number): string {
  return [...String(number)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');
}
