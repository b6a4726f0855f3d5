import type { Nodes } from 'mdast';

/** The words of a block by the lines that it has, without spaces at their edges. */
export function linesOf(node: Nodes): string[] {
  const lines = [''];
  const walk = (part: Nodes): void => {
    if (part.type === 'break') lines.push('');
    else if (part.type === 'text') {
      const [first = '', ...rest] = part.value.split('\n');
      lines[lines.length - 1] += first;
      lines.push(...rest);
    } else if ('children' in part) part.children.forEach(walk);
  };
  walk(node);
  return lines.map((line) => line.trim());
}
