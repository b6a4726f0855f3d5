import { fromHtml } from 'hast-util-from-html';
import { toString as plainText } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { articleData, issueData, jsonLd, periodicalData } from '../../src/views/structured/structured-data.ts';
import { article, inArticle, inIndex, inSite, issueFolder, like, replaced, site } from '../reader/sample-content.ts';
import { origin, sampleArticle } from './sample-page.ts';

type Changes = Parameters<typeof sampleArticle>;

/** What machines read, after a script in a page. */
const read = (objects: readonly object[]): Record<string, unknown> => JSON.parse(jsonLd(objects));

const ofArticle = (...changes: Changes) => {
  const { library, article: shown } = sampleArticle(...changes);
  return read(articleData(library, shown, origin));
};
const ofIssue = (...changes: Changes) => {
  const { library, issue } = sampleArticle(...changes);
  return read([issueData(library, issue, origin)]);
};
const path = '/ausgaben/2025/kw33/erster-beitrag/';

describe('an article says to machines', () => {
  it('what it is, when it came out, by whom and in which issue', () => {
    const publisher = {
      '@type': 'GovernmentOrganization',
      '@id': `${origin}/#herausgeber`,
      name: 'Zweckverband Muster',
    };
    expect(ofArticle()).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      '@id': 'tag:blatt.example,2025-08-14:erster-beitrag',
      headline: 'Das Rathaus hat neue Fenster',
      description: 'Seit dieser Woche zieht es nicht mehr.',
      url: origin + path,
      mainEntityOfPage: origin + path,
      inLanguage: 'de',
      datePublished: '2025-08-14T07:59:00+02:00',
      author: publisher,
      publisher: { ...publisher, telephone: '030 23125 100', address: { postalCode: '12345', addressCountry: 'DE' } },
      isPartOf: {
        '@type': 'PublicationIssue',
        '@id': 'tag:blatt.example,2025-08-14:ausgabe-33',
        issueNumber: '33/2025',
        isPartOf: { '@type': 'Periodical', '@id': `${origin}/#periodikum`, name: 'Blatt' },
      },
    });
  });

  it('what stands below its title', () => {
    expect(ofArticle(inArticle('subtitle: Und es zieht nicht')).alternativeHeadline).toBe('Und es zieht nicht');
    expect(ofArticle()).not.toHaveProperty('alternativeHeadline');
  });

  it.each([
    ['case-study', 'Report'],
    ['news', 'NewsArticle'],
    ['notice', 'NewsArticle'],
  ])('that a %s is of the type %s', (kind, type) => {
    expect(ofArticle(inArticle(`kind: ${kind}`))['@type']).toBe(type);
  });

  it('who wrote it, what it is based on and what was corrected', () => {
    const fields = [
      'author: {name: Eva Muster, function: Kämmerin}',
      'source: {title: Amtsblatt, url: "https://amtsblatt.example/7"}',
      'updatedOn: 2025-08-20',
      'correction: Es sind zwölf Fenster.',
    ];
    expect(ofArticle(inArticle(fields.join('\n')))).toMatchObject({
      author: { '@type': 'Person', name: 'Eva Muster', jobTitle: 'Kämmerin' },
      isBasedOn: { '@type': 'CreativeWork', name: 'Amtsblatt', url: 'https://amtsblatt.example/7' },
      dateModified: '2025-08-20T08:00:00+02:00',
      correction: { text: 'Es sind zwölf Fenster.', datePublished: '2025-08-20T08:00:00+02:00' },
    });
  });

  it('nothing if it is withdrawn', () => {
    const { library, article: withdrawn } = sampleArticle(inArticle('withdrawn: Die Zahlen waren falsch.'));
    expect(articleData(library, withdrawn, origin)).toEqual([]);
  });
});

