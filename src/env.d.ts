/** Whether drafts and what is to come are shown: true in the preview only. Set by integration.ts. */
declare const IS_PREVIEW: boolean;

/** The package's parser of structured fields; it has no types of its own. Throws nothing. */
declare module 'mailauth/lib/parse-dkim-headers.js' {
  interface Result {
    value?: string;
    header?: Record<string, string>;
  }
  /** `Authentication-Results: …` (RFC 8601) as results by method; `value` is the name of the server. */
  export default function parse(
    line: string,
  ): { parsed?: { value?: string } & Record<string, string | Result | Result[] | undefined> } | false;
}
