import type { FormFields } from './form-field.ts';

const slug = (of: string) => ({
  label: 'Kürzel',
  help: `Aus Kleinbuchstaben, Ziffern und Bindestrichen, zum Beispiel buergerbuero. Es steht in der Adresse ${of} und bleibt, wie es ist.`,
});

export const termsForm = {
  topics: {
    label: 'Themen',
    entry: 'Thema',
    help: 'Themen, nach denen Beiträge geordnet sind. Ein neues braucht einen Namen und ein Kürzel.',
  },
  municipalities: {
    label: 'Kommunen',
    entry: 'Kommune',
    help: 'Kommunen, von denen Beiträge handeln. Eine neue braucht einen Namen und ein Kürzel.',
  },
  software: {
    label: 'Verfahren',
    entry: 'Verfahren',
    help: 'Verfahren, um die es in Beiträgen geht. Ein neues braucht einen Namen und ein Kürzel.',
  },
} as const satisfies FormFields;

export const topicForm = {
  name: { label: 'Name' },
  slug: slug('der Themenseite'),
  description: { label: 'Beschreibung' },
} as const satisfies FormFields;

export const municipalityForm = {
  name: { label: 'Name' },
  slug: slug('ihrer Seite'),
  description: { label: 'Beschreibung' },
  seat: { label: 'Sitz der Verwaltung' },
  state: { label: 'Land' },
  inhabitants: { label: 'Einwohnerzahl' },
  website: { label: 'Website' },
} as const satisfies FormFields;

export const inhabitantsForm = {
  count: { label: 'Zahl' },
  asOf: { label: 'Stand' },
  source: { label: 'Quelle' },
} as const satisfies FormFields;

export const softwareForm = {
  name: { label: 'Name' },
  slug: slug('seiner Seite'),
  description: { label: 'Beschreibung' },
  vendor: { label: 'Hersteller' },
  website: { label: 'Website' },
} as const satisfies FormFields;
