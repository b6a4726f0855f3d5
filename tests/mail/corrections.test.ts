import { expect, it } from 'vitest';
import { issuesFeed } from '../../src/feeds/issues-feed.ts';
import { composeEdition } from '../../src/mail/edition.ts';
import type { Issue, Library } from '../../src/model/library.ts';
import { editionOn } from '../feeds/sample-feeds.ts';
import { article, inArticle, inSite, library, like } from '../reader/sample-content.ts';
import { anotherIssue, origin } from '../views/sample-page.ts';

const mail = 'mail: {from: {name: Blatt, address: blatt@blatt.example}, listId: blatt.blatt.example}';
const event = 'event: {start: 2025-09-02T10:00, place: Ratssaal, cancelled: Der Saal ist gesperrt.}';
/** Content with an issue that has something to tell of an earlier one, and an event that is off. */
function content(): { read: Library; newest: Issue } {
  const read = library(
    {
      ...inSite(mail),
      ...inArticle('updatedOn: 2025-08-20\ncorrection: Es sind zwölf Fenster.'),
      ...anotherIssue('2025-kw35', 'publishedOn: 2025-08-28', { '01-neu': 'title: Neu' }),
      ...like(article, 'content/issues/2025-kw35/02-werkstatt.md', `title: Werkstatt\nkind: event\n${event}`),
    },
    { today: '2025-09-01' },
  );
  const [newest] = read.issues;
  if (!newest) throw new Error('no issue');
  return { read, newest };
}

const address = `${origin}/ausgaben/2025/kw33/erster-beitrag/`;

it('the next mail says in both parts what was wrong in an earlier one, with the article', async () => {
  const { read, newest } = content();
  const { html, text } = await composeEdition(read, newest, origin);
  expect(html).toContain('Berichtigungen zu früheren Ausgaben');
  expect(html).toMatch(
    new RegExp(
      `Berichtigt am 20\\.\u00A0August 2025:</strong> <a href="${address}"[^>]*>Das Rathaus hat neue Fenster</a>`,
    ),
  );
  expect(html).toContain('(Ausgabe 33.\u00A0KW\u00A02025). Es sind zwölf Fenster.');
  expect(text.replaceAll(/\s+/g, ' ')).toContain(
    `Berichtigt am 20. August 2025: Das Rathaus hat neue Fenster (Ausgabe 33. KW 2025). Es sind zwölf Fenster. ${address}`,
  );
});

it('the feed of whole issues says it too', () => {
  const [entry] = issuesFeed(content().read, editionOn('2025-09-01')).entries;
  expect(entry?.html).toMatch(
    /<h2>Berichtigungen zu früheren Ausgaben<\/h2>\n<ul><li><strong>Berichtigt am 20\.\u00A0August 2025:<\/strong> <a href="[^"]+\/erster-beitrag\/">.+Es sind zwölf Fenster\.<\/li><\/ul>/,
  );
});

it('the contents of a mail say when and where an event is, and first that it is cancelled', async () => {
  const { read, newest } = content();
  const { html, text } = await composeEdition(read, newest, origin);
  const when = 'Dienstag, 2.\u00A0September 2025, 10:00\u00A0Uhr · Ratssaal';
  expect(html).toMatch(
    new RegExp(`Werkstatt</a><br><strong>Abgesagt: Der Saal ist gesperrt.</strong><br>${when}</li>`),
  );
  expect(text).toContain(`- Werkstatt\n  Abgesagt: Der Saal ist gesperrt.\n  ${when}`);
});
