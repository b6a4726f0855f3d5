/** What a field is called in the Redaktion's forms. What it means is in `fields/`, in words for whoever writes the file. */
export interface FormField {
  label: string;
  /** In the place of the sentence in `fields/`, where that is about writing the file. */
  help?: string;
  /** Of a list: what one of its entries is called. */
  entry?: string;
  /** What the values are called of a field that takes one of a few; `asWritten` where they are German already. */
  values?: Readonly<Record<string, string>> | 'asWritten';
  /** A word that may stand in the place of what the field else holds, and what the box says that stands for it. */
  instead?: { value: string; text: string };
}

export type FormFields = Readonly<Record<string, FormField>>;
