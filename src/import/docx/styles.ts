import type { Element, Root } from 'xast';
import { attribute, child, elements } from '../xml.ts';

/** What a paragraph style means here. */
export type StyleRole = 'title' | 'subtitle' | 'quote' | 'caption' | 'contents' | `h${1 | 2 | 3 | 4 | 5 | 6}`;

/** A paragraph or character style, with what it has from those that it is based on. */
export interface Style {
  id: string;
  name: string;
  role?: StyleRole;
  bold: boolean;
  /** List that every paragraph of the style belongs to. */
  numbering?: { numId: string; level: string };
}

/** Word keeps the English names in the file, whatever its language; LibreOffice and people add their own. */
const roleNames: [RegExp, StyleRole][] = [
  [/^(?:title|titel)$/i, 'title'],
  [/^(?:subtitle|untertitel)$/i, 'subtitle'],
  [/^(?:(?:intense )?quote|quotations?|block text|(?:intensives )?zitat)$/i, 'quote'],
  [/^(?:caption|beschriftung|bildunterschrift|illustration|figure)$/i, 'caption'],
  [/^(?:toc|contents|index|verzeichnis|inhaltsverzeichnis)(?: heading| \d|überschrift)?$/i, 'contents'],
  [/^(?:zwischen(?:überschrift|titel|zeile)|headline|subheadline)/i, 'h2'],
];

/** The styles of `word/styles.xml` by their ids. */
export function readStyles(root: Root | undefined): ReadonlyMap<string, Style> {
  const written = new Map(
    elements(child(root, 'w:styles'), 'w:style').map((style) => [attribute(style, 'w:styleId') ?? '', style] as const),
  );
  const known = new Map<string, Style>();
  const resolve = (id: string, above: readonly string[]): Style | undefined => {
    const element = written.get(id);
    if (!element || above.includes(id)) return undefined;
    const found = known.get(id) ?? styleOf(id, element, resolve(basis(element) ?? '', [...above, id]));
    known.set(id, found);
    return found;
  };
  for (const id of written.keys()) resolve(id, []);
  return known;
}

const basis = (style: Element) => attribute(child(style, 'w:basedOn'), 'w:val');

function styleOf(id: string, element: Element, base: Style | undefined): Style {
  const name = attribute(child(element, 'w:name'), 'w:val') ?? id;
  const paragraph = child(element, 'w:pPr');
  const numId = attribute(child(paragraph, 'w:numPr', 'w:numId'), 'w:val');
  const level = attribute(child(paragraph, 'w:numPr', 'w:ilvl'), 'w:val') ?? '0';
  return {
    id,
    name,
    role: roleOf(name, attribute(child(paragraph, 'w:outlineLvl'), 'w:val')) ?? base?.role,
    bold: isOn(child(element, 'w:rPr', 'w:b')) ?? base?.bold ?? false,
    numbering: numId === undefined ? base?.numbering : { numId, level },
  };
}

function roleOf(name: string, outline: string | undefined): StyleRole | undefined {
  const [, heading] = /^(?:heading|überschrift) ([1-6])$/i.exec(name) ?? [];
  if (heading) return `h${Number(heading) as 1}`;
  const named = roleNames.find(([pattern]) => pattern.test(name))?.[1];
  return named ?? headingOfOutline(outline);
}

/** Outline levels count from 0; 9 is the body text's. */
export function headingOfOutline(level: string | undefined): StyleRole | undefined {
  return level !== undefined && /^[0-8]$/.test(level) ? `h${Math.min(6, Number(level) + 1) as 1}` : undefined;
}

/** Whether a property like `w:b` is switched on; undefined where it is not written. */
export function isOn(property: Element | undefined): boolean | undefined {
  return property && !/^(?:0|false|off|none)$/i.test(attribute(property, 'w:val') ?? 'true');
}

const htmlOfRole: Partial<Record<StyleRole, string>> = {
  title: 'h1.title:fresh',
  subtitle: 'p.subtitle:fresh',
  quote: 'blockquote > p:fresh',
  caption: 'p.caption:fresh',
};

/** Ids of Word's own styles, for files that use them and don't bring them along. */
const undefinedStyles: [id: string, role: StyleRole][] = [
  ['Title', 'title'],
  ['Subtitle', 'subtitle'],
  ['Quote', 'quote'],
  ['IntenseQuote', 'quote'],
  ['Caption', 'caption'],
];

/** Mammoth's style map: its own knows headings by their English names, and nothing of other roles. */
export function styleMap(styles: ReadonlyMap<string, Style>): string[] {
  const html = (role: StyleRole) => htmlOfRole[role] ?? `${role}:fresh`;
  const named = [...styles.values()].flatMap(({ name, role }) => {
    if (!role || role === 'contents') return [];
    const quoted = name.replace(/[\\']/g, '\\$&');
    return [`p[style-name='${quoted}'] => ${html(role)}`];
  });
  return [...named, ...undefinedStyles.map(([id, role]) => `p.${id} => ${html(role)}`)];
}
