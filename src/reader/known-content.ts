import type { Problem } from '../model/problem.ts';
import type { KnownAddresses } from './address-book.ts';

/** What a reading knows of the whole content, beside what it shows. */
export interface KnownContent {
  /** By the folder of an issue: changes with all that others have to know of it; undefined where nobody knows. */
  shared: ReadonlyMap<string, string | undefined>;
  addresses: KnownAddresses;
  /** The articles whose titles others show as related, by their paths. */
  related: ReadonlySet<string>;
  /** Those of the problems that are about one issue alone. */
  ofFolders: ReadonlySet<Problem>;
}
