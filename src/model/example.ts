import { z } from 'zod';

/** True while what a file says is that of the example content; a release is refused then. */
export const exampleMark = z.boolean().optional();

/** RFC 2606 and RFC 6761: names that nobody can own. */
const reservedHost =
  /(?<![\p{L}\p{N}_.-])(?:(?:[\p{L}\p{N}-]+\.)+(?:example|invalid|test|localhost)|(?:[\p{L}\p{N}-]+\.)*example\.(?:com|net|org)|localhost)(?![\p{L}\p{N}_-]|\.[\p{L}\p{N}])/iu;

/** The first host name in a text that is reserved for examples and tests. */
export function reservedHostIn(text: string): string | undefined {
  return reservedHost.exec(text)?.[0];
}
