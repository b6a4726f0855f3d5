/** What browsers load: script and styles, made once when the Redaktion starts. */
import { join } from 'node:path';
import { build } from 'esbuild';

export interface BrowserFiles {
  script: string;
  /** Of the page for those who have no access. */
  guestScript: string;
  styles: string;
  /** Styles of the web site, for its pages in the preview. */
  siteStyles: string;
}

const here = import.meta.dirname;

/** Bundles the sources of this folder; nothing in them comes from elsewhere at run time. */
export async function bundleForBrowsers(): Promise<BrowserFiles> {
  const bundle = async (file: string) => {
    const { outputFiles } = await build({
      entryPoints: [join(here, file)],
      bundle: true,
      minify: true,
      write: false,
      format: 'esm',
      target: ['firefox115', 'chrome115', 'safari16.4'],
      charset: 'utf8',
      legalComments: 'none',
      logLevel: 'silent',
      external: ['*.woff2'],
    });
    return outputFiles[0]?.text ?? '';
  };
  const [script, guestScript, styles, siteStyles] = await Promise.all([
    bundle('redaktion.ts'),
    bundle('guest.ts'),
    bundle('redaktion.css'),
    bundle('../../styles/site.css'),
  ]);
  return { script, guestScript, styles, siteStyles };
}
