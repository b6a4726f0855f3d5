import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import {
  article,
  type Files,
  inArticle,
  index,
  inIndex,
  inSite,
  inText,
  issueFolder,
  library,
  like,
  privacy,
  problems,
  replaced,
} from './sample-content.ts';

const nextIssue: Files = {
  ...like(index, 'content/issues/2025-kw37/index.md', 'publishedOn: 2025-09-11'),
  ...like(
    article,
    'content/issues/2025-kw37/01-herbst.md',
    'kind: event\nevent: {start: 2025-10-01, place: Rathaus}\nattachments: [{file: plan.pdf, title: Plan}]',
  ),
  'content/issues/2025-kw37/plan.pdf': '',
};

/** Where the links of the sample article lead once the content is read. */
function targets(files: Files): string[] {
  const found: string[] = [];
  const { body } = library(files).articles.find(({ slug }) => slug === 'erster-beitrag') ?? {};
  if (body) visit(body, (node) => void ('url' in node && found.push(node.url)));
  return found;
}

describe('a link that leads nowhere', () => {
  it('a place that the text does not have, with the nearest one', () => {
    expect(problems(inText('## Der Anlass\n\nSiehe [den Anlas](#der-anlas).\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:10 (error anchorNotFound)
        Gefunden: den Link „#der-anlas“; eine solche Überschrift gibt es in diesem Text nicht
        Erwartet: einen Link wie #anlass auf eine Überschrift dieses Textes: kleingeschrieben, Bindestriche statt Leerzeichen
        Zu tun: Meinten Sie „#der-anlass“? Sonst korrigieren Sie den Link oder löschen Sie ihn.
    `);
    expect(problems(inText('## Der Anlass, z.B. „so“\n\nSiehe [den Anlass](#der-anlass-z-b-so).\n'))).toEqual([]);
  });

  it('a page that the site does not have, with the nearest one', () => {
    expect(problems(inText('Siehe [die alte Seite](/themen/sozales/).\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error linkNotFound)
        Gefunden: einen Link auf „/themen/sozales/“; diese Seite gibt es nicht
        Erwartet: eine Seite dieser Website oder eine vollständige Adresse mit https://
        Zu tun: Meinten Sie „/themen/soziales/“? Sonst korrigieren Sie den Link.
    `);
    expect(problems(inText('Siehe [die alte Seite](/gibt/es/gar/nicht).\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error linkNotFound)
        Gefunden: einen Link auf „/gibt/es/gar/nicht“; diese Seite gibt es nicht
        Erwartet: eine Seite dieser Website oder eine vollständige Adresse mit https://
        Zu tun: Korrigieren Sie den Link.
    `);
    expect(problems(inText('Siehe [das Thema](/themen/soziales/).\n'))).toEqual([]);
  });

  it('a Markdown file that is not there', () => {
    expect(problems(inText('Siehe [den Beitrag](02-zweiter-beitrag.md).\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error linkNotFound)
        Gefunden: einen Link auf „02-zweiter-beitrag.md“; diese Seite gibt es nicht
        Erwartet: eine Seite dieser Website oder eine vollständige Adresse mit https://
        Zu tun: Meinten Sie „01-erster-beitrag.md“? Sonst korrigieren Sie den Link.
    `);
    expect(problems(inIndex('', 'Siehe [den Beitrag](01-erste-beitrag.md).\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/index.md:8 (error linkNotFound)
        Gefunden: einen Link auf „01-erste-beitrag.md“; diese Seite gibt es nicht
        Erwartet: eine Seite dieser Website oder eine vollständige Adresse mit https://
        Zu tun: Meinten Sie „01-erster-beitrag.md“? Sonst korrigieren Sie den Link.
    `);
  });

  it('a file that nobody has made an attachment', () => {
    const files = { [`${issueFolder}/plan.pdf`]: '' };
    const text = 'Siehe [den Plan](plan.pdf).\n';
    expect(problems({ ...files, ...inText(text) })).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error attachmentNotListed)
        Gefunden: einen Link auf die Datei „plan.pdf“, die nicht unter „attachments“ steht
        Erwartet: einen Eintrag unter „attachments“ mit file und title
        Zu tun: Ergänzen Sie den Eintrag im Kopf des Beitrags.
    `);
    expect(problems({ ...files, ...inArticle('attachments: [{file: plan.pdf, title: Plan}]', text) })).toEqual([]);
  });

  it('a file that is not there', () => {
    expect(problems(inText('Siehe [die Satzung](satzung.pdf).\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error linkedFileMissing)
        Gefunden: einen Link auf die Datei „satzung.pdf“, die es im Ordner der Ausgabe nicht gibt
        Erwartet: eine Datei, die neben dem Text liegt und in seinem Kopf unter „attachments“ steht
        Zu tun: Legen Sie die Datei in den Ordner, und nennen Sie sie unter „attachments“ mit file und title.
    `);
    const near = problems({
      ...inArticle('attachments: [{file: satzung.pdf, title: Satzung}]', 'Siehe [die Satzung](satzunk.pdf).\n'),
      [`${issueFolder}/satzung.pdf`]: '',
    });
    expect(near.map(({ advice }) => advice)[0]).toMatch(/^Meinten Sie „satzung.pdf“\?/);
  });

  it('an address without its beginning', () => {
    const advice = (url: string) => problems(inText(`Siehe [dort drüben](${url}).\n`)).map((problem) => problem.advice);
    expect(advice('www.rathaus.example/amt')).toEqual([
      'Meinten Sie „https://www.rathaus.example/amt“? Sonst korrigieren Sie den Link.',
    ]);
    expect(advice('amt.rathaus.de')).toEqual(['Meinten Sie „https://amt.rathaus.de“? Sonst korrigieren Sie den Link.']);
    expect(advice('amt@rathaus.example')).toEqual([
      'Meinten Sie „mailto:amt@rathaus.example“? Sonst korrigieren Sie den Link.',
    ]);
  });

  it('an address without its end', () => {
    expect(problems(inText('Siehe [die Satzung](http://).\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error linkIncomplete)
        Gefunden: den Link „http://“, in dem das Ziel fehlt
        Erwartet: eine vollständige Adresse wie https://www.beispiel.example/seite oder mailto:name@beispiel.example
        Zu tun: Ergänzen Sie die Adresse oder nehmen Sie den Link heraus.
    `);
    for (const url of ['https://', 'https:///', 'mailto:', 'mailto:amt', 'tel:amt']) {
      expect(problems(inText(`Siehe [dort drüben](${url}).\n`)).map(({ rule }) => rule)).toEqual(['linkIncomplete']);
    }
  });

  it('a link without a target', () => {
    expect(problems(inText('Siehe [die Satzung]().\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error linkNotFound)
        Gefunden: einen Link ohne Ziel
        Erwartet: eine Seite dieser Website oder eine vollständige Adresse mit https://
        Zu tun: Korrigieren Sie den Link.
    `);
  });

  it('a folder of public, a place outside of it, and addresses that no file can have', () => {
    const files = { 'public/bilder/a.png': '', 'public/robots.txt': '' };
    const urls = ['/bilder', '/../content/site.md', '/robots.txt/', `/${'a'.repeat(300)}`, '/%00', '/%2e%2e/secret'];
    for (const url of urls) {
      const found = problems({ ...files, ...inText(`Siehe [dort](${url}).\n`) });
      expect(found.map(({ line, rule }) => `${url} ${line} ${rule}`)).toEqual([`${url} 8 linkNotFound`]);
    }
    expect(problems({ ...files, ...inText('[Bild](/bilder/a.png), [Regeln](/robots.txt)\n') })).toEqual([]);
  });

  it('in the text of the site, in a legal text and in a definition', () => {
    expect(problems(inSite('', 'Siehe [dort](/dort/).\n')).map(({ file, line }) => [file, line])).toEqual([
      ['content/site.md', 39],
    ]);
    expect(problems(replaced(privacy, 'Wir zählen nichts.', '[Dort](/dort/)')).map(({ line }) => line)).toEqual([8]);
    expect(problems(inText('Siehe [dort][1].\n\n[1]: /dort/\n')).map(({ line }) => line)).toEqual([10]);
  });
});

describe('links that are understood', () => {
  it.each([
    ['a page of the site', '/feeds/', '/feeds/'],
    ['one without the last slash', '/feeds', '/feeds/'],
    ['with a place in it', '/impressum/#vertretung', '/impressum/#vertretung'],
    ['the published address of the site', 'https://blatt.example/ausgaben/2025/kw33/', '/ausgaben/2025/kw33/'],
    ['the published address alone', 'https://blatt.example', '/'],
    ['a Markdown file beside', 'index.md', '/ausgaben/2025/kw33/'],
    ['the own file, with a place', '01-erster-beitrag.md#fenster', '/ausgaben/2025/kw33/erster-beitrag/#fenster'],
    ['a Markdown file of another issue', '../2025-kw32/01-juli.md', '/ausgaben/2025/kw32/juli/'],
    ['the folder of another issue', '../2025-kw32/', '/ausgaben/2025/kw32/'],
    ['a legal text', '../../legal/datenschutz.md', '/datenschutz/'],
    ['the home page', '../../site.md', '/'],
    ['another site', 'https://example.org/a?b#c', 'https://example.org/a?b#c'],
    ['an e-mail address', 'mailto:post@blatt.example', 'mailto:post@blatt.example'],
    ['a telephone', 'tel:+493023125100', 'tel:+493023125100'],
    ['a place on the page', '#fenster', '#fenster'],
    ['a year, a topic feed and an archive', '/feed/archiv/2025.xml', '/feed/archiv/2025.xml'],
    ['a file of public', '/satzung.pdf', '/satzung.pdf'],
    ['a file of public with umlauts', '</Änderung der Satzung.pdf>', '/%C3%84nderung%20der%20Satzung.pdf'],
    ['the same in percent notation', '/%C3%84nderung%20der%20Satzung.pdf', '/%C3%84nderung%20der%20Satzung.pdf'],
  ])('%s', (_, written, address) => {
    const july = {
      ...like(index, 'content/issues/2025-kw32/index.md', 'publishedOn: 2025-08-07'),
      ...like(article, 'content/issues/2025-kw32/01-juli.md', ''),
      'public/satzung.pdf': '',
      'public/Änderung der Satzung.pdf': '',
    };
    const files = { ...july, ...inText(`## Fenster\n\nSiehe [dort drüben](${written}).\n`) };
    expect(problems(files)).toEqual([]);
    expect(targets(files)).toEqual([address]);
  });

  it('an attachment, whatever signs its name has', () => {
    const name = 'Anlage 1 & Übersicht + Plan; Stand: Mai.pdf';
    const files = {
      [`${issueFolder}/${name}`]: '',
      ...inArticle(`attachments: [{file: "${name}", title: Anlage}]`, `Die [Anlage](<${encodeURIComponent(name)}>).\n`),
    };
    expect(problems(files)).toEqual([]);
    expect(targets(files)).toEqual([library(files).articles[0]?.attachments[0]?.path]);
  });
});

describe('a link that the browser must not follow', () => {
  it('another scheme', () => {
    expect(problems(inText('Siehe [dort drüben](javascript:alert(1)).\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error linkScheme)
        Gefunden: einen Link auf „javascript:alert(1)“
        Erwartet: einen Link mit https:, http:, mailto: oder tel:
        Zu tun: Korrigieren Sie die Adresse.
    `);
    for (const url of ['JavaScript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'ftp://blatt.example/']) {
      expect(problems(inText(`Siehe [dort drüben](${url}).\n`)).map(({ rule }) => rule)).toEqual(['linkScheme']);
    }
  });

  it('no scheme at all', () => {
    expect(problems(inText('Siehe [dort drüben](//example.org/).\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error linkScheme)
        Gefunden: einen Link auf „//example.org/“
        Erwartet: einen Link mit https:, http:, mailto: oder tel:
        Zu tun: Korrigieren Sie die Adresse.
    `);
  });

  it.each(['&#9;javascript:alert(1)', 'java&#10;script:alert(1)', '\\javascript:alert(1)', '/\\example.org'])(
    'in disguise: %s',
    (url) => {
      const found = problems(inText(`Siehe [dort drüben](${url}).\n`));
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject({ severity: 'error', line: 8 });
    },
  );
});

describe('a link from a published text to a page that is not out yet', () => {
  it('a page, its attachment and its calendar file', () => {
    const link = (url: string) => problems({ ...nextIssue, ...inText(`Siehe [im Herbst](${url}).\n`) });
    expect(link('../2025-kw37/01-herbst.md')).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error linkToHidden)
        Gefunden: einen Link auf „../2025-kw37/01-herbst.md“; diese Seite ist noch nicht veröffentlicht
        Erwartet: einen Link auf eine veröffentlichte Seite
        Zu tun: Veröffentlichen Sie die Seite vorher oder nehmen Sie den Link heraus.
    `);
    for (const url of ['/ausgaben/2025/kw37/', '../2025-kw37/plan.pdf', '/ausgaben/2025/kw37/herbst/termin.ics']) {
      expect(link(url).map(({ rule }) => rule)).toEqual(['linkToHidden']);
    }
  });

  it('is no mistake in the preview, on the day, or between two hidden texts', () => {
    const files = { ...nextIssue, ...inText('Siehe [im Herbst](../2025-kw37/01-herbst.md).\n') };
    expect(problems(files, { mode: 'preview' })).toEqual([]);
    expect(problems(files, { today: '2025-09-10' }).map(({ rule }) => rule)).toEqual(['linkToHidden']);
    expect(problems(files, { today: '2025-09-11' })).toEqual([]);
    const draft = inArticle('draft: true', 'Siehe [im Herbst](../2025-kw37/01-herbst.md).\n');
    expect(problems({ ...nextIssue, ...draft })).toEqual([]);
  });
});
