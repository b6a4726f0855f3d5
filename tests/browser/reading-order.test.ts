import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browsedSite, screens, story } from './site.ts';

const site = browsedSite();

/** What a screen reader is told, in its order: the browser's own accessibility tree, as `role: name`. */
async function spoken(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines: string[] = [];
  const walk = (id: string): void => {
    const node = byId.get(id);
    if (!node) return;
    if (!node.ignored) lines.push(`${node.role?.value}: ${node.name?.value ?? ''}`.replaceAll('\u00a0', ' '));
    for (const child of node.childIds ?? []) walk(child);
  };
  walk(nodes[0]?.nodeId ?? '');
  return lines;
}

test.each(['phone', 'desktop'] as const)(
  'a screen reader meets the story in the order of its meaning (%s)',
  async (screen) => {
    const lines = await site.visit(story, { viewport: screens[screen] }, spoken);
    const expected = [
      'link: Zum Inhalt springen',
      'banner: ',
      'navigation: Hauptmenü',
      'main: ',
      'heading: OPEN/PROSOZ in der Wesermarsch: mehr Zeit für die Beratung',
      'link: Ausgabe 33. KW 2025',
      'term: Kommune',
      'heading: Ein Verfahren, das schon vertraut war',
      'heading: Wenn in einem kleinen Team jemand fehlt',
      'heading: Ansprechbar bleibt jemand vor Ort',
      'heading: Nach acht Jahren dieselbe Antwort',
      'heading: Quelle',
      'complementary: Keine Ausgabe verpassen',
      'contentinfo: ',
      'link: Impressum',
    ];
    expect(lines.filter((line) => expected.includes(line))).toEqual(expected);
    const creditAt = lines.findIndex(
      (line) => line.startsWith('StaticText:') && line.includes('AdobeStock/heidepinkall'),
    );
    expect(lines.slice(0, creditAt).findLast((line) => /^(?:heading|figure)/.test(line))).toMatch(/^figure/);
  },
);
