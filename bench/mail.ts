import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { exampleSite } from './example-site.ts';
import { countingServer, startSender } from './sender-process.ts';
import { addSubscribers } from './subscribers.ts';

/** `npm run bench -- mail`: sends to so many recipients through a local sink; mails per second and peak memory. */
export async function benchMail(count: number): Promise<void> {
  const folder = exampleSite('mail');
  const peakFile = join(folder, 'peak');
  await addSubscribers(
    folder,
    Array.from({ length: count }, (_, n) => `leserin-${n}@rathaus.example`),
  );
  const server = await countingServer(0);
  let first = 0;
  let last = 0;
  server.onEvent(({ kind }) => {
    if (kind !== 'taken') return;
    last = performance.now();
    first ||= last;
  });
  const begin = performance.now();
  const { ended } = startSender(
    folder,
    { SMTP_URL: server.url, SEND_CONNECTIONS: '10', SEND_PER_MINUTE: '1000000', PEAK_FILE: peakFile },
    ['--import', join(import.meta.dirname, 'report-peak.mjs')],
  );
  const { code, printed } = await ended;
  const seconds = (performance.now() - begin) / 1000;
  server.stop();
  if (code !== 0) throw new Error(`the mailing failed:\n${printed}`);
  const megabytes = Number(readFileSync(peakFile, 'utf8')) / 1024;
  rmSync(peakFile);
  const rate = server.taken.size / ((last - first) / 1000);
  console.log(
    `${server.taken.size} mails, each to one recipient, 10 connections: ${seconds.toFixed(0)} s in all, ${rate.toFixed(0)} mails a second, peak memory ${megabytes.toFixed(0)} MB`,
  );
}
