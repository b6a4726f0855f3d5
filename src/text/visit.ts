import type { Node } from 'mdast';
import type { visit as libraryVisit } from 'unist-util-visit';

/** What a visitor answers: nothing, not to look at what is in the node, which child comes next, to end. */
type Answer = undefined | null | boolean | 'skip' | number | readonly [unknown, number?];

type Visitor = (node: Node, index: number | undefined, parent: Node | undefined) => Answer;

/** That the walk is over. */
const ended = -1;

function walk(
  node: Node,
  index: number | undefined,
  parent: Node | undefined,
  isWanted: Test,
  visitor: Visitor,
): number {
  const answer = isWanted(node.type) ? visitor(node, index, parent) : undefined;
  const [what, next] = Array.isArray(answer) ? answer : [answer, typeof answer === 'number' ? answer : undefined];
  if (what === false) return ended;
  if (what !== 'skip' && 'children' in node) {
    const { children } = node as { children: Node[] };
    for (let place = 0; place < children.length; ) {
      const child = children[place];
      if (!child) break;
      place = walk(child, place, node, isWanted, visitor);
      if (place === ended) return ended;
    }
  }
  return next ?? (index ?? 0) + 1;
}

type Test = (type: string) => boolean;

/**
 * `unist-util-visit`, whose test is the type of a node or a list of types. Every text is walked through some thirty times,
 * and that one makes a function with a name of its own for each node, which takes longer than what is done there.
 */
export const visit = ((tree: Node, ...rest: [Visitor] | [string | readonly string[], Visitor]) => {
  const [types, visitor] = rest.length === 1 ? [undefined, rest[0]] : rest;
  const isWanted: Test =
    types === undefined
      ? () => true
      : typeof types === 'string'
        ? (type) => type === types
        : (type) => types.includes(type);
  walk(tree, undefined, undefined, isWanted, visitor);
}) as typeof libraryVisit;

export { SKIP } from 'unist-util-visit';
