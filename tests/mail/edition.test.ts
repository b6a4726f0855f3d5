import { describe, expect, it } from 'vitest';
import {
  composeEdition,
  EditionTooHeavy,
  htmlLimit,
  SenderMissing,
  unsubscribePlaceholder,
} from '../../src/mail/edition.ts';
import { article, inArticle, inIndex, inSite, inText, issueFolder, library, like } from '../reader/sample-content.ts';
import { origin, sampleEdition, shippedEdition } from './sample-edition.ts';

const second = `${issueFolder}/02-zweiter-beitrag.md`;

describe('the edition of an issue', () => {
  it('has a subject with the week and the title, set in German typography', async () => {
    const { subject } = await shippedEdition('2025-kw33');
    expect(subject).toBe('Kurrende 33.\u00A0KW\u00A02025: Wer sich um das Fachverfahren kümmert');
    const quoted = await sampleEdition(inIndex('title: \'Was "gut" heißt\''));
    expect(quoted.subject).toBe('Blatt 33.\u00A0KW\u00A02025: Was „gut“ heißt');
  });

  it('says in both parts what the page says: editorial, article, credit, facts, source', async () => {
    const { html, text } = await shippedEdition('2025-kw33');
    for (const part of [html, text.replaceAll('\n', ' ')]) {
      expect(part).toContain('Solche Arbeit bemerkt man meist erst, wenn sie liegen bleibt.');
      expect(part).toContain('Originalbild: ©\u00A0AdobeStock/heidepinkall, hier nicht veröffentlicht');
      expect(part).toMatch(/Kommune:(?:<\/strong>)? (?:<a [^>]+>)?Landkreis Wesermarsch/);
      expect(part).toContain('Ansprechbar bleibt jemand vor Ort');
      expect(part).toContain('Newsletter der KDO, Ausgabe 33.\u00A0KW\u00A02025');
    }
  });

  it('ends with why one gets it, how to leave, the imprint and a link that says Impressum', async () => {
    const { html, text } = await shippedEdition('2025-kw33');
    expect(html).toContain('weil Sie „Kurrende“ abonniert und das Abo bestätigt haben');
    expect(html).toMatch(new RegExp(`<a href="${unsubscribePlaceholder}"[^>]*>Abo beenden</a>`));
    expect(html).toContain('Max Mustermann, Verbandsgeschäftsführer');
    expect(html).toContain('Erika Mustermann');
    expect(html).toMatch(/<a href="https:\/\/kurrende\.example\/impressum\/"[^>]*>Impressum<\/a>/);
    expect(text).toContain(`Abo beenden: ${unsubscribePlaceholder}`);
    expect(text).toContain('Vertreten durch: Max Mustermann, Verbandsgeschäftsführer');
    expect(text).toContain('Impressum: https://kurrende.example/impressum/');
  });

  it('has the line below the title there, where articles are sent in full and where as teasers', async () => {
    for (const articles of ['full', 'teaser']) {
      const { html, text } = await sampleEdition(inArticle('subtitle: Es "zieht" nicht'), `  articles: ${articles}`);
      expect(html).toMatch(/neue Fenster<\/a><\/h2><p class="deck" style="[^"]+">Es „zieht“ nicht<\/p><p class="lead"/);
      expect(text).toMatch(/neue Fenster\n-+\n\nEs „zieht“ nicht\n\nSeit dieser Woche/);
    }
  });

  it('lists the contents where there is more than one article', async () => {
    const { html, text } = await shippedEdition('2026-kw47');
    expect(html).toContain('In dieser Ausgabe');
    expect(text).toContain('- XSLT verlässt den Browser, der Feed bleibt\n- Beispieltermin:');
    expect((await shippedEdition('2025-kw33')).html).not.toContain('In dieser Ausgabe');
  });

  it('gives events their time and files their address', async () => {
    const { html, text } = await shippedEdition('2026-kw47');
    expect(html).toContain('8.\u00A0Dezember 2026, 9:30 bis 12:00\u00A0Uhr');
    expect(text).toContain('<https://kurrende.example/ausgaben/2026/kw47/redaktionswerkstatt/termin.ics>');
    expect(html).toMatch(/redaktionskalender-2027\.csv"[^>]*>Redaktionskalender 2027 \(CSV-Tabelle/);
  });

  it('brings only title, summary and link of each article where the site wants teasers', async () => {
    const files = { ...inText('Der lange Text.'), ...like(article, second, 'title: Das zweite') };
    const { html, text } = await sampleEdition(files, '  articles: teaser');
    for (const part of [html, text]) {
      expect(part).toContain('Seit dieser Woche zieht es nicht mehr.');
      expect(part).not.toContain('Der lange Text.');
      expect(part).toContain(`${origin}/ausgaben/2025/kw33/zweiter-beitrag/`);
    }
    expect(html).toContain('>Weiterlesen: Das zweite</a>');
  });

  it('leaves out what was withdrawn', async () => {
    const files = { ...inArticle('withdrawn: Das stimmte nicht.'), ...like(article, second, 'title: Das zweite') };
    const { html, text } = await sampleEdition(files);
    expect(html + text).not.toContain('Das Rathaus hat neue Fenster');
  });

  it('is the same each time', async () => {
    expect(await shippedEdition('2026-kw47')).toEqual(await shippedEdition('2026-kw47'));
  });

  it('holds no soft hyphen, no narrow space and no control character', async () => {
    const { html, text, subject } = await sampleEdition({
      ...inIndex('title: |\n  Ver\u00ADwaltung\n  heute\u000B'),
      ...inText('Donau\u00ADdampf, 12\u202F345 Fälle.'),
    });
    expect(subject).toBe('Blatt 33.\u00A0KW\u00A02025: Verwaltung heute');
    expect(html).toContain('Donaudampf, 12\u00A0345 Fälle.');
    expect(text).toContain('Donaudampf, 12\u00A0345 Fälle.');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none of these may be there
    expect(html + text).not.toMatch(/[\u00AD\u202F\u0000-\u0008\u000B-\u001F]/);
  });

  it('keeps the lines of code and shows text of others as text', async () => {
    const { html } = await sampleEdition(inText('```\nwenn\n    <b>dann</b>\n```\n\nA \\</mj-text> & `</td>`'));
    expect(html).toMatch(/wenn\n {4}&#x3C;b>dann/);
    expect(html).toMatch(/<p[^>]*>A &#x3C;\/mj-text> &#x26; <code[^>]*>&#x3C;\/td><\/code><\/p>/);
  });

  it('sets the columns of a table as the editor did', async () => {
    const { html } = await sampleEdition(inText('| Tag | Zahl |\n| --- | ---: |\n| Montag | 1 |'));
    expect(html).toMatch(/<td class="align-right whole" nowrap(?:="")? style="[^"]*text-align: right;[^"]*">1<\/td>/);
  });

  it('needs a sender', async () => {
    const { issues, ...rest } = library();
    const [issue] = issues;
    if (!issue) throw new Error('no issue');
    const attempt = composeEdition({ issues, ...rest }, issue, origin);
    await expect(attempt).rejects.toThrow(SenderMissing);
    await expect(attempt).rejects.toThrow('content/site.md nennt keinen Absender.');
  });
});

describe('the size of the mail', () => {
  const long = (words: number) => 'Lange Sätze über Bürgerbüros fallen auf. '.repeat(words / 6);

  it('is counted as sent and stays below what Gmail shows', async () => {
    const { htmlBytes } = await shippedEdition('2025-kw33');
    expect(htmlBytes).toBeGreaterThan(15_000);
    expect(htmlBytes).toBeLessThan(40_000);
    expect(htmlLimit).toBeLessThanOrEqual(100_000);
  });

  it('is refused above, with the articles that weigh most', async () => {
    const files = {
      ...inText('Kurz.'),
      ...like(article, second, 'title: Das lange Stück', long(14_000)),
      ...like(article, `${issueFolder}/03-dritter-beitrag.md`, 'title: Das mittlere Stück', long(3_000)),
    };
    const error = await sampleEdition(files).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(EditionTooHeavy);
    const { message } = error as Error;
    const number = '[\\d.]+\u00A0Byte';
    expect(message).toMatch(new RegExp(`^Die E-Mail ist zu lang: ${number}, erlaubt sind 100\\.000\u00A0Byte\\.`));
    expect(message).toMatch(
      new RegExp(
        `Am schwersten sind:\n  ${number}  Das lange Stück\n  ${number}  Das mittlere Stück\n  ${number}  Das Rat`,
      ),
    );
    expect(message).toContain('„articles: teaser“');
  });

  it('names the editorial where that is what is too long', async () => {
    const attempt = sampleEdition(inIndex('lead: Kurz.', long(16_000)));
    await expect(attempt).rejects.toThrow(/Am schwersten sind:\n {2}[\d.]+\u00A0Byte {2}Editorial\n/);
  });
});

describe('pictures', () => {
  const find = () => ({ url: `${origin}/bilder/saal.jpg`, width: 1104, height: 736 });
  const fields = `image:
  file: saal.jpg
  alt: Der leere Saal
  credit: Erika Mustermann
  licence: own
pictures:
  - file: flur.jpg
    alt: Ein Flur "mit" Licht
    caption: Der neue Flur
    credit: Max Muster
    licence: own`;
  const files = {
    ...inArticle(fields, 'Vorher.\n\n![Flur](flur.jpg)\n\nNachher.'),
    [`${issueFolder}/saal.jpg`]: 'x',
    [`${issueFolder}/flur.jpg`]: 'x',
  };

  it('stand in the size that fits, with description and credit', async () => {
    const { html, text } = await sampleEdition(files, '', find);
    expect(html).toMatch(
      /<img src="https:\/\/blatt\.example\/bilder\/saal\.jpg" alt="Der leere Saal" width="552" height="368"/,
    );
    expect(html).toContain('Bild: ©\u00A0Erika Mustermann');
    expect(html).toContain('alt="Ein Flur „mit“ Licht"');
    expect(html).toMatch(/Der neue Flur Bild: ©\u00A0Max Muster<\/p>/);
    expect(text).toContain('[Bild: Der leere Saal] Bild: ©\u00A0Erika Mustermann');
    expect(text).toContain('[Bild: Ein Flur „mit“ Licht]\n\nDer neue Flur Bild: ©\u00A0Max Muster\n\nNachher.');
  });

  it('name their licence and what a machine had to do with them', async () => {
    const licensed = fields
      .replace('licence: own', 'licence: cc-by-4.0\n  sourceUrl: https://a.example')
      .replace('credit: Max Muster\n    licence: own', 'credit: Bildmaschine\n    licence: ai');
    const { html, text } = await sampleEdition(
      { ...files, ...inArticle(licensed, 'Vorher.\n\n![Flur](flur.jpg)\n\nNachher.') },
      '',
      find,
    );
    const page = 'https://creativecommons.org/licenses/by/4.0/';
    expect(html).toMatch(new RegExp(`Bild: ©\u00A0Erika Mustermann, <a href="${page}"[^>]*>CC BY 4.0</a>`));
    expect(html).toContain('Der neue Flur Bild: Bildmaschine, KI-generiert</p>');
    const unwrapped = text.replace(/\s+/g, ' ');
    expect(unwrapped).toContain(`Bild: © Erika Mustermann, CC BY 4.0 <${page}>`);
    expect(unwrapped).toContain('Der neue Flur Bild: Bildmaschine, KI-generiert Nachher.');
  });

  it('in the text link to their licence', async () => {
    const licensed = fields.replace('credit: Max Muster\n    licence: own', 'credit: Max Muster\n    licence: cc0');
    const { html, text } = await sampleEdition(
      { ...files, ...inArticle(licensed, 'Vorher.\n\n![Flur](flur.jpg)\n') },
      '',
      find,
    );
    const page = 'https://creativecommons.org/publicdomain/zero/1.0/';
    expect(html).toMatch(new RegExp(`Bild: Max Muster, <a href="${page}"[^>]*>CC0 1.0</a></p>`));
    expect(text).toContain(page);
  });

  it('leave their credit where they are not published', async () => {
    const { html } = await sampleEdition(files);
    expect(html).not.toContain('<img');
    expect(html).toContain('Bild: ©\u00A0Erika Mustermann');
    expect(html).toContain('[Bild: Flur]');
    expect(html).toContain('Bild: ©\u00A0Max Muster');
  });
});

describe('the settings in site.md', () => {
  it('may be left out', () => {
    expect(library().site.mail).toBeUndefined();
  });

  it('send articles in full unless they say otherwise', () => {
    const { site } = library(
      inSite('mail:\n  from:\n    name: Blatt\n    address: a@blatt.example\n  listId: l.blatt.example'),
    );
    expect(site.mail?.articles).toBe('full');
  });
});
