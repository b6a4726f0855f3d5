/**
 * What is plain in a text: paragraphs and headings without a sign of Markdown, and the words before the first sign of a
 * paragraph. The parser goes over each character some four times, and most characters stand there.
 */
import type { Heading, Paragraph, Text } from 'mdast';

/** All that may be a mark within a line, and what the parser reads or counts otherwise than it is written. */
const signs = '\\\\`*_[\\]<&~|\\t\\r\\0';

/** Lines that begin with a letter, so that none begins with a mark. Behind a space at the end of a line it may break. */
const plainParagraph = new RegExp(`^(?:[\\p{L}„](?:[^${signs}\\n]*[^${signs}\\n ])?(?:\\n|$))+$`, 'u');
const plainHeading = new RegExp(`^(#{1,6}) ([\\p{L}\\p{N}„](?:[^${signs}\\n#]*[^${signs}\\n# ])?)$`, 'u');
const linesOfLetters = /^[\p{L}„].*(?:\n[\p{L}„].*)*$/u;
const sign = new RegExp(`[${signs}]`);

/** What the parser gets in the place of blocks, and of each line at the beginning of a paragraph. */
const standIn = 'x';

interface Stretch {
  /** The line of the text at which it begins. */
  line: number;
  /** What stands for it, in as many lines, and by how many characters it is longer than that. */
  instead: string;
  longer: number;
}

/** Blocks that follow each other, as they stand in the tree. Nothing stands for those at the very beginning of a text. */
export interface PlainBlocks extends Stretch {
  blocks: (Paragraph | Heading)[];
}

/** The beginning of a paragraph, up to a space or the end of a line. */
export interface PlainBeginning extends Stretch {
  written: string;
  /** The line that it ends in, and by how many columns it is longer there. */
  end: { line: number; wider: number };
}

/** The text with stand-ins for its plain stretches, and these. */
export function leaveOutPlain(markdown: string): { rest: string; stretches: (PlainBlocks | PlainBeginning)[] } {
  const stretches: (PlainBlocks | PlainBeginning)[] = [];
  let rest = '';
  /** Up to where all is in `rest`. */
  let done = 0;
  const leaveOut = (stretch: PlainBlocks | PlainBeginning, start: number, end: number) => {
    rest += markdown.slice(done, start) + stretch.instead;
    done = end;
    stretches.push(stretch);
  };
  let run: { line: number; start: number; end: number; blocks: PlainBlocks['blocks'] } | undefined;
  const endRun = () => {
    if (!run) return;
    const { line, start, end, blocks } = run;
    const isFirst = /^\n*$/.test(markdown.slice(0, start));
    const instead = (isFirst ? '' : standIn) + '\n'.repeat(lineEndsIn(markdown.slice(start, end)));
    leaveOut({ line, instead, longer: end - start - instead.length, blocks }, start, end);
    run = undefined;
  };

  let line = 1;
  for (let start = 0; start < markdown.length; ) {
    if (markdown.charAt(start) === '\n') {
      line += 1;
      start += 1;
      continue;
    }
    const blank = markdown.indexOf('\n\n', start);
    const end = blank >= 0 ? blank : markdown.length - (markdown.endsWith('\n') ? 1 : 0);
    const written = markdown.slice(start, end);
    const block = plainBlock(written, line, start);
    if (block) {
      run ??= { line, start, end, blocks: [] };
      run.blocks.push(block);
      run.end = end;
    } else {
      endRun();
      const beginning = plainBeginning(written, line);
      if (beginning) leaveOut(beginning, start, start + beginning.written.length);
    }
    line += lineEndsIn(written);
    start = end;
  }
  endRun();
  return { rest: rest + markdown.slice(done), stretches };
}

function lineEndsIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** The block that is written at this place, if it is plain which one that is. */
function plainBlock(written: string, line: number, offset: number): Paragraph | Heading | undefined {
  const end = {
    line: line + lineEndsIn(written),
    column: written.length - written.lastIndexOf('\n'),
    offset: offset + written.length,
  };
  const position = { start: { line, column: 1, offset }, end };
  const text = (value: string): Text => {
    const before = written.length - value.length;
    const start = { line, column: 1 + before, offset: offset + before };
    return { type: 'text', value, position: { start, end: { ...end } } };
  };
  if (plainParagraph.test(written)) return { type: 'paragraph', children: [text(written)], position };
  const [, marks = '', words = ''] = plainHeading.exec(written) ?? [];
  if (words === '') return undefined;
  return { type: 'heading', depth: marks.length as Heading['depth'], children: [text(words)], position };
}

/** Shorter ones are not worth it. */
const shortest = 40;

function plainBeginning(written: string, line: number): PlainBeginning | undefined {
  const first = written.search(sign);
  if (first < shortest || !linesOfLetters.test(written)) return undefined;
  const end = Math.max(written.lastIndexOf(' ', first), written.lastIndexOf('\n', first));
  const plain = written.slice(0, end);
  if (end < shortest || / \n/.test(plain + written.charAt(end))) return undefined;
  const lines = lineEndsIn(plain) + 1;
  const instead = `${standIn}${`\n${standIn}`.repeat(lines - 1)}`;
  const wider = plain.length - (plain.lastIndexOf('\n') + 1) - standIn.length;
  return {
    line,
    instead,
    longer: plain.length - instead.length,
    written: plain,
    end: { line: line + lines - 1, wider },
  };
}
