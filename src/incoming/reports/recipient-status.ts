/** What is said of one recipient. */
export interface RecipientStatus {
  /** Who did not get it, as the last server knows them; `''` where a report doesn't say. */
  final: string;
  /** To whom it was sent before somebody passed it on; `''` where a report doesn't say. */
  original: string;
  /** `failed`, `delayed`, `delivered`, `relayed`, `expanded` (RFC 3464 2.3.3). */
  action: string;
  /** Status code (RFC 3463); `''` where a report has none. */
  status: string;
  /** The words of the server that refused, with its code if it gave one. */
  said: string;
}
