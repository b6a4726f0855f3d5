/**
 * What every feed of the site consists of, before it is written as RSS, Atom or JSON Feed.
 * All addresses are absolute, all strings free of characters that XML forbids.
 */
import type { Day } from '../model/day.ts';
import type { FileCredit } from '../model/picture.ts';

/** What feeds depend on beside the content. */
export interface FeedContext {
  /** Origin at which the feeds are served: `https://kurrende.example`, without a path. */
  origin: string;
  /** The day of the build; it decides which year is closed and so has an archive of its own. */
  today: Day;
}

export interface Category {
  term: string;
  label: string;
  /** Address of the list that the term belongs to. */
  scheme: string;
}

/** The picture of an entry, with the credit that stands in its file. */
export interface EntryPicture extends FileCredit {
  url: string;
  mediaType: string;
  /** Pixels. */
  width: number;
  height: number;
  /** Size of the file. */
  bytes: number;
  /** The credit as a line with all that has to be read beside it. */
  line: string;
  /** Name of the licence. */
  licence?: string;
}

/** A file that belongs to an entry. */
export interface Enclosure {
  url: string;
  title: string;
  mediaType: string;
  /** Size of the file. */
  bytes: number;
}

export interface Entry {
  /** `tag:` URI, the same in every format and for ever. */
  id: string;
  title: string;
  url: string;
  /** Plain text. */
  summary: string;
  /** Full text. */
  html: string;
  published: Temporal.ZonedDateTime;
  /** Never before `published`. */
  updated: Temporal.ZonedDateTime;
  /** Names. */
  authors: string[];
  /** BCP 47, where it isn't the feed's. */
  language?: string | undefined;
  categories: Category[];
  /** The published pictures: the entry's own first, then those in its text. */
  pictures: EntryPicture[];
  /** The entry's own picture first, if it has one: formats that take one file take that. */
  enclosures: Enclosure[];
}

/** An entry of a document that holds very many: only what has changed is made anew. */
export interface ArchivedEntry extends Pick<Entry, 'id' | 'url' | 'updated'> {
  /** The entry as `write` writes it. */
  written(write: (entry: Entry) => string): string;
}

/** Where a document stands among those that together hold all entries (RFC 5005, section 4). */
export interface History {
  /** Whether the document is an archive, not the one that readers subscribe to. */
  isArchive: boolean;
  /** Of an archive: the document that readers subscribe to. */
  current?: string;
  /** The next older archive. */
  previous?: string;
  /** The next newer archive. */
  next?: string;
}

export interface Feed<Held = Entry> {
  id: string;
  title: string;
  description: string;
  /** The page that shows the same. */
  home: string;
  /** Where this document is published. */
  self: string;
  /** BCP 47. */
  language: string;
  /** The newest change of an entry, never the time of the build: the same content gives the same bytes. */
  updated: Temporal.ZonedDateTime;
  author: { name: string; email: string };
  publisher: string;
  /** Newest first. */
  entries: readonly Held[];
  history?: History;
}
