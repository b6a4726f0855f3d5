/** What `npm run deploy` says. */
import { plural } from './phrases.ts';

const files = (count: number) => plural(count, 'Datei', 'Dateien');

export const deployWords = {
  copy: (file: string) => `kopieren  ${file}`,
  remove: (file: string) => `entfernen ${file}`,
  planned: (copied: number, removed: number) => `Zu kopieren: ${files(copied)}, zu entfernen: ${files(removed)}.`,
  planFiles: (folder: string, copied: number, removed: number) =>
    `Der Plan liegt in ${folder}: ${files(copied)} zu kopieren, ${removed} zu entfernen.`,
  done: (target: string, copied: number, removed: number) =>
    `Übertragen nach ${target}: ${files(copied)} kopiert, ${removed} entfernt.`,
  nothing: (target: string) => `Nichts zu tun: ${target} hat schon alles.`,
  purge: (file: string, count: number) =>
    `${plural(count, 'Adresse', 'Adressen')}, die Zwischenspeicher vergessen müssen, stehen in ${file}.`,
};

export const deployErrors = {
  targetMissing: 'Nennen Sie den Ordner, in den die Website soll: npm run deploy -- /var/www/blatt',
  notBuilt: 'In dist/ liegt keine Website. Bauen Sie zuerst: npm run build',
  ofPreview: (origin: string) =>
    `dist/ ist für ${origin} gebaut, zum Ansehen mit „npm start“. Bauen Sie zuerst für die Öffentlichkeit: npm run build`,
  manifest: (file: string) =>
    `${file} ist beschädigt: Es ist nicht mehr bekannt, was dort liegt. Löschen Sie diese Datei; dann wird alles noch einmal kopiert und nichts entfernt.`,
  folderInTheWay: (path: string) =>
    `Wo die Datei ${path} liegen soll, ist ein Ordner, in dem etwas liegt. Nehmen Sie ihn weg, und übertragen Sie noch einmal.`,
  noPlace: (folder: string) =>
    `In ${folder} gehört keine Website. Nennen Sie einen Ordner für sie allein: npm run deploy -- /var/www/blatt`,
  inside: 'Der Ordner darf nicht in dist/ liegen und nicht dist/ selbst sein.',
};
