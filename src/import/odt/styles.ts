import type { Element, Root } from 'xast';
import { attribute, child, descendants, elements } from '../xml.ts';

/** What a style of an OpenDocument text says that matters here, with what it has from its parent. */
interface OdtStyle {
  bold?: boolean;
  italic?: boolean;
  struck?: boolean;
  raised?: 'sup' | 'sub';
  hidden?: boolean;
  role?: 'title' | 'subtitle' | 'quote' | 'caption';
}

/** The names are LibreOffice's, the same in every language. */
const roleNames: [RegExp, OdtStyle['role']][] = [
  [/^Title$/, 'title'],
  [/^Subtitle$/, 'subtitle'],
  [/^(?:Quotations?|Quote|Intense_20_Quote|Zitat)$/, 'quote'],
  [/^(?:Caption|Illustration|Figure|Drawing|Abbildung|Beschriftung)$/, 'caption'],
];

export interface OdtStyles {
  style(name: string | undefined): OdtStyle;
  /** How a level of a list is numbered: `1`, `a`, `I`; undefined for bullets. Levels count from 1. */
  numberFormat(list: string | undefined, level: number): string | undefined;
}

/** The styles of both parts of a file that have any. */
export function readOdtStyles(parts: readonly (Root | undefined)[]): OdtStyles {
  const written = new Map<string, Element>();
  const lists = new Map<string, Element>();
  for (const part of parts) {
    for (const style of descendants(part, 'style:style')) written.set(attribute(style, 'style:name') ?? '', style);
    for (const list of descendants(part, 'text:list-style')) lists.set(attribute(list, 'style:name') ?? '', list);
  }
  const resolve = (name: string | undefined, above: readonly string[]): OdtStyle => {
    const element = name === undefined ? undefined : written.get(name);
    if (name === undefined || above.includes(name)) return {};
    const own = roleNames.find(([pattern]) => pattern.test(name))?.[1];
    if (!element) return own ? { role: own } : {};
    const base = resolve(attribute(element, 'style:parent-style-name'), [...above, name]);
    return { ...base, ...propertiesOf(element), ...(own && { role: own }) };
  };
  return {
    style: (name) => resolve(name, []),
    numberFormat: (list, level) => {
      const numbers = elements(lists.get(list ?? ''), 'text:list-level-style-number');
      return (
        attribute(
          numbers.find((style) => attribute(style, 'text:level') === String(level)),
          'style:num-format',
        ) || undefined
      );
    },
  };
}

function propertiesOf(style: Element): OdtStyle {
  const text = child(style, 'style:text-properties');
  const value = (name: string) => attribute(text, name);
  const position = value('style:text-position');
  const weight = value('fo:font-weight');
  const line = value('style:text-line-through-style');
  return {
    ...(weight && { bold: /^(?:bold|[6-9]00)$/.test(weight) }),
    ...(value('fo:font-style') && { italic: value('fo:font-style') === 'italic' }),
    ...(line && { struck: line !== 'none' }),
    ...(position && {
      raised: /^(?:super|[1-9])/.test(position) ? 'sup' : /^(?:sub|-)/.test(position) ? 'sub' : undefined,
    }),
    ...(value('text:display') && { hidden: value('text:display') === 'none' }),
  };
}
