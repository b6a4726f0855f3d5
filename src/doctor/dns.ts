import { Resolver } from 'node:dns/promises';

/** Asks the DNS for the records of a name; rejects with `ENOTFOUND` or `ENODATA` where there are none. */
export type Resolve = (name: string, type: string) => Promise<string[][] | string[]>;

/** Asks `server`, or whom the machine asks. */
export function dnsResolver(server: string | undefined): Resolve {
  const resolver = new Resolver({ timeout: 3_000, tries: 2 });
  if (server !== undefined) resolver.setServers([server]);
  return async (name, type) => (await resolver.resolve(name, type as 'TXT')) as string[][];
}

/** The records of a name as texts; none where it has none. Rejects where the DNS gives no answer at all. */
export async function records(
  resolve: Resolve,
  name: string,
  type: 'TXT' | 'A' | 'AAAA' | 'MX' | 'PTR',
): Promise<string[]> {
  try {
    const rows: unknown[] = await resolve(name, type);
    return rows.map((row) => {
      if (Array.isArray(row)) return row.join('');
      return typeof row === 'string' ? row : (row as { exchange: string }).exchange;
    });
  } catch (error) {
    if (['ENOTFOUND', 'ENODATA'].includes((error as { code?: string }).code ?? '')) return [];
    throw error;
  }
}
