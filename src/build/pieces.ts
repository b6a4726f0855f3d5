/**
 * Parts of pages, each about one thing: a page that is made again takes those that are as they were from where it lies. So
 * a document of hundreds of articles is not put together from all of them when one has changed.
 */
import type { Cell } from './cells.ts';

/** A part of a page. */
export interface Piece {
  /** The name of the thing that it is about. */
  thing: string;
  /** What was looked at for it. */
  cells: Cell;
  text: string;
}

/** The parts of a page, as they are kept. */
export interface KnownPieces {
  /** Of each: the number of the thing, what was looked at, and where it stands in the file, in bytes. */
  things: Uint32Array;
  cells: Uint32Array;
  begins: Uint32Array;
  ends: Uint32Array;
}

/** The parts of a page that was made, in their order; none where not all are found in it. */
export function placedPieces(
  pieces: readonly Piece[],
  page: Uint8Array,
  numberOf: (thing: string) => number,
): KnownPieces | undefined {
  const bytes = Buffer.from(page.buffer, page.byteOffset, page.byteLength);
  const [begins, ends] = [new Uint32Array(pieces.length), new Uint32Array(pieces.length)];
  let end = 0;
  for (const [index, { text }] of pieces.entries()) {
    const begin = bytes.indexOf(text, end);
    if (begin < 0) return undefined;
    end = begin + Buffer.byteLength(text);
    begins[index] = begin;
    ends[index] = end;
  }
  return {
    things: Uint32Array.from(pieces, ({ thing }) => numberOf(thing)),
    cells: Uint32Array.from(pieces, ({ cells }) => cells),
    begins,
    ends,
  };
}

/** A page as it lies there, with its parts. */
export interface PageThere {
  pieces: KnownPieces;
  bytes: Buffer;
}

/** The part about a thing. */
export function pieceThere({ pieces, bytes }: PageThere, thing: number): Pick<Piece, 'cells' | 'text'> | undefined {
  const index = pieces.things.indexOf(thing);
  if (index < 0) return undefined;
  return { cells: pieces.cells[index] ?? 0, text: bytes.toString('utf8', pieces.begins[index], pieces.ends[index]) };
}
