import type { IncomingMessage } from 'node:http';
import type { PictureStore } from '../../images/picture-store.ts';
import type { Issue, Library } from '../../model/library.ts';
import type { TestOutcome } from '../../sending/test-mails.ts';
import type { BrowserFiles } from '../browser/bundle.ts';
import type { Desk } from '../desk.ts';
import type { Editor } from '../files/history.ts';
import type { PageRenderer } from '../preview/page-renderer.ts';
import type { HandOuts } from '../showing/hand-outs.ts';
import type { Access } from './access.ts';

/** What comes with a request beside itself, and who sent it. */
export interface DeskEnv {
  Bindings: { incoming: IncomingMessage };
  Variables: { editor: Editor; nonce: string };
}

/** What the routes work with. */
export interface DeskParts {
  desk: Desk;
  access: Access;
  store: PictureStore;
  browser: BrowserFiles;
  /** Started when the first page is shown. */
  renderer: () => Promise<PageRenderer>;
  /** Links to texts; undefined where nobody else could follow them. */
  handOuts: HandOuts | undefined;
  /** Title of the publication, as far as it can be read. */
  siteTitle: () => string;
  /** Where the sender leaves its figures. */
  figuresFile: string;
  /** Sends a test of an issue; undefined where no mail server is set. */
  sendTests:
    | ((library: Library, issue: Issue, recipients: readonly string[]) => Promise<readonly TestOutcome[]>)
    | undefined;
  newNonce: () => string;
  /** Told of faults of the program. */
  log: (text: string) => void;
}
