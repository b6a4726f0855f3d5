/** One thing that was looked at. `missing`: not set up yet. `note`: right, but worth knowing, or not to be seen from here. */
export interface SetupFinding {
  state: 'ok' | 'note' | 'missing' | 'wrong';
  /** What was looked at: `SPF`. */
  topic: string;
  text: string;
  /** A command that mends it, or a record to write into the DNS. */
  remedy?: string | undefined;
}
