/** What is shown of a file: of a draft what there is of it, with words in the place of what is missing. */
import { isRecord } from '../model/field.ts';
import type { DraftPlaces } from '../model/library.ts';
import type { ParsedFile } from './files/parsed-file.ts';

export interface LegibleText<Value> {
  value: Value;
  text: ParsedFile<Value>;
  places?: { places: DraftPlaces };
}

/** Undefined where the file is not in order. */
export function finishedText<Value>(parsed: ParsedFile<Value>): LegibleText<Value> | undefined {
  const { value } = parsed;
  return value && { value, text: parsed };
}

export function draftText<Value>(
  parsed: ParsedFile<Value>,
  standIn: (text: ParsedFile<Value>) => Value,
): LegibleText<Value> {
  const text = asFarAsRead(parsed);
  return { value: parsed.value ?? standIn(text), text, places: { places: placesOf(text) } };
}

/** Of a file that can't be read what was rescued of it. */
export function asFarAsRead<Value>(parsed: ParsedFile<Value>): ParsedFile<Value> {
  const { file, value, set, listed, isDraft, lineOf, anchors, problems, version, rescued } = parsed;
  const { data, usable, blocks, words, references } = rescued ?? parsed;
  return {
    ...{ file, value, set, listed, isDraft, lineOf, anchors, problems, version, rescued },
    ...{ data, usable, blocks, words, references },
    // Its links are resolved in place: a copy each time.
    get body() {
      return structuredClone((rescued ?? parsed).body);
    },
  };
}

function placesOf({ blocks, data, rescued }: ParsedFile<unknown>): DraftPlaces {
  const records = isRecord(data) && Array.isArray(data.pictures) ? data.pictures : [];
  const fileOf = (record: unknown) => (isRecord(record) && typeof record.file === 'string' ? record.file : undefined);
  return { blocks, fields: rescued?.fields ?? [], pictures: records.map(fileOf) };
}
