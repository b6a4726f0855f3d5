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
