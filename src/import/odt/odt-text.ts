import type { ElementContent, Element as HtmlElement, Text } from 'hast';
import { h } from 'hastscript';
import type { Element, ElementContent as XmlContent } from 'xast';
import type { Archive } from '../archive.ts';
import { attribute, child, descendants, elements, textOf } from '../xml.ts';
import { ListStarts } from './list-starts.ts';
import type { OdtStyles } from './styles.ts';
import { tableOf } from './table.ts';

/** Turns the elements of `office:text` into those of HTML, and counts what has no place there. */
export class OdtText {
  readonly pictures = new Map<string, Uint8Array>();
  readonly notes: HtmlElement[] = [];
  readonly told = {
    hidden: [] as string[],
    contents: 0,
    formulas: 0,
    textBoxes: 0,
    lettered: false,
    comments: [] as { author: string; words: string }[],
  };
  readonly #styles: OdtStyles;
  readonly #archive: Archive;
  readonly #starts = new ListStarts();

  constructor(styles: OdtStyles, archive: Archive) {
    this.#styles = styles;
    this.#archive = archive;
  }

  blocks(parent: Element): HtmlElement[] {
    const found: HtmlElement[] = [];
    for (const element of elements(parent)) {
      const blocks = this.#block(element);
      const [first] = blocks;
      const last = found.at(-1);
      // Paragraphs of one quotation follow each other.
      if (first?.tagName === 'blockquote' && last?.tagName === 'blockquote' && blocks.length === 1) {
        last.children.push(...first.children);
      } else found.push(...blocks);
    }
    return found;
  }

  #block(element: Element): HtmlElement[] {
    switch (element.name) {
      case 'text:h':
        return [this.#heading(element)];
      case 'text:p':
        return this.#paragraph(element);
      case 'text:list':
        return [this.#list(element, 1, undefined)];
      case 'table:table':
        return [tableOf(element, (cell) => this.blocks(cell))];
      case 'draw:frame':
        return [h('p', this.#frame(element))];
      case 'text:table-of-content':
      case 'text:alphabetical-index':
      case 'text:illustration-index':
        this.told.contents += 1;
        return [];
      case 'text:section':
        if (attribute(element, 'text:display') !== 'none') return this.blocks(element);
        this.told.hidden.push(textOf(element));
        return [];
      case 'text:tracked-changes':
      case 'text:sequence-decls':
      case 'office:forms':
        return [];
      default:
        return this.blocks(element);
    }
  }

  #heading(element: Element): HtmlElement {
    const level = Math.min(6, Math.max(1, Number(attribute(element, 'text:outline-level') ?? 1)));
    const { role } = this.#styleOf(element);
    const content = this.#inline(element.children);
    return role === 'title' ? h('h1', { className: ['title'] }, content) : h(`h${level}`, content);
  }

  #paragraph(element: Element): HtmlElement[] {
    const { role, bold, italic, hidden } = this.#styleOf(element);
    if (hidden) {
      this.told.hidden.push(textOf(element));
      return [];
    }
    const boxes: HtmlElement[] = [];
    let content = this.#inline(element.children, boxes);
    if (bold && !role) content = [h('strong', content)];
    if (italic && !role) content = [h('em', content)];
    const paragraph =
      role === 'title'
        ? h('h1', { className: ['title'] }, content)
        : role === 'quote'
          ? h('blockquote', h('p', content))
          : h('p', role ? { className: [role] } : {}, content);
    return [paragraph, ...boxes];
  }

  #styleOf(element: Element) {
    return this.#styles.style(attribute(element, 'text:style-name'));
  }

  #list(element: Element, level: number, inherited: string | undefined): HtmlElement {
    const style = attribute(element, 'text:style-name') ?? inherited;
    const items = elements(element).filter(({ name }) => name === 'text:list-item' || name === 'text:list-header');
    const start = this.#starts.next(element, `${style} ${level}`, items);
    const entries = items.map((item) =>
      h(
        'li',
        elements(item).flatMap((inner) =>
          inner.name === 'text:list' ? [this.#list(inner, level + 1, style)] : this.#block(inner),
        ),
      ),
    );
    const format = this.#styles.numberFormat(style, level);
    if (format && /[ai]/i.test(format)) this.told.lettered = true;
    return format ? h('ol', { start }, entries) : h('ul', entries);
  }

