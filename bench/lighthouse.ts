import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { flags } from '../tests/browser/browser.ts';
import { browserProgram } from '../tests/browser/browser-program.ts';
import { exampleSite, startSite } from './example-site.ts';

const pages = {
  article: '/ausgaben/2025/kw33/open-prosoz-wesermarsch/',
  'article with a picture': '/ausgaben/2026/kw47/redaktionskalender-2027/',
  issue: '/ausgaben/2025/kw33/',
  home: '/',
};

const runs = 5;

const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

/** Prints the median of five Lighthouse runs for two articles, an issue and the home page, throttled as by default. */
export async function benchLighthouse(): Promise<void> {
  const { origin, child } = await startSite(exampleSite('lighthouse'));
  const { path, env } = browserProgram();
  const chrome = await launch({
    chromePath: path,
    chromeFlags: ['--headless', ...flags],
    envVars: { ...process.env, ...env },
  });
  try {
    const rows: Record<string, Record<string, number>> = {};
    for (const [name, page] of Object.entries(pages)) rows[name] = await medianScores(origin + page, chrome.port);
    console.log(`Lighthouse, median of ${runs}, mobile, simulated slow 4G:`);
    console.table(rows);
  } finally {
    chrome.kill();
    child.kill('SIGTERM');
  }
}

/** Scores of 100 by category, and the times that performance is judged by, in milliseconds. */
async function medianScores(url: string, port: number): Promise<Record<string, number>> {
  const seen: Record<string, number[]> = {};
  const failed = new Set<string>();
  const note = (name: string, value: number) => {
    seen[name] = [...(seen[name] ?? []), value];
  };
  for (let run = 0, tries = 0; run < runs; tries += 1) {
    const result = await lighthouse(url, { port, output: 'json', logLevel: 'error', onlyCategories: categories });
    const failure = result ? result.lhr.runtimeError?.message : 'no result';
    // On a busy machine a trace gets lost now and then.
    if (failure && tries < 2 * runs) continue;
    if (!result || failure) throw new Error(`Lighthouse: ${url}: ${failure}`);
    run += 1;
    for (const { id, score, auditRefs } of Object.values(result.lhr.categories)) {
      note(id, Math.round((score ?? 0) * 100));
      const lost = auditRefs.map((ref) => ({ ...ref, ...result.lhr.audits[ref.id] }));
      for (const { id: audit, title } of lost.filter((one) => one.weight > 0 && one.score === 0)) {
        failed.add(`${url}: ${audit}: ${title}`);
      }
    }
    note('LCP in ms', Math.round(result.lhr.audits['largest-contentful-paint']?.numericValue ?? 0));
  }
  for (const line of failed) console.log(line);
  return Object.fromEntries(Object.entries(seen).map(([name, values]) => [name, median(values)]));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
