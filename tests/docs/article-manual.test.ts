import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { articlePage } from '../../src/views/article/article-page.ts';
import { articleWords } from '../../src/words/articles.ts';
import { article, type Files, inArticle, index, issueFolder, like, problems } from '../reader/sample-content.ts';
import { sampleArticle } from '../views/sample-page.ts';

const manual = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'redaktion.md'), 'utf8');

/** The example in the section below a heading of the manual, and the section itself. */
function below(heading: string): { example: string; section: string } {
  const [, after = ''] = manual.split(`\n${heading}\n`);
  const [section = ''] = after.split(/^##/m);
  const example = /^```(?:yaml|markdown)\n(.*?)^```$/ms.exec(section)?.[1];
  if (!example) throw new Error(`no example below ${heading}`);
  return { example, section };
}

/** The page of the sample's article with the example in it; nothing can be said against it. */
function pageWith(files: Files, today = '2025-09-01') {
  expect(problems(files, { today })).toEqual([]);
  const { library, article: one } = sampleArticle(files, { today });
  return articlePage(library, one);
}

describe('the examples of docs/redaktion.md pass the check and become what the manual says', () => {
  test('a voice', () => {
    expect(pageWith(inArticle('', below('### Stimmen').example)).html).toMatch(
      /^<figure class="voice"><blockquote>.*<figcaption><strong>Erika Mustermann<\/strong>, Leitung des Bürgerbüros</s,
    );
  });

  test('a box, with each of the labels that the manual names', () => {
    const { example, section } = below('### Kästen');
    const labels = [...section.matchAll(/`(\*\*[^`]+\*\*)`/g)].map(([, label]) => label);
    expect(labels.length).toBeGreaterThan(1);
    for (const text of [example, ...labels.map((label) => `> ${label} Text.`)]) {
      expect(pageWith(inArticle('', text)).html).toMatch(/^<div class="box" role="note" aria-label="[^":]+">/);
    }
  });

  test('two pictures side by side', () => {
    const { example } = below('### Zwei Bilder nebeneinander');
    const files = [...example.matchAll(/\((.*?)\)/g)].map(([, file = '']) => file);
    const records = files.map(
      (file) => `{file: ${file}, alt: Der Raum, credit: Max, licence: own, consent: not-needed, medium: drawing}`,
    );
    const { html } = pageWith({
      ...inArticle(`pictures: [${records}]`, example),
      ...Object.fromEntries(files.map((file) => [`${issueFolder}/${file}`, 'x'])),
    });
    expect(html).toMatch(/^<div class="pair">(?:<figure.*?<\/figure>){2}<\/div>$/s);
  });

  test('several authors', () => {
    const { example, section } = below('## Mehrere Autorinnen und Autoren');
    expect(section).toContain(`„${pageWith(inArticle(example)).author}“`);
  });

  test('another language', () => {
    const { example, section } = below('## Ein Beitrag in einer anderen Sprache');
    const [, name = ''] = pageWith(inArticle(example)).opening[0]?.text.split(' · ') ?? [];
    expect(section).toContain(`„${name}“`);
  });

  test('a text that a machine made, and the sentences about it', () => {
    const { example, section } = below('## Texte und KI');
    const { making } = pageWith(inArticle(example.replace('2026-12-10', '2025-08-12')));
    expect(making).toBe(
      `${articleWords.ai.generated} Geprüft von Erika Mustermann, Redaktion, am 12.\u00A0August 2025.`,
    );
    for (const sentence of Object.values(articleWords.ai)) expect(section).toContain(`„${sentence}“`);
  });

  test('related links', () => {
    const [, yaml = ''] = /^```yaml\n(related:\n.*?)^```$/ms.exec(below('## Links und Anhänge').section) ?? [];
    const [, other = ''] = /- \.\.\/(.*\.md)/.exec(yaml) ?? [];
    const { notes } = pageWith(
      {
        ...inArticle(yaml),
        ...like(index, `content/issues/${other.replace(/[^/]*$/, 'index.md')}`, 'publishedOn: 2025-12-30'),
        ...like(article, `content/issues/${other}`, 'title: Ein Jahr mit 53 Wochen'),
      },
      '2026-02-01',
    );
    expect(notes).toMatchObject([
      { title: 'Zum Weiterlesen', values: [{ text: 'Ein Jahr mit 53 Wochen' }, { text: 'Bürgerbüros im Vergleich' }] },
    ]);
  });
});
