/** What the log may hold besides the event: counts, kinds and codes, never a person's data. */
export type LogFacts = Record<string, string | number | boolean>;

/** Takes note of an event. */
export type Log = (event: string, facts?: LogFacts) => void;

/** A log of one JSON object a line, which every collector of logs understands. */
export function jsonLog(write: (line: string) => void, now: () => Temporal.Instant): Log {
  return (event, facts = {}) => write(JSON.stringify({ at: now().toString(), event, ...facts }));
}