describe('an issue says to machines', () => {
  it('of which periodical it is and which articles it has, without the withdrawn', () => {
    const withdrawn = like(article, `${issueFolder}/02-zweiter.md`, 'withdrawn: Die Zahlen waren falsch.');
    expect(ofIssue(withdrawn)).toMatchObject({
      '@type': 'PublicationIssue',
      name: 'Ausgabe 33.\u00A0KW\u00A02025',
      headline: 'Sommer im Rathaus',
      datePublished: '2025-08-14T08:00:00+02:00',
      isPartOf: { '@type': 'Periodical', url: `${origin}/` },
      hasPart: [{ '@type': 'NewsArticle', headline: 'Das Rathaus hat neue Fenster', url: origin + path }],
    });
  });

  it('what the logo of its publisher is, once its files are there', () => {
    const { library } = sampleArticle({
      ...inSite('logo: {file: logo.svg, alt: Zweckverband Muster}'),
      'content/logo.svg': '<svg/>',
    });
    expect(read([periodicalData(library, origin)]).publisher).not.toHaveProperty('logo');
    const file = { path: '/bilder/0-papier.png', mediaType: 'image/png', width: 360, height: 120, bytes: 1 };
    if (library.site.logo)
      library.site.logo.shown = { light: { onPage: { ...file, path: '/bilder/0.svg' }, png: file } };
    expect(read([periodicalData(library, origin)])).toMatchObject({
      publisher: { logo: { '@type': 'ImageObject', url: `${origin}/bilder/0-papier.png`, width: 360, height: 120 } },
    });
  });

  it('that a company publishes it is no authority', () => {
    const limited = replaced(site, 'legalForm: zweckverband', 'legalForm: gmbh')
      [site]?.toString()
      .replace(/ *legalFormText: .*\n/, '')
      .replace('register: none', 'register: {kind: HRB, court: Amtsgericht Musterstadt, number: "1"}');
    const { library } = sampleArticle({ [site]: limited });
    expect(read([periodicalData(library, origin)])).toMatchObject({ publisher: { '@type': 'Organization' } });
  });
});

/** Every value of a member of one of these names, however deep. */
function valuesOf(data: unknown, names: readonly string[]): unknown[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) => [
    ...(names.includes(name) ? [value] : []),
    ...valuesOf(value, names),
  ]);
}

describe('machines can rely on it that', () => {
  const credited = 'image: {withheld: Keine Lizenz., credit: Eva Muster, creator: Eva Muster, licence: stock-standard}';

  it('every address is absolute', () => {
    const fields = 'municipality: landkreis-muster\nsoftware: [musterverfahren]';
    const addresses = valuesOf([ofArticle(inArticle(fields)), ofIssue()], ['@id', 'url', 'mainEntityOfPage']);
    expect(addresses.length).toBeGreaterThan(15);
    expect(addresses.filter((address) => !URL.canParse(String(address)))).toEqual([]);
  });

  it('nobody is credited for the drawing in place of a withheld picture', () => {
    for (const data of [ofArticle(inArticle(credited)), ofIssue(inIndex(credited))]) {
      expect(JSON.stringify(data)).not.toContain('Eva Muster');
      expect(valuesOf(data, ['image', 'thumbnailUrl', 'creditText', 'copyrightHolder'])).toEqual([]);
    }
  });

  it('no title ends the script that it stands in', () => {
    const title = 'Ein </script><script>alert(1)</script> <!-- Titel';
    const { library, article: shown } = sampleArticle({
      ...inArticle(`title: "${title}"`),
      ...inSite('title: <b>Blatt</b>'),
    });
    const html = `<script type="application/ld+json">${jsonLd(articleData(library, shown, origin))}</script><p>danach`;
    const { children } = fromHtml(html, { fragment: true });
    expect(children.map((node) => ('tagName' in node ? node.tagName : node.type))).toEqual(['script', 'p']);
    const [script] = children;
    expect(JSON.parse(script && 'children' in script ? plainText(script) : '').headline).toBe(shown.title);
    expect(shown.title).toContain('</script>');
  });
});
