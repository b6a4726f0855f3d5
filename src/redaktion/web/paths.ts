/** Addresses of the Redaktion; nobody outside knows them. */
export const deskPaths = {
  overview: '/',
  create: '/neu/',
  import: '/einlesen/',
  text: '/text/',
  history: '/verlauf/',
  preview: '/vorschau/',
  approve: '/freigabe/',
  publishing: '/erscheinen/',
  plan: '/erscheinen/planen',
  cancelPlan: '/erscheinen/absagen',
  testMail: '/erscheinen/probe',
  mailingState: '/erscheinen/versand',
  figures: '/zahlen/',
  showPage: '/zeigen/seite',
  showPdf: '/zeigen/pdf',
  handOut: '/zeigen/link',
  revoke: '/zeigen/widerrufen',
  guests: '/ansicht/',
  guestScript: '/ansicht/ansicht.js',
  removeUnused: '/dateien/loeschen',
  bringBackUnused: '/dateien/zurueckholen',
  showMail: '/zeigen/email',
  check: '/api/pruefen',
  show: '/api/zeigen',
  save: '/api/sichern',
  mend: '/api/beheben',
  picture: '/api/bild',
  attachment: '/api/anhang',
  styles: '/src/styles/redaktion.css',
  script: '/redaktion.js',
  house: '/haus.css',
  sign: '/zeichen.svg',
} as const;

/** What is gone to on the page of a text, behind `#`: a field by its name (`people[1].name`), or a line of what is written. */
export const placeMarks = { field: 'angabe', line: 'zeile' } as const;

/** Where a text is written; with the place in it that is meant. */
export function textPath(file: string, { field, line }: { field?: string; line?: number } = {}): string {
  const place = field !== undefined ? [placeMarks.field, field] : line !== undefined ? [placeMarks.line, line] : [];
  const mark = place.length > 0 ? `#${place.map(encodeURIComponent).join('=')}` : '';
  return `${deskPaths.text}?datei=${encodeURIComponent(file)}${mark}`;
}

export function historyPath(file: string, state?: string): string {
  return `${deskPaths.history}?datei=${encodeURIComponent(file)}${state === undefined ? '' : `&stand=${state}`}`;
}

/** Where an issue is scheduled and its mailing watched. */
export function publishingPath(key: string): string {
  return `${deskPaths.publishing}?ausgabe=${encodeURIComponent(key)}`;
}

export function mailingStatePath(key: string): string {
  return `${deskPaths.mailingState}?ausgabe=${encodeURIComponent(key)}`;
}