  #inline(nodes: readonly XmlContent[], boxes: HtmlElement[] = []): ElementContent[] {
    return nodes.flatMap((node): ElementContent[] => {
      // White space counts as in HTML; more of it is written as elements.
      if (node.type === 'text' || node.type === 'cdata') return [text(node.value.replace(/\s+/g, ' '))];
      return node.type === 'element' ? this.#phrase(node, boxes) : [];
    });
  }

  #phrase(element: Element, boxes: HtmlElement[]): ElementContent[] {
    switch (element.name) {
      case 'text:s':
      case 'text:tab':
        return [text(' ')];
      case 'text:line-break':
        return [h('br')];
      case 'text:span':
        return this.#span(element, boxes);
      case 'text:a':
        return [h('a', { href: attribute(element, 'xlink:href') }, this.#inline(element.children, boxes))];
      case 'text:note':
        return [this.#note(element)];
      case 'draw:frame':
        return this.#frame(element, boxes);
      case 'draw:g':
        return elements(element).flatMap((inner) => this.#phrase(inner, boxes));
      case 'draw:custom-shape':
        boxes.push(...this.#textBox(element));
        return [];
      case 'office:annotation':
        this.told.comments.push({
          author: textOf(child(element, 'dc:creator')),
          words: descendants(element, 'text:p').map(textOf).join(' '),
        });
        return [];
      case 'text:hidden-text':
      case 'text:hidden-paragraph':
        this.told.hidden.push(attribute(element, 'text:string-value') ?? textOf(element));
        return [];
      case 'text:change':
      case 'text:bookmark':
      case 'text:tracked-changes':
      case 'office:annotation-end':
        return [];
      default:
        return this.#inline(element.children, boxes);
    }
  }

  #span(element: Element, boxes: HtmlElement[]): ElementContent[] {
    const { bold, italic, struck, raised, hidden } = this.#styleOf(element);
    if (hidden) {
      this.told.hidden.push(textOf(element));
      return [];
    }
    let content = this.#inline(element.children, boxes);
    if (raised) content = [h(raised, content)];
    if (struck) content = [h('del', content)];
    if (italic) content = [h('em', content)];
    return bold ? [h('strong', content)] : content;
  }

  #note(element: Element): HtmlElement {
    const identifier = String(this.notes.length + 1);
    const body = child(element, 'text:note-body');
    this.notes.push(h('footnote', { identifier }));
    const note = this.notes.at(-1);
    if (body && note) note.children = this.blocks(body);
    return h('footnote-reference', { identifier });
  }

  #frame(element: Element, boxes: HtmlElement[] = []): ElementContent[] {
    const picture = child(element, 'draw:image');
    if (picture) {
      const href = (attribute(picture, 'xlink:href') ?? '').replace(/^\.\//, '');
      const bytes = this.#archive.get(href);
      const alt = textOf(child(element, 'svg:desc')) || textOf(child(element, 'svg:title'));
      const src = bytes ? `picture:${href}` : href;
      if (bytes) this.pictures.set(src, bytes);
      return [h('img', { src, alt: alt.trim() })];
    }
    if (child(element, 'draw:text-box')) boxes.push(...this.#textBox(child(element, 'draw:text-box') as Element));
    else if (child(element, 'draw:object')) this.told.formulas += 1;
    return [];
  }

  /** A picture with its caption is a box too, and no more than that. */
  #textBox(box: Element): HtmlElement[] {
    const isPicture = descendants(box, 'draw:image').length > 0;
    if (!isPicture && textOf(box).trim() !== '') this.told.textBoxes += 1;
    return this.blocks(box);
  }
}

const text = (value: string): Text => ({ type: 'text', value });
