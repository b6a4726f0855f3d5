import { describe, expect, it } from 'vitest';
import { ownPage as view } from '../../src/views/site/own-page.ts';
import { library, ownPage } from '../reader/sample-content.ts';

function shown(fields = '', text?: string, mode: 'publish' | 'preview' = 'publish') {
  const [page] = library(ownPage('ueber-uns.md', fields, text), { mode }).pages;
  if (!page) throw new Error('there is no page');
  return view(page);
}

describe("a page of the organisation's own", () => {
  it('has the address of its file, and says what its head says in German typography', () => {
    expect(shown('title: Das "Blatt"\ndescription: Wer es macht - und wie.')).toMatchObject({
      path: '/ueber-uns/',
      title: 'Das „Blatt“',
      description: 'Wer es macht\u00A0– und wie.',
      asOf: undefined,
      state: undefined,
    });
  });

  it('says the day of its last change', () => {
    expect(shown('updatedOn: 2025-08-20').asOf).toEqual({ datetime: '2025-08-20', text: '20.\u00A0August 2025' });
  });

  it('is marked in the preview while it is a draft', () => {
    expect(shown('draft: true', undefined, 'preview').state).toBe('Entwurf');
    expect(library(ownPage('ueber-uns.md', 'draft: true')).pages).toEqual([]);
  });

  it('gives its headings ids that nothing else on the page has, and its links places and paths of the site', () => {
    const { html } = shown('', '## Inhalt\n\nSiehe [oben](#inhalt) und [die Hinweise](../legal/datenschutz.md).\n');
    expect(html).toContain('<h2 id="ueber-uns-inhalt">Inhalt</h2>');
    expect(html).toContain('<a href="#ueber-uns-inhalt">oben</a>');
    expect(html).toContain('<a href="/datenschutz/">die Hinweise</a>');
  });

  it('lets a wide table scroll by itself', () => {
    expect(shown('', '| Tag | Ort |\n| --- | --- |\n| Montag | Rathaus |\n').html).toContain('<div class="scroll"');
  });
});
