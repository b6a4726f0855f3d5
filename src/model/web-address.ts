/** The part before the host, the host, and the rest of an address with one. */
const withHost = /^(https?:\/\/(?:[^/?#@]*@)?|mailto:[^@?]*@)([^/?#:@]+)(.*)$/is;

/**
 * The address as it goes out: a host with umlauts in its ASCII form (RFC 5891), since many mail programs and feed
 * readers know no other, and a telephone number without spaces (RFC 3966). Others stay as they are.
 */
export function outgoingAddress(url: string): string {
  if (/^tel:/i.test(url)) return url.replace(/\s/g, '');
  const [, before = '', host = '', rest = ''] = withHost.exec(url) ?? [];
  if (/^\p{ASCII}*$/u.test(host)) return url;
  const ascii = URL.parse(`https://${host}/`)?.hostname;
  return ascii ? before + ascii + rest : url;
}
