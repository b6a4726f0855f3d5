import matter from 'gray-matter';
import type { LineFinding } from '../../text/line-finding.ts';
import { finding, type LineEdit } from '../../words/problems.ts';
import type { LocatedData } from './located-data.ts';
import { readYaml } from './yaml.ts';

export interface FrontMatter extends LocatedData {
  body: string;
  /** Line in the file at which the body begins. */
  bodyLine: number;
}

/** Splits a Markdown file. Front matter in another language than YAML is named and never evaluated. */
export function readFrontMatter(text: string): FrontMatter | LineFinding[] {
  if (wordDashes.test(text))
    return [{ line: 1, finding: { ...finding('frontMatterDashes', {}), edits: dashes(text) } }];
  if (!matter.test(text)) return [{ line: 1, finding: finding('frontMatterMissing', {}) }];
  const language = matter.language(text).name;
  if (language !== '' && !/^ya?ml$/i.test(language)) {
    return [{ line: 1, finding: finding('frontMatterLanguage', { language }) }];
  }
  if (!text.includes('\n---')) return [{ line: 1, finding: finding('frontMatterOpen', {}) }];
  // A fresh options object: gray-matter returns cached results only for calls without one.
  const { content, matter: yaml } = matter(text, { engines: { yaml: splitOnly, yml: splitOnly } });
  const located = readYaml(yaml);
  if (Array.isArray(located)) return located;
  const bodyLine = 1 + countLines(text.slice(0, text.length - content.length));
  return { ...located, body: content, bodyLine };
}

/** What Word makes of three hyphens. */
const wordDashes = /^[–—]+-?[ \t]*\n/;

function dashes(text: string): LineEdit[] {
  const lines = text.split('\n');
  const isDashes = (line: string) => /^[–—-]+[ \t]*$/.test(line);
  const end = lines.findIndex((line, index) => index > 0 && isDashes(line));
  return [0, ...(end > 0 ? [end] : [])].map((below) => ({ from: lines[below] ?? '', to: '---', below }));
}

/** In the place of gray-matter's YAML parser, which knows no lines. */
const splitOnly = () => ({});

function countLines(text: string): number {
  return text.match(/\n/g)?.length ?? 0;
}
