/** What would give away that a file is still that of the shipped example. */
import { createHash } from 'node:crypto';
import { contentFiles } from '../../model/content-files.ts';
import { reservedHostIn } from '../../model/example.ts';
import { isRecord } from '../../model/field.ts';
import type { ContentFolder } from '../files/content-folder.ts';
import { copiedFiles, type WrittenFile, type WrittenPassage, writtenFiles } from './passages.ts';

/**
 * The list by which pieces of the example are known again. Sentences and files stand in it by their fingerprints, so
 * that it stays small. Not in it is what an organisation may well have in common with the example: legal form, Land,
 * functions, periods, colours, the names of offices, true stories' people.
 */
export interface Traces {
  /** The publication's. */
  title: string;
  /** People, publisher, invented places and programs. */
  names: readonly string[];
  streets: readonly string[];
  postalCodes: readonly string[];
  cities: readonly string[];
  /** Digits only, with the area code. */
  phones: readonly string[];
  /** Names that nobody can own, as the example uses them. */
  hosts: readonly string[];
  sentences: readonly string[];
  files: readonly string[];
}

/** The traces of the content in a folder; its order is that of the alphabet, so that the list changes little. */
export function tracesOf(content: ContentFolder): Traces {
  const files = writtenFiles(content);
  const passages = files.flatMap((file) => file.passages);
  const valuesOf = (key: string) => passages.filter(({ path }) => path?.at(-1) === key).map(({ text }) => text);
  const site = files.find(({ file }) => file === contentFiles.site);
  const title = isRecord(site?.data) ? String(site.data.title) : '';
  return {
    title,
    // The title alone is a word that stands in many texts.
    names: unique(files.flatMap(namesIn).filter((name) => name !== title)),
    streets: unique(valuesOf('street')),
    postalCodes: unique(valuesOf('postalCode')),
    cities: unique(valuesOf('city')),
    phones: unique(passages.flatMap(({ text }) => phonesIn(text).map(digitsOf))),
    hosts: unique(passages.filter(saysSomething).flatMap(({ text }) => hostsIn(text))),
    sentences: unique(passages.flatMap(sentencesIn).map(({ fingerprint: found }) => found)),
    files: unique(copiedFiles(content).flatMap((file) => fingerprintOf(content, file) ?? [])),
  };
}

/** Where a name is that of somebody or something in particular, by its way through the head without list places. */
const namePaths = new Set([
  'publishers.name',
  'publishers.representatives.name',
  'publishers.legalSupervision.name',
  'responsible.name',
  'editors.name',
  'mail.from.name',
  'feedback.unit',
]);

const articlePeople = /^(?:people|author|reviewedBy|releasedBy)(?:\.name)?$/;

function namesIn({ file, data, passages }: WrittenFile): string[] {
  if (file === contentFiles.terms) return inventedTerms(data);
  // People of true stories are no example.
  const people = isRecord(data) && data.source !== undefined ? undefined : articlePeople;
  return passages.flatMap(({ path, text }) => {
    const way = path?.filter((part) => typeof part === 'string').join('.') ?? '';
    return namePaths.has(way) || people?.test(way) ? [text] : [];
  });
}

/** Municipalities and programs whose website nobody can own. */
function inventedTerms(data: unknown): string[] {
  const entries = isRecord(data) ? [data.municipalities, data.software].flat() : [];
  return entries.flatMap((entry) => {
    if (!isRecord(entry) || !reservedHostIn(String(entry.website))) return [];
    return [entry.name, entry.vendor].filter((name) => typeof name === 'string');
  });
}

/** Telephone numbers in a text, as they are written. */
export function phonesIn(text: string): string[] {
  return text.match(/(?<![\p{L}\p{N}-])(?:\+49|0)[\d ()/-]{6,}\d/gu) ?? [];
}

/** A telephone number as its digits: `+49 30 1` and `030 1` are the same. */
export function digitsOf(phone: string): string {
  return phone.replace(/^\+49 ?(?:\(0\))?/, '0').replace(/\D/g, '');
}

/** An id says where it was minted, which is another check's. */
export const saysSomething = ({ path }: WrittenPassage): boolean => path?.at(-1) !== 'id';

function hostsIn(text: string): string[] {
  const host = reservedHostIn(text);
  return host ? [host.toLowerCase(), ...hostsIn(text.slice(text.indexOf(host) + host.length))] : [];
}

/** Fields whose words are the usual ones, however long. */
const usualWords = new Set(['id', 'legalFormText', 'function', 'frequency', 'place', 'name', 'vendor', 'unit']);

const sentences = new Intl.Segmenter('de', { granularity: 'sentence' });

/** The sentences of a passage that are long enough to be somebody's own, without regard to signs and line ends. */
export function sentencesIn(passage: WrittenPassage): { text: string; line: number; fingerprint: string }[] {
  const { file, path, text } = passage;
  if (!file.endsWith('.md') || usualWords.has(String(path?.at(-1)))) return [];
  // A line end is no end of a sentence here.
  return [...sentences.segment(text.replaceAll('\n', ' '))].flatMap(({ segment, index }) => {
    const words = segment.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    if (words.length < 5 || words.join('').length < 30) return [];
    const line = path ? passage.line : passage.line + (text.slice(0, index).match(/\n/g)?.length ?? 0);
    return [{ text: segment.trim(), line, fingerprint: fingerprint(words.join(' ')) }];
  });
}

/** Of a file, however Git has ended the lines of a text; undefined where there is none. */
export function fingerprintOf(content: ContentFolder, file: string): string | undefined {
  const bytes = content.read(file);
  if (!bytes) return undefined;
  return fingerprint(bytes.includes(0) ? bytes : Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n'));
}

/** Short, and still long enough that two sentences never share one. */
function fingerprint(what: string | Uint8Array): string {
  return createHash('sha256').update(what).digest('base64url').slice(0, 12);
}

const unique = (values: readonly string[]) => [...new Set(values)].sort();
