import type { Element } from 'hast';

/** The declarations of a `style` attribute, names and values in small letters. */
export function declarationsOf({ properties }: Element): ReadonlyMap<string, string> {
  const { style } = properties;
  if (typeof style !== 'string') return new Map();
  return new Map(
    style.split(';').flatMap((part): [string, string][] => {
      const [, name, value] = /^\s*([\w-]+)\s*:\s*(.+?)\s*$/s.exec(part) ?? [];
      return name && value ? [[name.toLowerCase(), value.toLowerCase()]] : [];
    }),
  );
}

/** Whether a reader of the page does not see it: previews of newsletters, menus, pictures that count. */
export function isHidden(element: Element): boolean {
  const { hidden, ariaHidden, width, height } = element.properties;
  if (hidden || ariaHidden === 'true') return true;
  if (element.tagName === 'img' && [width, height].some((size) => /^[01](?:px)?$/.test(String(size ?? ''))))
    return true;
  const style = declarationsOf(element);
  return (
    style.get('display') === 'none' ||
    style.get('visibility') === 'hidden' ||
    style.get('mso-hide') === 'all' ||
    /^0(?:px|pt|em)?$/.test(style.get('font-size') ?? '')
  );
}
