/** Cuts a font to characters, axes and features: the `hb-subset` of HarfBuzz, which its package brings as bare WebAssembly. */
import { readFileSync } from 'node:fs';

export interface Cut {
  /** Code points that stay. */
  characters: Iterable<number>;
  /** An axis is narrowed to a range, whose first value becomes the default, or fixed at a value. */
  axes: Record<string, readonly [number, number] | number>;
  /** OpenType features that stay. */
  features: readonly string[];
}

/** The functions of hb-subset.h that are needed; pointers are numbers. */
interface HbSubset {
  memory: WebAssembly.Memory;
  _initialize(): void;
  malloc(bytes: number): number;
  hb_blob_create(data: number, length: number, mode: number, userData: number, destroy: number): number;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_get_length(blob: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_reference_blob(face: number): number;
  hb_set_add(set: number, value: number): void;
  hb_set_clear(set: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_pin_axis_location(input: number, face: number, axis: number, value: number): number;
  hb_subset_input_set(input: number, which: number): number;
  hb_subset_input_set_axis_range(
    input: number,
    face: number,
    axis: number,
    min: number,
    max: number,
    standard: number,
  ): number;
  hb_subset_input_set_flags(input: number, flags: number): void;
  hb_subset_input_unicode_set(input: number): number;
  hb_subset_or_fail(face: number, input: number): number;
}

/** Enumerations of hb-subset.h and hb-blob.h. */
const writable = 2;
const sets = { nameIds: 4, layoutFeatures: 6 };
const noHinting = 1;

/** Copyright, licence and its address: of the names that a font bears, those that its licence asks for (OpenType `name`). */
const keptNames = [0, 13, 14];

const tag = (letters: string) => [...letters].reduce((value, letter) => (value << 8) + letter.charCodeAt(0), 0);

/**
 * The smaller font, without hints and without a name of its own: “Source” is reserved for the original (OFL 1.1, 3).
 * @param font an OpenType font, unpacked; for each an instance of its own, since nothing is freed
 * @throws if HarfBuzz refuses the font or an axis that it doesn't have
 */
export async function subset(font: Uint8Array, { characters, axes, features }: Cut): Promise<Uint8Array> {
  const program = readFileSync(new URL(import.meta.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')));
  const { instance } = await WebAssembly.instantiate(program);
  const hb = instance.exports as unknown as HbSubset;
  hb._initialize();
  const data = hb.malloc(font.length);
  new Uint8Array(hb.memory.buffer).set(font, data);
  const face = hb.hb_face_create(hb.hb_blob_create(data, font.length, writable, 0, 0), 0);
  const input = hb.hb_subset_input_create_or_fail();
  hb.hb_subset_input_set_flags(input, noHinting);
  replace(hb, hb.hb_subset_input_set(input, sets.nameIds), keptNames);
  replace(hb, hb.hb_subset_input_set(input, sets.layoutFeatures), features.map(tag));
  replace(hb, hb.hb_subset_input_unicode_set(input), characters);
  for (const [axis, range] of Object.entries(axes)) {
    const isDone =
      typeof range === 'number'
        ? hb.hb_subset_input_pin_axis_location(input, face, tag(axis), range)
        : hb.hb_subset_input_set_axis_range(input, face, tag(axis), ...range, range[0]);
    if (!isDone) throw new Error(`the font has no axis ${axis}`);
  }
  const made = hb.hb_subset_or_fail(face, input);
  if (!made) throw new Error('HarfBuzz could not cut the font');
  const blob = hb.hb_face_reference_blob(made);
  const start = hb.hb_blob_get_data(blob, 0);
  return new Uint8Array(hb.memory.buffer).slice(start, start + hb.hb_blob_get_length(blob));
}

function replace(hb: HbSubset, set: number, values: Iterable<number>): void {
  hb.hb_set_clear(set);
  for (const value of values) hb.hb_set_add(set, value);
}
