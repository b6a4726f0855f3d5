import { expect, it } from 'vitest';
import { article, index, like, privacy, projectWith, readIn, replaced, site, terms } from './sample-content.ts';

const july = 'content/issues/2025-kw30';
const june = 'content/issues/2025-kw24';

it('ten mistakes in ten files are all found in one reading, each at its line', () => {
  const project = projectWith({
    ...replaced(site, 'phone: 030 23125 100', 'phone:'),
    ...replaced(terms, 'slug: landkreis-muster', 'slug: Landkreis Muster'),
    ...replaced(privacy, 'Wir zählen nichts.', 'Wir zählen [nichts](/nichts/).'),
    ...replaced(index, 'publishedOn: 2025-08-14', 'publishedOn: 14.8.2025'),
    ...replaced(article, 'title: Das Rathaus', 'title: Das Rathaus: es'),
    ...like(index, `${july}/index.md`, 'publishedOn: 2025-07-24\nimage: {withheld: Nicht geklärt., licence: own}'),
    ...like(article, `${july}/01-erster.md`, '', 'Text.\n\n# Titel\n'),
    ...like(article, `${july}/02-zweiter.md`, 'topics: [sociales]'),
    ...like(index, `${june}/index.md`, 'publishedOn: 2025-06-12', 'Text. <b>Notiz</b>\n'),
    ...like(article, `${june}/01-gut.md`, 'id: tag:blatt.example,2025-06-12:eins'),
    ...like(article, `${june}/02-kopie.md`, 'id: tag:blatt.example,2025-06-12:eins'),
  });
  const { problems, library } = readIn(project);
  expect(problems.map(({ file, line, field = '', rule }) => `${file}:${line} ${field} ${rule}`)).toMatchInlineSnapshot(`
    [
      "content/issues/2025-kw24/02-kopie.md:2 id duplicateId",
      "content/issues/2025-kw24/index.md:8  rawHtml",
      "content/issues/2025-kw30/01-erster.md:10  headingOne",
      "content/issues/2025-kw30/02-zweiter.md:6 topics[1] unknownTerm",
      "content/issues/2025-kw30/index.md:6 image.credit creditMissing",
      "content/issues/2025-kw33/01-erster-beitrag.md:3  yamlBroken",
      "content/issues/2025-kw33/index.md:4 publishedOn germanDate",
      "content/legal/datenschutz.md:8  linkNotFound",
      "content/site.md:15 publishers[1].phone empty",
      "content/terms.yaml:6 municipalities[1].slug notASlug",
    ]
  `);
  expect(new Set(problems.map(({ file }) => file)).size).toBe(10);
  expect(library).toBeUndefined();
});

it('what is right is shown although other files are wrong', () => {
  const { library, problems } = readIn(
    projectWith({
      ...replaced(article, 'kind: news', 'kind: neues'),
      ...like(article, `${july}/02-gut.md`, ''),
      ...like(index, `${july}/index.md`, 'publishedOn: 2025-07-24'),
      ...like(index, `${june}/index.md`, 'publishedOn: 12.6.2025'),
      ...like(article, `${june}/01-gut.md`, ''),
    }),
  );
  expect(problems.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
    `${june}/index.md germanDate`,
    `${article} notAllowed`,
  ]);
  expect(library?.issues.map(({ key, articles }) => [key, articles.map(({ slug }) => slug)])).toEqual([
    ['2025-kw33', []],
    ['2025-kw30', ['gut']],
  ]);
});
