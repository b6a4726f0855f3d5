import type { Edition } from '../../src/mail/edition.ts';
import { inArticle, issueFolder } from '../reader/sample-content.ts';
import { origin, sampleEdition } from './sample-edition.ts';

/** One of each thing that a mail can hold. */
const everything = `Ein [Link](/feeds/), eine Fußnote[^1], <abbr title="Onlinezugangsgesetz">OZG</abbr>, <span lang="en">open source</span>, ~~gestern~~ heute.

## Zwischen

> Ein Zitat.

> „Eine Stimme.“
> – Erika Mustermann, Kämmerin

> **Hinweis:** Ein Kasten.

1. eins
2. zwei

| Tag | Zahl |
| --- | ---: |
| Montag<br>und Dienstag | 1 |

\`\`\`
npm ci
\`\`\`

### Darunter

---

![Flur](flur.jpg)

[^1]: Die Note.`;
const fields = `ai: assisted
related: [{title: Feeds, url: /feeds/}]
subtitle: Was es in einer E-Mail gibt
image:
  file: saal.jpg
  alt: Der leere Saal
  credit: Erika Mustermann
  licence: own
pictures:
  - file: flur.jpg
    alt: Der Flur
    credit: Max Muster
    licence: own`;
const files = {
  ...inArticle(fields, everything),
  [`${issueFolder}/saal.jpg`]: 'x',
  [`${issueFolder}/flur.jpg`]: 'x',
  'content/logo.svg': 'x',
  'content/dunkel.svg': 'x',
};
const find = ({ file }: { file?: string }) => ({ url: `${origin}/bilder/${file}`, width: 1104, height: 736 });

/** An edition with one of each thing. */
export function composeEverything(): Promise<Edition> {
  return sampleEdition(files, 'logo: {file: logo.svg, alt: Zweckverband Muster, dark: dunkel.svg}', find);
}
