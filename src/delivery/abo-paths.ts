import { serviceSegments } from '../model/address.ts';

/** What the Abo service answers, as a regular expression of web servers. The links in it belong in no log. */
export const aboPaths = `^/abo/(?:${serviceSegments.join('|')})(?:/|$)`;

/** Where the web server reaches the service. */
export interface ServicePlace {
  host: string;
  port: number;
}

export function placeOf({ host, port }: ServicePlace): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}
