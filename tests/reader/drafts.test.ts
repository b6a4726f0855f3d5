import { describe, expect, it } from 'vitest';
import {
  article,
  type Files,
  inArticle,
  index,
  inIndex,
  issueFolder,
  library,
  like,
  ownPage,
  problems,
} from './sample-content.ts';

const second = `${issueFolder}/02-zweiter.md`;
const other = like(article, second, '');

/** Each error, and whether it stops the build. */
const errors = (files: Files) =>
  problems(files)
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, isUnfinished }) => `${rule} ${isUnfinished ? 'is still to be done' : 'stops'}`);

const incomplete = 'kind: event\nsummary:\nimage: {file: fehlt.png}\nattachments: [{file: fehlt.pdf, title: Plan}]';

describe('a draft may be incomplete', () => {
  it('an article: what is missing is still to be done, without "draft: true" it stops the build', () => {
    const found = errors({ ...inArticle(`${incomplete}\ndraft: true`), ...other });
    expect(found).toContain('eventMissing is still to be done');
    expect(found).toContain('fileNotFound is still to be done');
    expect(found.filter((text) => text.endsWith('stops'))).toEqual([]);
    const stopping = errors({ ...inArticle(incomplete), ...other });
    expect(stopping).toEqual(found.map((text) => text.replace('is still to be done', 'stops')));
  });

  it('all that lies in a draft issue', () => {
    const draftIssue = { ...inIndex('draft: true\nlead:'), ...inArticle(incomplete), [`${issueFolder}/Notiz.md`]: 'x' };
    const found = errors(draftIssue);
    expect(found).toContain('unknownFile is still to be done');
    expect(found.filter((text) => text.endsWith('stops'))).toEqual([]);
  });

  it('a page of the organisation', () => {
    expect(errors(ownPage('ueber-uns.md', 'draft: true\ndescription:'))).toEqual(['empty is still to be done']);
  });

  it('what is out stays as it is', () => {
    const { articles } = library({ ...inArticle(`${incomplete}\ndraft: true`), ...other });
    expect(articles.map(({ slug }) => slug)).toEqual(['zweiter']);
  });
});

describe('a draft whose head can not be read', () => {
  const broken = (head: string) => errors({ [article]: `${head}\n\nDer Text.\n`, ...other });

  it.each([
    ['a colon in the title', '---\ntitle: A: B\ndraft: true\n---'],
    ['no end', '---\ntitle: A\ndraft: true # bis Montag'],
    ['no beginning', 'title: A\ndraft: true\n---'],
    ['the line ends of Windows', '---\r\ntitle: A: B\r\ndraft: true\r\n---\r\n'],
  ])('%s', (_, head) => {
    expect(broken(head).map((text) => text.replace(/^\w+ /, ''))).toEqual(['is still to be done']);
  });

  it.each([
    ['the line stands in the text', '---\ntitle: A: B\n---\n\ndraft: true'],
    ['the line says no', '---\ntitle: A: B\ndraft: false\n---'],
    ['the line belongs to another field', '---\ntitle: A: B\nx:\n  draft: true\n---'],
  ])('it is none where %s', (_, head) => {
    expect(broken(head).map((text) => text.replace(/^\w+ /, ''))).toEqual(['stops']);
  });

  it('an index takes its issue along', () => {
    const files = { [index]: '---\ntitle: A: B\ndraft: true\n---\n', ...inArticle('summary:') };
    expect(errors(files).filter((text) => text.endsWith('stops'))).toEqual([]);
    expect(library(files).issues).toEqual([]);
  });

  it('letters in the encoding of an old Windows', () => {
    const latin = Buffer.from('---\ntitle: Büro\ndraft: true\n---\n\nText.\n', 'latin1');
    expect(errors({ [article]: latin, ...other })).toEqual(['notUtf8 is still to be done']);
  });

  it('a text under a name that is none', () => {
    const name = `${issueFolder}/Neue Fenster.md`;
    expect(errors({ [name]: '---\ntitle: Neu\ndraft: true\n---\n' })).toEqual(['unknownFile is still to be done']);
    expect(errors({ [name]: '---\ntitle: Neu\n---\n' })).toEqual(['unknownFile stops']);
  });
});

