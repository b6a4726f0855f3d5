import { error, quoted, warning } from './rule.ts';

/** What an address belongs to that a new page would have. */
interface TakenAddress {
  address: string;
  holder: 'site' | 'former' | 'public';
  file?: string;
}

const holders = {
  site: () => 'die zur Website selbst gehört',
  former: (file: string) => `die als frühere Adresse in ${file} steht`,
  public: (file: string) => `unter der schon ${file} liegt`,
};

/** Pages of the organisation's own. */
export const pageRules = {
  pageNameTaken: error(({ address, holder, file = '' }: TakenAddress) => ({
    found: `eine Seite mit der Adresse ${address}, ${holders[holder](file)}`,
    expected: 'einen Dateinamen, dessen Adresse noch frei ist',
    advice: 'Geben Sie der Datei einen anderen Namen.',
  })),
  fileAmongPages: warning(({ name }: { name: string }) => ({
    found: `die Datei ${quoted(name)}, die keine Seite ist und deshalb nicht erscheint`,
    expected: 'nur Textdateien mit der Endung .md',
    advice:
      'Legen Sie, was zum Herunterladen ist, in den Ordner public/. Bilder gehören in eine Ausgabe, wo ihr Nachweis steht.',
  })),
  folderAmongPages: warning(({ name }: { name: string }) => ({
    found: `den Ordner ${quoted(name)}, den das Programm nicht liest`,
    expected: 'jede Seite unmittelbar in diesem Ordner',
    advice: 'Legen Sie die Textdatei eine Ebene höher ab; ihr Name ist die Adresse der Seite.',
  })),
} as const;
