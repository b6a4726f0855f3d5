/** Fields that belong together, in the order of the form. */
export interface FieldGroup {
  title: string;
  fields: readonly string[];
  /** Also where none of its fields is filled in. */
  isOpen: boolean;
  /** Also where they are filled in, since they are many. */
  isFolded?: boolean;
}

const terms: readonly FieldGroup[] = [
  { title: 'Themen', fields: ['topics'], isOpen: true },
  { title: 'Kommunen', fields: ['municipalities'], isOpen: false, isFolded: true },
  { title: 'Verfahren', fields: ['software'], isOpen: false, isFolded: true },
];

const text: readonly FieldGroup[] = [
  {
    title: 'Titel und Zusammenfassung',
    fields: ['title', 'subtitle', 'kind', 'summary', 'lead', 'description'],
    isOpen: true,
  },
  { title: 'Erscheinen', fields: ['draft', 'publishedOn', 'mailing', 'showIn'], isOpen: true },
  { title: 'Worum es geht', fields: ['topics', 'municipality', 'software'], isOpen: true },
  { title: 'Termin', fields: ['event'], isOpen: false },
  { title: 'Menschen', fields: ['people', 'author', 'contact', 'releasedBy'], isOpen: false },
  { title: 'Bilder', fields: ['image', 'pictures'], isOpen: false },
  { title: 'Quellen und Dateien', fields: ['source', 'related', 'attachments'], isOpen: false },
  {
    title: 'Sprache, Stil und künstliche Intelligenz',
    fields: ['ai', 'reviewedBy', 'reviewedOn', 'lang', 'styleExceptions'],
    isOpen: false,
  },
  {
    title: 'Nach dem Erscheinen',
    fields: ['updatedOn', 'correction', 'withdrawn', 'withdrawnOn', 'formerAddresses'],
    isOpen: false,
  },
];

/** By what is written; of a group only those fields are shown that the text can have. */
export const fieldGroups = {
  article: text,
  issue: text,
  page: [
    { title: 'Titel und Beschreibung', fields: ['title', 'description'], isOpen: true },
    { title: 'Erscheinen', fields: ['draft', 'showIn', 'updatedOn', 'example'], isOpen: true },
  ],
  site: [
    { title: 'Der Newsletter', fields: ['title', 'description', 'frequency', 'example'], isOpen: true },
    { title: 'Herausgeber und Impressum', fields: ['publishers', 'responsible'], isOpen: true },
    { title: 'Farben, Logo und Gestaltung', fields: ['colours', 'logo', 'theme'], isOpen: true },
    { title: 'Redaktion und Freigabe', fields: ['editors', 'fourEyesSince'], isOpen: true },
    { title: 'E-Mail', fields: ['mail'], isOpen: true },
    { title: 'Stil des Hauses', fields: ['style'], isOpen: true },
    { title: 'Adressen und Technik', fields: ['publicUrl', 'aboUrl', 'idAuthority', 'security'], isOpen: false },
  ],
  privacy: [
    { title: 'Stand und Land', fields: ['updatedOn', 'state', 'example'], isOpen: true },
    { title: 'Betrieb der Website', fields: ['hosting', 'serverLog'], isOpen: true },
    { title: 'Abo und Zuschriften', fields: ['subscription', 'correspondenceKept'], isOpen: true },
    {
      title: 'Recht und Aufsicht',
      fields: ['publicTaskAct', 'legalBasis', 'supervisoryAuthority'],
      isOpen: false,
    },
  ],
  accessibility: [
    { title: 'Geltung und Ergebnis', fields: ['scope', 'status', 'standard', 'example'], isOpen: true },
    { title: 'Was nicht barrierefrei ist', fields: ['gaps'], isOpen: true },
    { title: 'Prüfung und Durchsicht', fields: ['assessment', 'createdOn', 'reviewedOn'], isOpen: true },
    { title: 'Meldungen von Barrieren', fields: ['feedback'], isOpen: true },
    { title: 'Land, Gesetz und Schlichtung', fields: ['state', 'law', 'conciliationBody'], isOpen: true },
  ],
  easyLanguage: [{ title: 'Titel und Prüfung', fields: ['title', 'updatedOn', 'testedBy', 'example'], isOpen: true }],
  terms,
} as const satisfies Record<string, readonly FieldGroup[]>;

export type FormName = keyof typeof fieldGroups;
