/** A page on paper: printed by a Chromium that is installed, which asks nobody for anything. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { UserError } from '../../model/user-error.ts';
import { showingWords } from '../../words/handing-out.ts';

const programs = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Milliseconds that printing may take. */
const patience = 30_000;

/** The program that prints; undefined where none is installed. */
export function printingProgram(): string | undefined {
  return programs.find((program) => existsSync(program));
}

/** A page that has everything in it, as PDF. Throws a UserError where the program fails. */
export async function pdfOf(html: string, program: string): Promise<Uint8Array<ArrayBuffer>> {
  const folder = await mkdtemp(join(tmpdir(), 'redaktion-pdf-'));
  try {
    await writeFile(join(folder, 'seite.html'), html);
    const flags = [
      '--headless',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND',
      '--no-pdf-header-footer',
      // Chromium has no sandbox for root; the page runs no script.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${join(folder, 'profil')}`,
      `--print-to-pdf=${join(folder, 'seite.pdf')}`,
    ];
    await promisify(execFile)(program, [...flags, join(folder, 'seite.html')], {
      timeout: patience,
      windowsHide: true,
    });
    return new Uint8Array(await readFile(join(folder, 'seite.pdf')));
  } catch {
    throw new UserError(showingWords.pdfFailed);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
