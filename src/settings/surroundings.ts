import { randomUUID } from 'node:crypto';
import { siteRoot } from './site-root.ts';

/** The world outside of a process, handed in so that tests can bring their own. */
export interface Surroundings {
  /** The organisation's folder: `content/` and `public/` in, `dist/` and `server/` out. */
  root: string;
  env: Record<string, string | undefined>;
  now: Temporal.Instant;
  uuid: () => string;
  print: (text: string) => void;
  printError: (text: string) => void;
}

/** The world as it is around this process. */
export function realSurroundings(): Surroundings {
  return {
    root: siteRoot,
    env: process.env,
    now: Temporal.Now.instant(),
    uuid: randomUUID,
    print: (text) => console.log(text),
    printError: (text) => console.error(text),
  };
}
