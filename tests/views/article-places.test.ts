import { describe, expect, it } from 'vitest';
import { articlesFeed } from '../../src/feeds/articles-feed.ts';
import { renderAtom } from '../../src/feeds/atom.ts';
import { renderJsonFeed } from '../../src/feeds/json-feed.ts';
import { renderRss } from '../../src/feeds/rss.ts';
import { composeEdition } from '../../src/mail/edition.ts';
import type { Picture } from '../../src/model/picture.ts';
import { articlePage, withdrawnPage } from '../../src/views/article/article-page.ts';
import { type ArticleField, articlePlaces, type Output } from '../../src/views/article/article-parts.ts';
import { issuePage } from '../../src/views/issue/issue-page.ts';
import { articleData } from '../../src/views/structured/structured-data.ts';
import { editionOn } from '../feeds/sample-feeds.ts';
import { type Files, inArticle, inSite, issueFolder } from '../reader/sample-content.ts';
import { origin, sampleArticle } from './sample-page.ts';

/** Each of the outputs in the forms in which readers and programs get it. */
const formsOf: [output: Output, forms: string[]][] = [
  ['page', ['page']],
  ['lists', ['list']],
  ['feeds', ['RSS', 'Atom', 'JSON Feed']],
  ['mail', ['mail as HTML', 'mail as text']],
  ['data', ['JSON-LD']],
];

const mail = 'mail: {from: {name: Blatt, address: blatt@blatt.example}, listId: blatt.blatt.example}';

/** Everything that tells of the sample's article with these changes. */
async function formsWith(files: Files): Promise<Record<string, string>> {
  const { library, issue, article } = sampleArticle({ ...inSite(mail), ...files });
  for (const picture of [article.image, ...article.pictures]) if (picture) prepare(picture);
  const feed = articlesFeed(library, editionOn('2025-09-01'));
  const { html, text } = await composeEdition(library, issue, origin);
  const { withdrawn } = article;
  return {
    page: JSON.stringify(withdrawn ? withdrawnPage(article, withdrawn) : articlePage(library, article)),
    list: JSON.stringify(issuePage(library, issue).articles),
    RSS: await renderRss(feed),
    Atom: renderAtom(feed),
    'JSON Feed': renderJsonFeed(feed),
    'mail as HTML': html,
    'mail as text': text,
    'JSON-LD': JSON.stringify(articleData(library, article, origin)),
  };
}

function prepare(picture: Picture): void {
  const jpeg = { path: `/bilder/${picture.file}`, mediaType: 'image/jpeg', width: 1104, height: 736, bytes: 1 };
  picture.shown = { sources: [], jpeg, credit: { creator: 'Wer', credit: 'Wer' } };
}

const story: Files = {
  ...inArticle(
    `id: tag:blatt.example,2025-08-13:erkennbar
title: Ein Titel
subtitle: Eine Unterzeile
kind: case-study
summary: Eine Zusammenfassung.
publishedOn: 2025-08-13
updatedOn: 2025-08-20
correction: Eine Berichtigung.
author: {name: Ada Autorin, function: Schreiberin}
lang: nl
ai: generated
reviewedBy: {name: Paula Prüferin, function: Schlussredaktion}
reviewedOn: 2025-08-11
contact: {name: Karl Kontakt, function: Auskunft, email: karl@blatt.example, phone: 030 23125 101}
source: {title: Eine Quelle, url: "https://quelle.example/7"}
topics: [soziales]
municipality: landkreis-muster
software: [musterverfahren]
people: [{name: Sven Sprecher, function: Leitung}]
attachments: [{file: anhang-1.pdf, title: Ein Anhang, description: Eine Beschreibung}]
related: [01-erster-beitrag.md, {title: Eine Nachbarseite, url: "https://nachbar.example/3"}]
image: {file: oben.jpg, alt: Ein Saal, credit: Foto Oben, licence: own, consent: not-needed}
pictures: [{file: mitten.jpg, alt: Ein Flur, credit: Foto Mitten, licence: own, consent: not-needed}]`,
    'Vorher.\n\n![Ein Flur](mitten.jpg)\n',
  ),
  [`${issueFolder}/anhang-1.pdf`]: 'pdf',
  [`${issueFolder}/oben.jpg`]: 'jpeg',
  [`${issueFolder}/mitten.jpg`]: 'jpeg',
};
const event = inArticle(`kind: event
event:
  start: 2025-09-02T10:30
  end: 2025-09-02T11:45
  furtherDates: [{start: 2025-09-03T13:10, end: 2025-09-03T14:20}]
  place: Der Ratssaal
  online: "https://konferenz.example/3"
  link: "https://programm.example/9"
  registration: {url: "https://anmeldung.example/5", text: Platz sichern, deadline: 2025-09-01}`);
