/** What an organisation has written, as passages with their lines: the values of a file's head and the parts of its text. */
import { contentFiles, contentFolders, publicFolder } from '../../model/content-files.ts';
import { isRecord } from '../../model/field.ts';
import type { ContentFolder } from '../files/content-folder.ts';
import { readFrontMatter } from '../files/front-matter.ts';
import { decode } from '../files/parsed-file.ts';
import { readYaml } from '../files/yaml.ts';

/** A value of a head, or a part of a text that no blank line and no sign of a list parts. */
export interface WrittenPassage {
  file: string;
  line: number;
  /** Of a value in a head: `['publishers', 0, 'name']`. */
  path?: readonly PropertyKey[];
  text: string;
}

/** A file with its passages; `data` is what its head says. */
export interface WrittenFile {
  file: string;
  data: unknown;
  passages: WrittenPassage[];
}

/**
 * The texts of `content/` and `public/` that `isWanted`, those of `public/` line by line; what can't be read has been told
 * already.
 */
export function writtenFiles(content: ContentFolder, isWanted: (file: string) => boolean = () => true): WrittenFile[] {
  const inFolder = (folder: string) => content.files(folder).map((name) => `${folder}/${name}`);
  const { terms, ...texts } = contentFiles;
  const issues = content.folders(contentFolders.issues).map((name) => `${contentFolders.issues}/${name}`);
  const markdown = [...Object.values(texts), ...inFolder(contentFolders.pages), ...issues.flatMap(inFolder)];
  const read = <Found>(file: string, parse: (text: string, file: string) => Found[]): Found[] => {
    if (!isWanted(file)) return [];
    const text = decode(content.read(file) ?? new Uint8Array());
    return text ? parse(text, file) : [];
  };
  return [
    ...markdown.filter((file) => file.endsWith('.md')).flatMap((file) => read(file, markdownFile)),
    ...read(terms, yamlFile),
    ...copiedFiles(content).flatMap((file) => read(file, plainFile)),
  ];
}

/** Files that go out as they are: what is attached to articles, and all of `public/`. */
export function copiedFiles(content: ContentFolder): string[] {
  const below = (folder: string): string[] => [
    ...content.files(folder).map((name) => `${folder}/${name}`),
    ...content.folders(folder).flatMap((name) => below(`${folder}/${name}`)),
  ];
  const attached = /\.(?:csv|docx|ics|od[pst]|pdf|pptx|rtf|txt|vcf|xlsx)$/i;
  return [...below(contentFolders.issues).filter((file) => attached.test(file)), ...below(publicFolder)];
}

function markdownFile(text: string, file: string): WrittenFile[] {
  const read = readFrontMatter(text);
  if (Array.isArray(read)) return [];
  const head = leaves(read.data).map(({ path, value }) => ({ file, line: read.lineOf(path), path, text: value }));
  return [{ file, data: read.data, passages: [...head, ...passagesOf(read.body, file, read.bodyLine)] }];
}

function yamlFile(text: string, file: string): WrittenFile[] {
  const read = readYaml(text);
  if (Array.isArray(read)) return [];
  const passages = leaves(read.data).map(({ path, value }) => ({ file, line: read.lineOf(path), path, text: value }));
  return [{ file, data: read.data, passages }];
}

function plainFile(text: string, file: string): WrittenFile[] {
  if (text.includes('\0')) return [];
  const passages = text.split('\n').map((line, index) => ({ file, line: index + 1, text: line }));
  return [{ file, data: undefined, passages }];
}

function leaves(data: unknown, path: readonly PropertyKey[] = []): { path: readonly PropertyKey[]; value: string }[] {
  if (typeof data === 'string') return [{ path, value: data }];
  const entries = Array.isArray(data) ? [...data.entries()] : isRecord(data) ? Object.entries(data) : [];
  return entries.flatMap(([key, value]) => leaves(value, [...path, key]));
}

/** Lines that belong together, so that a sentence is found however its lines are broken. */
function passagesOf(body: string, file: string, firstLine: number): WrittenPassage[] {
  const found: WrittenPassage[] = [];
  let open: WrittenPassage | undefined;
  for (const [index, text] of body.split('\n').entries()) {
    const isNew = /^\s*(?:[-*+>|#]|\d+[.)])\s/.test(text);
    if (open && text.trim() && !isNew) open.text += `\n${text}`;
    else {
      open = text.trim() ? { file, line: firstLine + index, text } : undefined;
      if (open) found.push(open);
    }
  }
  return found;
}
