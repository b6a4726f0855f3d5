/** The origin that this build is made for, without a slash at its end: the address served, else the published one. */
export function originOf(builtFor: URL | undefined, { publicUrl }: { publicUrl: string }): string {
  return builtFor?.origin ?? publicUrl;
}
