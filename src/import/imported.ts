import type { Person } from '../model/article.ts';
import type { Image } from '../model/image-credit.ts';

/** A file as somebody gives it: its name only says what the bytes leave open. */
export interface ImportFile {
  name: string;
  bytes: Uint8Array;
}

/** What an editor is told about an import: whole sentences, in the order of the text. */
export interface ImportNotes {
  /** Found in the file and put in its place. */
  recognised: string[];
  /** Not taken over. */
  dropped: string[];
  /** What only a person can fill in or decide. */
  leftToDo: string[];
}

/** What the file's own metadata say of a picture. */
export interface PictureMetadata {
  creator?: string;
  credit?: string;
  copyright?: string;
  description?: string;
  /** Whether the file says where it was taken. */
  hasPlace: boolean;
}

/** A picture out of the file. */
export interface ImportedPicture {
  /** The name that text and front matter call it by. */
  name: string;
  bytes: Uint8Array;
  metadata: PictureMetadata;
}

/** The record of a picture as far as the file fills it in. */
export type PictureRecord = Pick<
  Image,
  'file' | 'alt' | 'decorative' | 'withheld' | 'credit' | 'creator' | 'copyright' | 'caption'
>;

/** Fields of the article that can be read or guessed from the text. */
interface FrontMatterGuesses {
  kind: 'case-study' | 'news';
  /** The line below the title. */
  subtitle?: string;
  summary?: string;
  municipality?: string;
  software: string[];
  people: Person[];
  image?: PictureRecord;
  pictures: PictureRecord[];
}

/** A draft article, and what is known of the issue that it belongs to. */
export interface Imported {
  title: string;
  /** Markdown; ends with a line end. */
  body: string;
  frontMatter: FrontMatterGuesses;
  pictures: ImportedPicture[];
  /** The issue's key and lead, where the text names them. */
  issue: { key?: string; lead?: string };
  notes: ImportNotes;
}
