import type { Shot } from './shots.ts';

export interface Look {
  screen: 'phone' | 'desktop';
  scheme: 'light' | 'dark';
}

/** In the order of the gallery's columns. */
export const looks: readonly Look[] = [
  { screen: 'desktop', scheme: 'light' },
  { screen: 'desktop', scheme: 'dark' },
  { screen: 'phone', scheme: 'light' },
  { screen: 'phone', scheme: 'dark' },
];

/** Whether a shot is taken in a look. */
export function isTaken({ isPaper }: Shot, { screen, scheme }: Look): boolean {
  return !isPaper || (screen === 'desktop' && scheme === 'light');
}

export function fileName({ name }: Shot, { screen, scheme }: Look): string {
  return `${name}-${screen}-${scheme}.webp`;
}

/** The page that shows the pictures, one line a page type, as Markdown. */
export function galleryPage(taken: readonly Shot[]): string {
  const rows = taken.map((shot) => {
    const cells = looks.map((look) => (isTaken(shot, look) ? thumbnail(shot, look) : ''));
    return `| ${[shot.caption, ...cells].join(' | ')} |`;
  });
  return `# Screenshots

Every page type of the example site and the screens of the editors' desk, on a big screen and on a phone, by day and by night. Long pages are cut off below.
\`npm run bench -- screenshots\` takes them anew.

| What | ${looks.map(({ screen, scheme }) => `${screen}, ${scheme}`).join(' | ')} |
| --- | ${looks.map(() => '---').join(' | ')} |
${rows.join('\n')}
`;
}

function thumbnail(shot: Shot, look: Look): string {
  const file = fileName(shot, look);
  const width = look.screen === 'phone' ? 90 : 200;
  return `<a href="${file}"><img src="${file}" width="${width}" alt="${shot.caption} (${look.screen}, ${look.scheme})"></a>`;
}