describe('where a draft and what is out contradict each other, the draft gets the blame', () => {
  const id = 'id: tag:blatt.example,2025-08-14:erster-beitrag';
  const blamed = (files: Files) =>
    problems(files)
      .filter(({ severity }) => severity === 'error')
      .map(({ file, rule, isUnfinished }) => `${file} ${rule} ${isUnfinished}`);

  it('an id', () => {
    const files = { ...inArticle('draft: true'), ...like(article, second, id) };
    expect(blamed(files)).toEqual([`${article} duplicateId true`]);
  });

  it('an address', () => {
    const twin = like(article, `${issueFolder}/02-erster-beitrag.md`, '');
    expect(blamed({ ...inArticle('draft: true'), ...twin })).toEqual([`${article} duplicateAddress true`]);
    const former = like(article, second, 'formerAddresses: [/ausgaben/2025/kw33/erster-beitrag/]');
    expect(blamed({ ...inArticle('draft: true'), ...former })).toEqual([`${article} duplicateAddress true`]);
    const page = ownPage('ueber-uns.md');
    expect(blamed({ ...inArticle('draft: true\nformerAddresses: [/ueber-uns/]'), ...page, ...other })).toEqual([
      `${article} duplicateAddress true`,
    ]);
  });

  it('the credit of a picture', () => {
    const image = (credit: string) =>
      `image: {file: a.png, alt: Ein Fenster, credit: ${credit}, licence: own, consent: not-needed}`;
    const files = { ...inArticle(`draft: true\n${image('A')}`), ...like(article, second, image('B')) };
    expect(blamed({ ...files, [`${issueFolder}/a.png`]: 'x' })).toEqual([`${article} creditsDiffer true`]);
  });
});

describe('the preview shows a draft as far as it goes', () => {
  const previewed = (files: Files) => library({ ...files, ...other }, { mode: 'preview' }).articles;
  const first = (files: Files) => previewed(files).find(({ slug }) => slug === 'erster-beitrag');

  it('with words in the place of what is missing', () => {
    const found = first(inArticle(`${incomplete}\ndraft: true`));
    expect(found).toMatchObject({
      state: 'draft',
      title: 'Das Rathaus hat neue Fenster',
      summary: 'Noch ohne Zusammenfassung.',
      kind: 'event',
    });
    expect(first(inArticle('title:\ndraft: true'))?.title).toBe('Noch ohne Titel: 01-erster-beitrag.md');
  });

  it('of an issue too, with what lies in it', () => {
    const files = { ...inIndex('draft: true\nlead:'), ...inArticle(incomplete) };
    expect(library(files, { mode: 'preview' }).issues).toMatchObject([
      { lead: 'Noch ohne Vorspann.', state: 'draft', articles: [{ slug: 'erster-beitrag', state: 'draft' }] },
    ]);
  });

  it.each([
    ['a value that is no YAML', '---\ntitle: Amt: Fenster\nsummary: Kurz.\ndraft: true\n---'],
    ['no beginning', 'title: "Amt: Fenster"\nsummary: Kurz.\ndraft: true\n---'],
    ['no end', '---\ntitle: "Amt: Fenster"\nsummary: Kurz.\ndraft: true'],
    ["Word's dashes", '—\ntitle: "Amt: Fenster"\nsummary: Kurz.\ndraft: true\n—'],
  ])('where its head can not be read: %s', (_, head) => {
    const found = first({ [article]: `${head}\n\nDer Text.\n` });
    expect(found).toMatchObject({ title: 'Amt: Fenster', summary: 'Kurz.', kind: 'news', words: 2 });
  });

  it('letters in the encoding of an old Windows', () => {
    const latin = Buffer.from('---\ntitle: Büro\ndraft: true\n---\n\nText.\n', 'latin1');
    expect(first({ [article]: latin })).toMatchObject({ title: 'Büro', words: 1 });
  });

  it('but not at an address that another has', () => {
    const files = { ...inArticle('draft: true'), ...like(article, `${issueFolder}/02-erster-beitrag.md`, '') };
    expect(previewed(files).filter(({ slug }) => slug === 'erster-beitrag')).toMatchObject([{ number: 2 }]);
  });

  it('what is wrong in a text that is no draft is not shown', () => {
    expect(previewed(inArticle(incomplete)).map(({ slug }) => slug)).toEqual(['zweiter']);
  });

  it('a page of the organisation', () => {
    const { pages } = library(ownPage('ueber-uns.md', 'draft: true\ndescription:'), { mode: 'preview' });
    expect(pages).toMatchObject([{ title: 'Über uns', description: 'Noch ohne Zusammenfassung.', state: 'draft' }]);
  });

  it('without links to what no page may lead to', () => {
    const found = first(inArticle('draft: true', '[Klick](javascript:alert) und [Plan](fehlt.md)\n'));
    expect(JSON.stringify(found?.body)).not.toContain('javascript');
    expect(JSON.stringify(found?.body)).toContain('"url":"fehlt.md"');
  });

  it('a build knows nothing of it', () => {
    const files = {
      ...inIndex('draft: true\nlead:'),
      ...inArticle(incomplete),
      ...ownPage('uns.md', 'draft: true\ntitle:'),
    };
    expect(library(files)).toMatchObject({ issues: [], articles: [], pages: [] });
  });
});
