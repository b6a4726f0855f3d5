/** The origin that this build is made for, without a slash at its end: the address served, else the published one. */
export function originOf(builtFor: URL | undefined, { publicUrl }: { publicUrl: string }): string {
  return builtFor?.origin ?? publicUrl;
}

/** The origin of the Abo service for this build; undefined without an Abo. What is built to be tried has it beside. */
export function aboOriginOf(
  builtFor: URL | undefined,
  { publicUrl, aboUrl }: { publicUrl: string; aboUrl?: string | undefined },
): string | undefined {
  return aboUrl && builtFor && builtFor.origin !== publicUrl ? builtFor.origin : aboUrl;
}
