/**
 * What Mammoth reads wrongly or not at all is put into a form that it reads rightly, in the markup of a Word file
 * (ECMA-376 part 1, section 17), before it gets the file.
 */
import type { Element, Parents } from 'xast';
import { x } from 'xastscript';
import { attribute, child, descendants, elements, isElement, textOf } from '../xml.ts';
import { isDropped, type MarkupCounts } from './dropped.ts';
import type { ListNumbers } from './numbering.ts';
import { headingOfOutline, type Style } from './styles.ts';

/** Around the number of a list's item, until the tree of HTML gives it to its list. */
export const numberMark = { before: '\uE000', after: '\uE001' };

/** Mends the tree of a part in place. */
export function mendMarkup(
  root: Parents,
  styles: ReadonlyMap<string, Style>,
  numbers: ListNumbers,
  counts: MarkupCounts,
): void {
  dropWithin(root, counts);
  for (const paragraph of descendants(root, 'w:p')) {
    const style = styles.get(attribute(child(paragraph, 'w:pPr', 'w:pStyle'), 'w:val') ?? '');
    if (style?.role === 'contents') {
      counts.contents += 1;
      paragraph.children = [];
      continue;
    }
    mendParagraph(paragraph, style, styles, numbers);
  }
  joinInitials(root);
}

function dropWithin(parent: Parents, counts: MarkupCounts): void {
  parent.children = (parent.children as Element[]).filter((node) => {
    if (!isElement(node)) return true;
    if (isDropped(node, counts)) return false;
    if (node.name === 'mc:AlternateContent' && hasBetterChoice(node)) {
      // Mammoth reads only what older programs are offered.
      node.children = [x('mc:Fallback', {}, ...elements(child(node, 'mc:Choice')))];
    }
    if (node.name === 'w:drawing') readTextBoxes(node);
    dropWithin(node, counts);
    return true;
  }) as typeof parent.children;
}

/** A picture has its description only in the form for new programs; a text box has its text in both. */
function hasBetterChoice(alternatives: Element): boolean {
  if (!child(alternatives, 'mc:Fallback')) return true;
  const choice = child(alternatives, 'mc:Choice');
  return descendants(choice, 'pic:pic').length > 0 && descendants(choice, 'w:txbxContent').length === 0;
}

/** A text box that is written for new programs only becomes one in the old form. */
function readTextBoxes(drawing: Element): void {
  const texts = descendants(drawing, 'w:txbxContent');
  if (texts.length === 0) return;
  drawing.name = 'w:pict';
  drawing.children = [x('v:shape', {}, x('v:textbox', {}, ...texts))];
}

function mendParagraph(
  paragraph: Element,
  style: Style | undefined,
  styles: ReadonlyMap<string, Style>,
  numbers: ListNumbers,
): void {
  let properties = child(paragraph, 'w:pPr');
  const needProperties = (): Element => {
    properties ??= x('w:pPr');
    if (!paragraph.children.includes(properties)) paragraph.children.unshift(properties);
    return properties;
  };
  const outline = headingOfOutline(attribute(child(properties, 'w:outlineLvl'), 'w:val'));
  if (outline && !style?.role) {
    dropChild(properties, 'w:pStyle');
    needProperties().children.unshift(x('w:pStyle', { 'w:val': `Heading${outline[1]}` }));
  }
  const own = child(properties, 'w:numPr');
  if (!own && style?.numbering && !style.role) {
    const { numId, level } = style.numbering;
    needProperties().children.push(x('w:numPr', {}, x('w:ilvl', { 'w:val': level }), x('w:numId', { 'w:val': numId })));
  }
  const numbering = child(properties, 'w:numPr');
  const numId = attribute(child(numbering, 'w:numId'), 'w:val');
  if (numId === '0') dropChild(properties, 'w:numPr');
  else if (numId !== undefined && textOf(paragraph).trim()) {
    const item = numbers.next(numId, attribute(child(numbering, 'w:ilvl'), 'w:val') ?? '0');
    const mark = item && `${numberMark.before}${item.number} ${item.format}${numberMark.after}`;
    if (mark) paragraph.children.splice(properties ? 1 : 0, 0, x('w:r', {}, x('w:t', {}, mark)));
  }
  for (const run of descendants(paragraph, 'w:r')) mendRun(run, style, styles);
}

/** Bold type that comes from a style is bold type as well; only Word's "Strong" is known to Mammoth. */
function mendRun(run: Element, style: Style | undefined, styles: ReadonlyMap<string, Style>): void {
  const properties = child(run, 'w:rPr');
  if (child(properties, 'w:b')) return;
  const ofCharacters = styles.get(attribute(child(properties, 'w:rStyle'), 'w:val') ?? '');
  if (!ofCharacters?.bold && !(style?.bold && !style.role)) return;
  if (properties) properties.children.push(x('w:b'));
  else run.children.unshift(x('w:rPr', {}, x('w:b')));
}

/** A large first letter is a paragraph by itself in a frame; it belongs to the next. */
function joinInitials(root: Parents): void {
  for (const [index, node] of [...root.children].entries()) {
    if (!isElement(node)) continue;
    joinInitials(node);
    const frame = child(node, 'w:pPr', 'w:framePr');
    const drop = attribute(frame, 'w:dropCap');
    const next = root.children.slice(index + 1).find((other) => isElement(other as Element)) as Element | undefined;
    if (node.name !== 'w:p' || !drop || drop === 'none' || next?.name !== 'w:p') continue;
    const at = child(next, 'w:pPr') ? 1 : 0;
    next.children.splice(at, 0, ...elements(node).filter(({ name }) => name !== 'w:pPr'));
    node.children = [];
  }
}

function dropChild(parent: Element | undefined, name: string): void {
  if (parent) parent.children = parent.children.filter((node) => !isElement(node, name));
}
