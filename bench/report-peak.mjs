// Loaded with --import: writes the peak memory of the process, in kilobytes, and its processor time, in milliseconds, to
// the file that PEAK_FILE names.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Linux hands the peak of the process that started this one on to it in `maxRSS`, but counts it anew in `status`. */
function peak() {
  const status = '/proc/self/status';
  const counted = existsSync(status) ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
  return counted ?? String(process.resourceUsage().maxRSS);
}

process.on('exit', () => {
  const file = process.env.PEAK_FILE;
  const { user, system } = process.cpuUsage();
  if (file) writeFileSync(file, `${peak()} ${Math.round((user + system) / 1000)}`);
});
