/** Articles and issues for feeds, as changes to the sample content. */
import { article, type Files, inArticle, index, inIndex, issueFolder, like } from '../reader/sample-content.ts';

/** The sample's article and as many more as make up `count`, all of the same day. */
export function articlesOfOneDay(count: number): Files {
  const numbers = Array.from({ length: count - 1 }, (_, position) => String(position + 2).padStart(2, '0'));
  return Object.assign(
    {},
    ...numbers.map((number) => like(article, `${issueFolder}/${number}-beitrag-${number}.md`, '')),
  );
}

/** An issue of another week with so many articles. */
export function issueOf(key: string, publishedOn: string, articles = 1, fields = ''): Files {
  const folder = `content/issues/${key}`;
  const numbers = Array.from({ length: articles }, (_, position) => String(position + 1).padStart(2, '0'));
  return Object.assign(
    like(index, `${folder}/index.md`, `publishedOn: ${publishedOn}`),
    ...numbers.map((number) => like(article, `${folder}/${number}-beitrag-${number}.md`, fields)),
  );
}

/** An article with everything that entries of feeds can say beside the text. */
export const rich: Files = {
  ...inArticle(`author: {name: Ada Muster, function: Redakteurin}
updatedOn: 2025-08-20
correction: Es sind acht Fenster.
topics: [soziales]
municipality: landkreis-muster
software: [musterverfahren]
attachments:
  - {file: plan.pdf, title: Der "Plan" & mehr}
  - {file: zahlen.csv, title: Die Zahlen}
  - {file: Buch.EPUB, title: Das Buch}`),
  [`${issueFolder}/plan.pdf`]: 'Übersicht',
  [`${issueFolder}/zahlen.csv`]: '1;2',
  [`${issueFolder}/Buch.EPUB`]: 'epub',
};

export const footnotes = 'Eins[^a] und zwei[^b].\n\n[^a]: Note mit [Link](/feeds/).\n[^b]: Note.\n';

/** An article and its issue with every kind of link and note that a text can have. */
export const everything: Files = {
  ...inIndex(
    `image: {file: fenster.jpg, alt: Ein Fenster, credit: Foto Muster, licence: cc-by-4.0, licenceUrl: https://lizenz.example/by}`,
    `Siehe [den Beitrag](01-erster-beitrag.md), [hier](/themen/) und unten[^e].\n\n[^e]: Note.\n`,
  ),
  ...inArticle(
    `kind: event
event: {start: 2025-09-10T09:30, end: 2025-09-10T12:00, place: Rathaus, link: https://ort.example/raum}
source: {title: Amtsblatt, url: https://quelle.example/1}
contact: {name: Ada Muster, function: Pressestelle, email: ada@blatt.example, phone: 030 23125 100}
people: [{name: Max Muster, function: Hausmeister}]
updatedOn: 2025-08-20
correction: Es sind acht Fenster.
attachments: [{file: Übersicht Räume.pdf, title: Die Räume}]
pictures: [{file: fenster.jpg, alt: Ein Fenster, credit: Foto Muster, licence: stock-standard}]
image: {withheld: Nicht geklärt., credit: AdobeStock/muster, licence: stock-standard, alt: Ein Haus}`,
    `${footnotes}
[Ausgabe](index.md), [Datei](<Übersicht Räume.pdf>), [Anker](/feeds/#rss), [weg](https://weit.example/?a=1&b=2),
[Post](mailto:post@blatt.example), [oben](#der-anlass).

## Der Anlass

![Ein Fenster](fenster.jpg)
`,
  ),
  [`${issueFolder}/Übersicht Räume.pdf`]: 'pdf',
  [`${issueFolder}/fenster.jpg`]: 'jpeg',
};
