/** Finds what is left of the shipped example, piece by piece. */
import { contentFiles } from '../../model/content-files.ts';
import type { Problem } from '../../model/problem.ts';
import { type Finding, finding } from '../../words/problems.ts';
import type { ContentFolder } from '../files/content-folder.ts';
import { fieldName } from '../files/parsed-file.ts';
import { copiedFiles, type Passage, writtenFiles } from './passages.ts';
import { shippedTraces } from './shipped-traces.ts';
import { digitsOf, fingerprint, phonesIn, saysSomething, sentencesIn } from './traces.ts';

/** Pieces of the example in files that `isLookedAt`, by what ships in `content/` and `public/`; one of a kind a line. */
export function findLeftovers(content: ContentFolder, isLookedAt: (file: string) => boolean): Problem[] {
  const files = writtenFiles(content).filter(({ file }) => isLookedAt(file));
  const copied = copiedFiles(content).filter(
    (file) => isLookedAt(file) && shipped.files.has(fingerprint(content.read(file) ?? '')),
  );
  const passages = files.flatMap((file) => file.passages).filter(({ file }) => !copied.includes(file));
  const title = passages.find(({ file, path }) => file === contentFiles.site && path?.join() === 'title');
  const keepsTitle = title?.text === shippedTraces.title;
  const names = shippedTraces.names.filter((name) => !keepsTitle || !name.includes(shippedTraces.title));
  return [
    ...copied.map((file) => ({ file, line: 1, ...finding('exampleFile', { file }) })),
    ...(title && keepsTitle ? [problemAt(title, finding('exampleTitle', { title: title.text }))] : []),
    ...passages
      .filter((passage) => passage !== title && saysSomething(passage))
      .flatMap((passage) => piecesIn(passage, names)),
  ];
}

const shipped = { sentences: new Set(shippedTraces.sentences), files: new Set(shippedTraces.files) };

function piecesIn(passage: Passage, names: readonly string[]): Problem[] {
  const { text, path } = passage;
  const sentence = sentencesIn(passage).filter((found) => shipped.sentences.has(found.fingerprint));
  if (sentence.length > 0) {
    return [...Map.groupBy(sentence, ({ line }) => line)].map(([line, [first]]) =>
      problemAt({ ...passage, line }, finding('exampleSentence', { text: first?.text ?? text })),
    );
  }
  const isSender =
    path?.join('.') === 'mail.from.name' && text === shippedTraces.title && names.length === shippedTraces.names.length;
  const name = isSender ? text : longest(names, text);
  const street = longest(shippedTraces.streets, text);
  const phone = phonesIn(text).find((found) => shippedTraces.phones.includes(digitsOf(found)));
  const host = longest(shippedTraces.hosts, text.toLowerCase());
  const field = path?.at(-1);
  const isPlace =
    (field === 'city' && shippedTraces.cities.includes(text)) ||
    (field === 'postalCode' && shippedTraces.postalCodes.includes(text));
  const found: Finding[] = [
    ...(name === undefined ? [] : [finding('exampleName', { name })]),
    ...(street !== undefined || isPlace ? [finding('exampleAddress', { text: street ?? text })] : []),
    ...(phone === undefined ? [] : [finding('examplePhone', { phone })]),
    ...(host === undefined ? [] : [finding('exampleHost', { host })]),
  ];
  return found.map((each) => problemAt(lineWithin(passage, name ?? street ?? phone ?? host ?? ''), each));
}

/** The longest of the pieces that stands in a text as words of its own. */
function longest(pieces: readonly string[], text: string): string | undefined {
  const found = pieces.filter((piece) => {
    const at = text.indexOf(piece);
    const isLetter = (sign = '') => /[\p{L}\p{N}]/u.test(sign);
    return at >= 0 && !isLetter(text.charAt(at - 1)) && !isLetter(text.charAt(at + piece.length));
  });
  return found.sort((a, b) => b.length - a.length)[0];
}

/** The line in a text that has the piece; a value in a head is told at its field. */
function lineWithin(passage: Passage, piece: string): Passage {
  if (passage.path) return passage;
  const before = passage.text.slice(0, Math.max(0, passage.text.toLowerCase().indexOf(piece.toLowerCase())));
  return { ...passage, line: passage.line + (before.match(/\n/g)?.length ?? 0) };
}

function problemAt({ file, line, path }: Passage, found: Finding): Problem {
  const field = path && fieldName(path);
  return { file, line, ...(field && { field }), ...found };
}
