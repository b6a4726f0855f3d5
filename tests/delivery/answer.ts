import { type IncomingHttpHeaders, request as plain } from 'node:http';
import { request as secure } from 'node:https';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Asks as the bytes go over the wire: nothing is unpacked, no redirect followed, any certificate taken. */
export function ask(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  const request = url.startsWith('https:') ? secure : plain;
  return new Promise((resolve, reject) => {
    request(url, { headers, rejectUnauthorized: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });
}
