/**
 * What is plain in a text: paragraphs, headings and lists without a sign of Markdown, and the words before the first sign
 * of a paragraph. The parser goes over each character some four times, and most characters stand there.
 */
import { lineEndsIn, type PlainBlock, plainBlock, plainList, signs } from './plain-block.ts';

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
  blocks: PlainBlock[];
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

  let before: string | undefined;
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
    const place = { line, offset: start };
    const isApart = written.startsWith('- ') && isNoList(before) && endsHere(markdown, end);
    const block = isApart ? plainList(written, place) : plainBlock(written, place);
    before = written;
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

/** Whether what stands before a list can't be one that it goes on with: nothing, a paragraph, a heading. */
function isNoList(before: string | undefined): boolean {
  return before === undefined || linesOfLetters.test(before) || /^#.*$/.test(before);
}

/** Whether a list ends at `end`: what follows behind blank lines belongs to no point, and is none. */
function endsHere(markdown: string, end: number): boolean {
  let next = end;
  while (markdown.charAt(next) === '\n') next += 1;
  return !/[ \t\r-]/.test(markdown.charAt(next));
}

/** Shorter ones are not worth it. */
const shortest = 40;

function plainBeginning(written: string, line: number): PlainBeginning | undefined {
  const first = written.search(sign);
  if (first < shortest || !linesOfLetters.test(written)) return undefined;
  const end = Math.max(written.lastIndexOf(' ', first), written.lastIndexOf('\n', first));
  const upToSign = written.slice(0, end);
  if (end < shortest || / \n/.test(upToSign + written.charAt(end))) return undefined;
  // The parser has to see all spaces that may be at the end of a line: it leaves them out.
  const plain = upToSign.trimEnd();
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
