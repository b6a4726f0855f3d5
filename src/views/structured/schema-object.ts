/** A schema.org object; members that are undefined are not written. */
export interface StructuredData {
  '@type': string;
  [member: string]: unknown;
}
