// Loaded with --import: writes the peak memory of the process, in kilobytes, to the file that PEAK_FILE names.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const file = process.env.PEAK_FILE;
  if (file) writeFileSync(file, String(process.resourceUsage().maxRSS));
});
