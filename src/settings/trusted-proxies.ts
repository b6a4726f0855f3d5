import proxyaddr from 'proxy-addr';

export type TrustedProxies = ReturnType<typeof proxyaddr.compile>;

/** Proxies whose word is taken on where a request comes from: addresses or networks. Throws for anything else. */
export function trustedProxies(networks: readonly string[]): TrustedProxies {
  return proxyaddr.compile([...networks]);
}
