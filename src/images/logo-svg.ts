/** A logo that is drawn in SVG: what of it is published, or why nothing is. */
import type { Element, ElementContent, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { toXml } from 'xast-util-to-xml';

/** A drawing that may be published. */
export interface CleanSvg {
  drawing: Element;
  /** In units of the drawing. */
  width: number;
  height: number;
}

/** Why a drawing may not be published; `what` is the element or attribute, as it is called in the file. */
export type SvgFault = { rule: 'logoBroken' | 'logoText' | 'logoWithoutSize' } | { rule: 'logoUnsafe'; what: string };

const svgNamespace = 'http://www.w3.org/2000/svg';

/** Elements that only draw. Whatever is not here may run, move, load or lead somewhere. */
const shapes = new Set(
  `svg g defs symbol use title desc style switch
  path rect circle ellipse line polyline polygon image
  linearGradient radialGradient stop pattern clipPath mask marker
  filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDropShadow feFlood
  feDiffuseLighting feDisplacementMap feDistantLight feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge
  feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence`.match(/\w+/g),
);

/** Letters that need a font. */
const texts = new Set(['text', 'tspan', 'textPath', 'tref', 'font', 'font-face']);

/** What drawing programs note for themselves. */
const notes = new Set(['metadata']);

/**
 * The drawing without what draws nothing: comments, notes of drawing programs, foreign namespaces, the document type. A
 * drawing that could run a program, move, load something or lead elsewhere is refused and not mended: nobody could tell
 * whether it still looks as it should.
 */
export function cleanSvg(bytes: Uint8Array): CleanSvg | SvgFault {
  const root = parse(bytes);
  if (!root) return { rule: 'logoBroken' };
  const fault = faultIn(root);
  if (fault) return fault;
  const size = sizeOf(root);
  if (!size) return { rule: 'logoWithoutSize' };
  const drawing = drawingOnly(root);
  // Else it would be cut off and not scaled where it is shown smaller.
  drawing.attributes.viewBox ??= `0 0 ${size.width} ${size.height}`;
  return { drawing, ...size };
}

/** The text of a drawing in this size, in pixels: browsers make nothing of one that has a view box alone. */
export function svgText(drawing: Element, { width, height }: { width: number; height: number }): string {
  const attributes = { ...drawing.attributes, width: `${width}`, height: `${height}` };
  return toXml({ ...drawing, attributes }, { closeEmptyElements: true });
}

function parse(bytes: Uint8Array): Element | undefined {
  let tree: Root;
  try {
    tree = fromXml(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
  const root = tree.children.find((node) => node.type === 'element');
  return root?.name === 'svg' && root.attributes.xmlns === svgNamespace ? root : undefined;
}

const isForeign = (name: string) => name.includes(':');

/** Deeper than anybody draws. */
const deepest = 200;

function faultIn(element: Element, depth = 0): SvgFault | undefined {
  const { name, attributes, children } = element;
  if (isForeign(name) || notes.has(name)) return undefined;
  if (depth > deepest) return { rule: 'logoBroken' };
  if (texts.has(name)) return { rule: 'logoText' };
  if (!shapes.has(name)) return { rule: 'logoUnsafe', what: `<${name}>` };
  for (const [attribute, value] of Object.entries(attributes)) {
    if (isUnsafe(attribute, value ?? '')) return { rule: 'logoUnsafe', what: `${attribute}="${value}"` };
  }
  for (const child of children) {
    const inStyle = name === 'style' && (child.type === 'text' || child.type === 'cdata') ? child.value : '';
    const [loading] = loadsSomething.exec(inStyle) ?? [];
    if (loading) return { rule: 'logoUnsafe', what: loading };
    const fault = child.type === 'element' ? faultIn(child, depth + 1) : undefined;
    if (fault) return fault;
  }
  return undefined;
}

/** In a style sheet or an attribute of style; a backslash could hide the word. Within the drawing itself is `#`. */
const loadsSomething = /url\(\s*["']?(?!\s*["']?#)[^)]*|@(?!media\b)[a-z-]+|\\/i;

function isUnsafe(attribute: string, value: string): boolean {
  if (/^on/i.test(attribute)) return true;
  if (/^(?:xlink:)?href$/i.test(attribute)) return !/^(?:#|data:image\/(?:png|jpeg|gif|webp);base64,)/i.test(value);
  if (attribute.startsWith('xmlns')) return false;
  return loadsSomething.test(value);
}

/** What makes an image's size: `width` and `height` in the same unit, else the view box. */
function sizeOf({ attributes }: Element): { width: number; height: number } | undefined {
  const [width, height] = [attributes.width, attributes.height].map((text) =>
    /^([\d.]+)(px|pt|pc|mm|cm|in)?$/.exec(text?.trim() ?? ''),
  );
  const [, , boxWidth, boxHeight] = (attributes.viewBox ?? '').trim().split(/[\s,]+/);
  const size =
    width && height && width[2] === height[2]
      ? { width: Number(width[1]), height: Number(height[1]) }
      : { width: Number(boxWidth), height: Number(boxHeight) };
  return size.width > 0 && size.height > 0 ? size : undefined;
}

function drawingOnly({ name, attributes, children }: Element): Element {
  const kept = Object.entries(attributes).filter(
    ([attribute]) => !isForeign(attribute) || /^(?:xlink:href|xmlns:xlink|xml:space)$/.test(attribute),
  );
  return {
    type: 'element',
    name,
    attributes: Object.fromEntries(kept),
    children: children.flatMap((child): ElementContent[] => {
      if (child.type === 'element') return isForeign(child.name) || notes.has(child.name) ? [] : [drawingOnly(child)];
      return child.type === 'text' || child.type === 'cdata' ? [{ type: 'text', value: child.value }] : [];
    }),
  };
}
