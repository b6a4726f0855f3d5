import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const manual = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'betrieb.md'), 'utf8');

/** The section below a heading, up to the next one of any level. */
function section(heading: string): string {
  const [, text] = manual.split(new RegExp(`^#+ ${heading}$`, 'm'));
  if (text === undefined) throw new Error(`docs/betrieb.md has no section “${heading}”`);
  const [own = ''] = text.split(/^#+ (?=[A-ZÄÖÜ])/m);
  return own;
}

/** The lines for a shell below a heading of the manual: one text for each block. */
export function linesBelow(heading: string): string[] {
  return [...section(heading).matchAll(/^( *)```bash\n(.*?)^ *```$/gms)].map(([, indent = '', lines = '']) =>
    lines.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  );
}

/** A file that the manual shows whole, by the path in its first line. */
export function shownFile(path: string): string {
  for (const [, comment, text = ''] of manual.matchAll(/^ *```\w+\n *(?:#|\/\/) (\S+)\n(.*?)^ *```$/gms)) {
    if (comment === path) return text;
  }
  throw new Error(`docs/betrieb.md doesn’t show ${path}`);
}
