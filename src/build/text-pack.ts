/** The memory of parsed texts between runs, in `.cache/texts/`. */
import { deserialize, serialize } from 'node:v8';
import type { RememberedText, TextFacts, TextHead, TextItself, TextMemory } from '../reader/files/text-memory.ts';
import type { TellProgress } from '../settings/progress.ts';
import { openPack, type Packed } from './pack.ts';

/** A memory that can be written down. */
export interface TextPack extends TextMemory {
  /** Writes what has come, for the next run; forgets what nobody asked for, but where nobody had to ask for all (`ofSome`). */
  save(asked?: { ofSome?: boolean }): void;
}

/** The head of a text in the pack; of its bytes, so many are its facts, the others JSON. */
type Head = [hash: string, state: string | null, head: TextHead, ofFacts: number];

class PackedText implements RememberedText {
  readonly hash: string;
  readonly state: string | undefined;
  readonly head: TextHead;
  readonly #packed: Packed<Head>;
  /** A reading asks for them again and again, and nobody after it. */
  #facts: WeakRef<TextFacts> | undefined;

  constructor(packed: Packed<Head>, facts?: TextFacts) {
    const [hash, state, head] = packed.head;
    this.hash = hash;
    this.state = state ?? undefined;
    this.head = head;
    this.#packed = packed;
    this.#facts = facts && new WeakRef(facts);
  }

  facts(): TextFacts | undefined {
    const before = this.#facts?.deref();
    if (before) return before;
    const bytes = this.#packed.bytes();
    const facts = bytes && (deserialize(bytes.subarray(0, this.#packed.head[3])) as TextFacts);
    this.#facts = facts && new WeakRef(facts);
    return facts;
  }

  text(): TextItself | undefined {
    const bytes = this.#packed.bytes();
    return bytes && (JSON.parse(bytes.toString('utf8', this.#packed.head[3])) as TextItself);
  }
}

/** The memory in a folder, of texts as this `version` of the product makes them. */
export function openTextPack(folder: string, version: string, progress?: TellProgress): TextPack {
  const pack = openPack<Head>(folder, 'texts', version);
  /** Of this run. */
  const known = new Map<string, PackedText>();
  let parsed = 0;

  return {
    find(file) {
      const before = known.get(file);
      if (before) return before;
      const packed = pack.find(file);
      const found = packed && new PackedText(packed);
      if (found) known.set(file, found);
      return found;
    },
    keep(file, { hash, state, head }, facts, itself) {
      const first = serialize(facts);
      const bytes = Buffer.concat([first, Buffer.from(JSON.stringify(itself))]);
      // Words of the head would be pieces of the whole file, and hold it.
      const ownHead = JSON.parse(JSON.stringify(head)) as TextHead;
      const text = new PackedText(pack.keep(file, [hash, state ?? null, ownHead, first.length], bytes), facts);
      known.set(file, text);
      parsed += 1;
      progress?.('texts', parsed);
      return text;
    },
    confirm(file, state) {
      const packed = pack.find(file);
      if (!packed) return;
      const [hash, , head, ofFacts] = packed.head;
      pack.change(file, [hash, state ?? null, head, ofFacts]);
      known.set(file, new PackedText(packed));
    },
    save: (asked) => pack.save(asked),
  };
}
