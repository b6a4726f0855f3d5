/** Sector numbers from here on are marks: the end of a chain, a free sector (MS-CFB 2.1). */
const firstMark = 0xfffffffa;

/**
 * Whether a compound file (MS-CFB) can be read to its end: its tables lie within it and no chain of sectors leads back
 * into itself. The reader of Outlook's messages follows such a chain until the memory is full.
 */
export function isSoundCompoundFile(bytes: Uint8Array): boolean {
  if (bytes.length < 512) return false;
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = data.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return false;
  const size = 2 ** shift;
  const sectors = Math.ceil(bytes.length / size) - 1;
  /** The numbers in a sector; undefined where it lies outside. */
  const numbersIn = (sector: number): number[] | undefined => {
    const start = (sector + 1) * size;
    if (sector >= sectors || start + size > bytes.length) return undefined;
    return Array.from({ length: size / 4 }, (_, at) => data.getUint32(start + at * 4, true));
  };

  const places = Array.from({ length: 109 }, (_, at) => data.getUint32(76 + at * 4, true));
  let further = data.getUint32(68, true);
  for (let left = data.getUint32(72, true); left > 0; left -= 1) {
    const numbers = left <= sectors ? numbersIn(further) : undefined;
    if (!numbers) return false;
    further = numbers.pop() ?? firstMark;
    places.push(...numbers);
  }
  const table = tableOf(places.slice(0, Math.min(sectors, data.getUint32(44, true))), numbersIn);
  if (!table || hasLoop(table)) return false;

  const chain = (start: number): number[] => {
    const found: number[] = [];
    for (let at = start; at < firstMark && found.length <= sectors; at = table[at] ?? firstMark) found.push(at);
    return found;
  };
  const smallTable = tableOf(chain(data.getUint32(60, true)), numbersIn);
  const directory = tableOf(chain(data.getUint32(48, true)), numbersIn);
  return smallTable !== undefined && !hasLoop(smallTable) && directory !== undefined && isTree(directory);
}

/** Whether each entry of the directory has one parent or neighbour that leads to it; `numbers` are those of all entries. */
function isTree(numbers: readonly number[]): boolean {
  const perEntry = 32;
  const named = new Set([0]);
  for (let entry = 0; entry + perEntry <= numbers.length; entry += perEntry) {
    // The third byte of this number is the kind of entry: 1 a folder, 2 a stream, 5 the root.
    const kind = ((numbers[entry + 16] ?? 0) >>> 16) & 0xff;
    if (![1, 2, 5].includes(kind)) continue;
    for (const index of numbers.slice(entry + 17, entry + 20)) {
      if (index >= firstMark) continue;
      if (named.has(index)) return false;
      named.add(index);
    }
  }
  return true;
}

function tableOf(places: readonly number[], numbersIn: (sector: number) => number[] | undefined): number[] | undefined {
  const parts = places.filter((place) => place < firstMark).map(numbersIn);
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}

/** Whether following the table from any place comes to a place again. */
function hasLoop(table: readonly number[]): boolean {
  /** By which walk each place was seen; 0 where none was. */
  const seen = new Uint32Array(table.length);
  for (let walk = 1; walk <= table.length; walk += 1) {
    for (let at = walk - 1; at < table.length; at = table[at] ?? firstMark) {
      if (seen[at] === walk) return true;
      if (seen[at] !== 0) break;
      seen[at] = walk;
    }
  }
  return false;
}