const cancelled = inArticle('kind: event\nevent: {start: 2025-09-02T10:30, place: Saal, cancelled: Ein Ausfall.}');
const postponed = inArticle(`kind: event
event: {start: 2025-09-02T10:30, place: Saal, postponed: Ein Aufschub., previousStart: 2025-08-26T16:15}`);
const withdrawn = inArticle('withdrawn: Ein Grund.\nwithdrawnOn: 2025-08-21');
const unseen = inArticle(`draft: false
releasedBy: {name: Rita Recht, function: Freigabe, on: 2025-08-01}
formerAddresses: [/frueher/]
styleExceptions: [{rule: longSentence, reason: So steht es in der Satzung}]`);

/** Content in which a field is filled, and by what one knows it wherever it stands. */
const signs: Record<ArticleField, [files: Files, sign: RegExp]> = {
  id: [story, /tag:blatt\.example,2025-08-13:erkennbar/],
  title: [story, /Ein\s+Titel/],
  subtitle: [story, /Eine\s+Unterzeile/],
  kind: [story, /Praxisbericht|"Report"/],
  summary: [story, /Eine\s+Zusammenfassung/],
  publishedOn: [story, /13\.\s+August 2025|2025-08-13T|13 Aug 2025/],
  updatedOn: [story, /20\.\s+August\s+2025|2025-08-20T/],
  correction: [story, /Eine\s+Berichtigung/],
  draft: [unseen, /draft|Entwurf/],
  withdrawn: [withdrawn, /Ein\s+Grund/],
  withdrawnOn: [withdrawn, /21\.\s+August\s+2025|2025-08-21/],
  lang: [story, /"nl"|Niederländisch|>nl</],
  ai: [story, /KI\s+erzeugt|TrainedAlgorithmicMedia/],
  'reviewedBy.name': [story, /Paula\s+Prüferin/],
  'reviewedBy.function': [story, /Schlussredaktion/],
  reviewedOn: [story, /11\.\s+August\s+2025/],
  'author.name': [story, /Ada\s+Autorin/],
  'author.function': [story, /Schreiberin/],
  'contact.name': [story, /Karl\s+Kontakt/],
  'contact.function': [story, /Auskunft/],
  'contact.email': [story, /karl@blatt/],
  'contact.phone': [story, /030\s+23125\s+101/],
  'source.title': [story, /Eine\s+Quelle/],
  'source.url': [story, /quelle\.example\/7/],
  topics: [story, /Soziales/],
  municipality: [story, /Landkreis\s+Muster/],
  software: [story, /Musterverfahren/],
  'people.name': [story, /Sven\s+Sprecher/],
  'people.function': [story, /Leitung/],
  'releasedBy.name': [unseen, /Rita\s+Recht/],
  'releasedBy.function': [unseen, /Freigabe/],
  'releasedBy.on': [unseen, /1\.\s+August\s+2025|2025-08-01/],
  'event.start': [event, /10:30/],
  'event.end': [event, /11:45/],
  'event.furtherDates.start': [event, /13:10/],
  'event.furtherDates.end': [event, /14:20/],
  'event.place': [event, /Der\s+Ratssaal/],
  'event.online': [event, /konferenz\.example\/3/],
  'event.link': [event, /programm\.example\/9/],
  'event.registration.url': [event, /anmeldung\.example\/5/],
  'event.registration.text': [event, /Platz\s+sichern/],
  'event.registration.deadline': [event, /1\.\s+September\s+2025|2025-09-01/],
  'event.cancelled': [cancelled, /Ein\s+Ausfall|EventCancelled/],
  'event.postponed': [postponed, /Ein\s+Aufschub|EventRescheduled/],
  'event.previousStart': [postponed, /16:15/],
  'attachments.file': [story, /anhang-1\.pdf/],
  'attachments.title': [story, /Ein\s+Anhang/],
  'attachments.description': [story, /Eine\s+Beschreibung/],
  related: [story, /Zum\s+Weiterlesen/],
  'related.title': [story, /Eine\s+Nachbarseite/],
  'related.url': [story, /nachbar\.example\/3/],
  image: [story, /Foto\s+Oben|oben\.jpg/],
  pictures: [story, /Foto\s+Mitten|mitten\.jpg/],
  formerAddresses: [unseen, /frueher/],
  'styleExceptions.rule': [unseen, /longSentence/],
  'styleExceptions.reason': [unseen, /So\s+steht\s+es\s+in\s+der\s+Satzung/],
};

describe('each field of an article', () => {
  it('stands where the table of its places says, in every form of it, and nowhere else', async () => {
    const forms = new Map<Files, Record<string, string>>();
    for (const files of [story, event, cancelled, postponed, withdrawn, unseen])
      forms.set(files, await formsWith(files));
    const found = Object.entries(signs).map(([field, [files, sign]]) => {
      const told = Object.entries(forms.get(files) ?? {}).filter(([, text]) => sign.test(text));
      return [field, told.map(([form]) => form)];
    });
    const promised = Object.entries(articlePlaces).map(([field, places]) => {
      const outputs = 'notShown' in places ? [] : places;
      return [field, formsOf.flatMap(([output, forms]) => (outputs.includes(output) ? forms : []))];
    });
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(promised));
  });

  it('changes nothing anywhere if it is said to be not shown', async () => {
    expect(await formsWith(unseen)).toEqual(await formsWith({}));
  });
});
