import type { Heading, List, Node, Paragraph, Text } from 'mdast';

/** All that may be a mark within a line, and what the parser reads or counts otherwise than it is written. */
export const signs = '\\\\`*_[\\]<&~|\\t\\r\\0';

/** A line's words: they begin with a letter, and do not end in a space, behind which a line may break. */
const words = `[\\p{L}„](?:[^${signs}\\n]*[^${signs}\\n ])?`;
const paragraph = new RegExp(`^(?:${words}(?:\\n|$))+$`, 'u');
const heading = new RegExp(`^(#{1,6}) ([\\p{L}\\p{N}„](?:[^${signs}\\n#]*[^${signs}\\n# ])?)$`, 'u');
const list = new RegExp(`^(?:- ${words}(?:\\n|$))+$`, 'u');

export type PlainBlock = Paragraph | Heading | List;

/** A place in a text: the line, counted from 1, at whose first column it is, and the characters before it. */
interface Place {
  line: number;
  offset: number;
}

export function lineEndsIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/**
 * The paragraph or heading that stands in the tree for these lines between blank ones, if they hold no sign of Markdown;
 * positions are those of the parser.
 */
export function plainBlock(written: string, place: Place): Paragraph | Heading | undefined {
  if (paragraph.test(written)) {
    return { type: 'paragraph', children: [textOf(written, 0, place)], position: positionOf(written, 0, place) };
  }
  const [, marks = '', title = ''] = heading.exec(written) ?? [];
  if (title === '') return undefined;
  return {
    type: 'heading',
    depth: marks.length as Heading['depth'],
    children: [textOf(written, marks.length + 1, place)],
    position: positionOf(written, 0, place),
  };
}

/** The same for a list of lines without a sign; whether another list goes on in it has to be seen from around it. */
export function plainList(written: string, { line, offset }: Place): List | undefined {
  if (!list.test(written)) return undefined;
  let done = 0;
  const children = written.split('\n').map((item, index): List['children'][number] => {
    const place = { line: line + index, offset: offset + done };
    done += item.length + 1;
    const text: Paragraph = {
      type: 'paragraph',
      children: [textOf(item, 2, place)],
      position: positionOf(item, 2, place),
    };
    return { type: 'listItem', spread: false, checked: null, children: [text], position: positionOf(item, 0, place) };
  });
  const position = positionOf(written, 0, { line, offset });
  return { type: 'list', ordered: false, start: null, spread: false, children, position };
}

/** What is written from the character `from` on, as text. */
function textOf(written: string, from: number, place: Place): Text {
  return { type: 'text', value: written.slice(from), position: positionOf(written, from, place) };
}

function positionOf(written: string, from: number, { line, offset }: Place): NonNullable<Node['position']> {
  return {
    start: { line, column: 1 + from, offset: offset + from },
    end: {
      line: line + lineEndsIn(written),
      column: written.length - written.lastIndexOf('\n'),
      offset: offset + written.length,
    },
  };
}
