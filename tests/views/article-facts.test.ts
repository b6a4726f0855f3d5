import { describe, expect, it } from 'vitest';
import { articlePage } from '../../src/views/article/article-page.ts';
import { inArticle, terms } from '../reader/sample-content.ts';
import { sampleArticle } from './sample-page.ts';

const pageOf = (...changes: Parameters<typeof sampleArticle>) => {
  const { library, article } = sampleArticle(...changes);
  return articlePage(library, article);
};

const knownTerms = {
  [terms]: `topics:
  - {name: Soziales, slug: soziales}
municipalities:
  - {name: Landkreis Muster, slug: landkreis-muster, seat: Musterstadt, state: Niedersachsen}
software:
  - {name: Eins, slug: eins}
  - {name: Zwei, slug: zwei}
`,
};
const inAll = 'topics: [soziales]\nmunicipality: landkreis-muster\nsoftware: [eins, zwei]';

const topic = { name: 'Themen', values: [{ text: 'Soziales', href: '/themen/soziales/' }] };
const municipality = { name: 'Kommune', values: [{ text: 'Landkreis Muster', href: '/kommunen/landkreis-muster/' }] };
const software = {
  name: 'Verfahren',
  values: [
    { text: 'Eins', href: '/verfahren/eins/' },
    { text: 'Zwei', href: '/verfahren/zwei/' },
  ],
};

describe('the terms of an article', () => {
  it('are facts of a case study, and each is named once on its page', () => {
    const { facts, placement } = pageOf({ ...knownTerms, ...inArticle(`kind: case-study\n${inAll}`) });
    expect(facts).toEqual([
      municipality,
      { name: 'Sitz', values: [{ text: 'Musterstadt' }] },
      { name: 'Land', values: [{ text: 'Niedersachsen' }] },
      software,
    ]);
    expect(placement).toEqual([topic]);
  });

  it('are what any other article is placed under', () => {
    const { facts, placement } = pageOf({ ...knownTerms, ...inArticle(inAll) });
    expect(facts).toEqual([]);
    expect(placement).toEqual([topic, municipality, software]);
  });

  it('leave no empty names where there are none', () => {
    expect(pageOf(inArticle('kind: case-study'))).toMatchObject({ facts: [], placement: [] });
  });
});

describe('beside the text stand', () => {
  it('when and where an event is, and its calendar file', () => {
    const event = '{start: 2025-09-02T10:00, place: Ratssaal, link: "https://www.muster.example/anmeldung"}';
    expect(pageOf(inArticle(`kind: event\nevent: ${event}`)).event).toEqual([
      {
        name: 'Wann',
        values: [{ text: 'Dienstag, 2.\u00A0September 2025, 10:00\u00A0Uhr', datetime: '2025-09-02T10:00:00+02:00' }],
      },
      { name: 'Wo', values: [{ text: 'Ratssaal' }] },
      { name: 'Im Netz', values: [{ text: 'muster.example', href: 'https://www.muster.example/anmeldung' }] },
      {
        name: 'In den Kalender',
        values: [{ text: 'Termin als Kalenderdatei (ICS)', href: '/ausgaben/2025/kw33/erster-beitrag/termin.ics' }],
      },
    ]);
    expect(pageOf().event).toEqual([]);
  });
});
