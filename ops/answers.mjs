// Whether the Abo service on this machine answers. The port stands in the file with the service's settings, if anywhere.
import { readFileSync } from 'node:fs';

const settings = readFileSync(process.argv[2], 'utf8');
const setting = (name) => new RegExp(`^${name}=["']?([^"'\\s]+)`, 'm').exec(settings)?.[1];
const host = setting('ABO_HOST') ?? '127.0.0.1';
const place = `http://${host.includes(':') ? `[${host}]` : host}:${setting('ABO_PORT') ?? 4380}/abo/health`;
// Also 503 is an answer: what is wrong then was wrong before, and the health says it.
await fetch(place).catch(() => process.exit(1));
