import type { Root } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { collectFindings, type LineFinding } from './line-finding.ts';
import { readAsMeant } from './meant/as-meant.ts';
import { plainSpacesAfterMarks } from './meant/space-after-mark.ts';
import { parseAroundPlain } from './parse-around-plain.ts';
import { marksAsMeant } from './syntax.ts';

/** The parts of GFM that articles need (all of it takes nearly three times as long), and our own reading of marks. */
function extensions(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [gfmTable(), gfmFootnote(), gfmStrikethrough({ singleTilde: false }), marksAsMeant];
  data.fromMarkdownExtensions = [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown(), gfmStrikethroughFromMarkdown()];
}

const processor = unified().use(remarkParse).use(extensions).freeze();

/** A text as it was meant, and what has to be said about that. */
export interface ReadText {
  tree: Root;
  findings: LineFinding[];
}

/** The tree of a text with what its author has to know of it. Every other parser can stand here that gives mdast. */
export function readMarkdown(markdown: string): ReadText {
  const text = plainSpacesAfterMarks(markdown);
  const tree = parseAroundPlain(text, (rest) => processor.parse(rest));
  const { found, report } = collectFindings();
  readAsMeant(tree, text, report);
  return { tree, findings: found };
}

/** The tree of a text. */
export function parseMarkdown(markdown: string): Root {
  return readMarkdown(markdown).tree;
}
