/** Finds what is left of the shipped example, piece by piece. */
import { contentFiles } from '../../model/content-files.ts';
import type { Problem } from '../../model/problem.ts';
import { type Finding, finding } from '../../words/problems.ts';
import type { ContentFolder } from '../files/content-folder.ts';
import { fieldName } from '../files/parsed-file.ts';
import { copiedFiles, type WrittenPassage, writtenFiles } from './passages.ts';
import { shippedTraces } from './shipped-traces.ts';
import { digitsOf, fingerprintOf, phonesIn, saysSomething, sentencesIn } from './traces.ts';

const shipped = { ...shippedTraces, sentences: new Set(shippedTraces.sentences), files: new Set(shippedTraces.files) };

/** Pieces of the example in the files that `isLookedAt`, by what ships in `content/` and `public/`. */
export function findLeftovers(content: ContentFolder, isLookedAt: (file: string) => boolean): Problem[] {
  const copied = copiedFiles(content).filter(
    (file) => isLookedAt(file) && shipped.files.has(fingerprintOf(content, file) ?? ''),
  );
  // Whether a title is kept is for its own file to say, whoever looks at which.
  const passages = writtenFiles(
    content,
    (file) => (isLookedAt(file) || file === contentFiles.site) && !copied.includes(file),
  )
    .flatMap((file) => file.passages)
    .filter(saysSomething);
  const keepsTitle = passages.some((passage) => isTitle(passage) && passage.text === shipped.title);
  return [
    ...copied.map((file) => ({ file, line: 1, ...finding('exampleFile', { file }) })),
    ...passages
      .filter(({ file }) => isLookedAt(file))
      .flatMap((passage) => {
        const sentences = shippedSentences(passage);
        return sentences.length > 0 ? sentences : piecesIn(passage, keepsTitle);
      }),
  ];
}

const isTitle = ({ file, path }: WrittenPassage) => file === contentFiles.site && path?.join('.') === 'title';

/** The first of each line. */
function shippedSentences(passage: WrittenPassage): Problem[] {
  const found = sentencesIn(passage).filter((sentence) => shipped.sentences.has(sentence.fingerprint));
  return [...Map.groupBy(found, ({ line }) => line)].map(([line, [first]]) =>
    problemAt(passage, line, finding('exampleSentence', { text: first?.text ?? passage.text })),
  );
}

function piecesIn(passage: WrittenPassage, keepsTitle: boolean): Problem[] {
  const { text } = passage;
  const street = longest(shipped.streets, text);
  const phone = phonesIn(text).find((found) => shipped.phones.includes(digitsOf(found)));
  const host = longest(shipped.hosts, text.toLowerCase());
  const at = (piece: string, found: Finding) => [problemAt(passage, lineWithin(passage, piece), found)];
  return [
    ...namesIn(passage, keepsTitle).flatMap(([name, found]) => at(name, found)),
    ...(street === undefined ? [] : at(street, finding('exampleAddress', { text: street }))),
    ...(isShippedPlace(passage) ? at(text, finding('exampleAddress', { text })) : []),
    ...(phone === undefined ? [] : at(phone, finding('examplePhone', { phone }))),
    ...(host === undefined ? [] : at(host, finding('exampleHost', { host }))),
  ];
}

/** An organisation may have the example's title by choice: then that and what is called after it is only a question. */
function namesIn(passage: WrittenPassage, keepsTitle: boolean): [name: string, found: Finding][] {
  const { text, path } = passage;
  const isTitled = (name: string) => name.includes(shipped.title);
  const name = longest(keepsTitle ? shipped.names.filter((each) => !isTitled(each)) : shipped.names, text);
  if (name !== undefined) return [[name, finding('exampleName', { name })]];
  const isTitleAlone = text === shipped.title && (isTitle(passage) || path?.join('.') === 'mail.from.name');
  const titled = isTitleAlone ? text : longest(shipped.names.filter(isTitled), text);
  if (titled === undefined) return [];
  return [[titled, keepsTitle ? finding('exampleTitle', { name: titled }) : finding('exampleName', { name: titled })]];
}

function isShippedPlace({ path, text }: WrittenPassage): boolean {
  const field = path?.at(-1);
  return (
    (field === 'city' && shipped.cities.includes(text)) ||
    (field === 'postalCode' && shipped.postalCodes.includes(text))
  );
}

/** The longest of the pieces that stands in a text as words of its own. */
function longest(pieces: readonly string[], text: string): string | undefined {
  const isLetter = (sign: string) => /[\p{L}\p{N}]/u.test(sign);
  const inOneLine = unbroken(text);
  const found = pieces.filter((piece) => {
    const at = inOneLine.indexOf(piece);
    return at >= 0 && !isLetter(inOneLine.charAt(at - 1)) && !isLetter(inOneLine.charAt(at + piece.length));
  });
  return found.toSorted((a, b) => b.length - a.length)[0];
}

/** A name goes on in the next line. */
const unbroken = (text: string) => text.replaceAll('\n', ' ');

/** The line in a text that has the piece; a value in a head is told at its field. */
function lineWithin({ path, line, text }: WrittenPassage, piece: string): number {
  if (path) return line;
  const before = text.slice(0, Math.max(0, unbroken(text).toLowerCase().indexOf(piece.toLowerCase())));
  return line + before.split('\n').length - 1;
}

function problemAt({ file, path }: WrittenPassage, line: number, found: Finding): Problem {
  const field = path && fieldName(path);
  return { file, line, ...(field && { field }), ...found };
}
