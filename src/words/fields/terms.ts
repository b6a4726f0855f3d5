/** Help for whoever keeps `terms.yaml`, at each of its fields. */
export const termsHelp = {
  topics: 'Themen, nach denen Beiträge geordnet sind, eine Liste.',
  municipalities: 'Kommunen, von denen Beiträge handeln, eine Liste.',
  software: 'Verfahren, um die es in Beiträgen geht, eine Liste.',
};

export const topicHelp = {
  name: 'Name des Themas, wie Leserinnen und Leser ihn sehen.',
  slug: 'Kürzel, mit dem Beiträge das Thema nennen, aus Kleinbuchstaben, Ziffern und Bindestrichen; es steht in der Adresse und bleibt.',
  description: 'Ein Satz dazu, was unter das Thema fällt; lassen Sie das Feld weg, wenn der Name genügt.',
};

export const municipalityHelp = {
  name: 'Voller Name der Kommune.',
  slug: 'Kürzel, mit dem Beiträge die Kommune nennen, aus Kleinbuchstaben, Ziffern und Bindestrichen; es steht in der Adresse und bleibt.',
  description: 'Ein Satz zur Kommune; lassen Sie das Feld weg, wenn der Name genügt.',
  seat: 'Ort, in dem die Verwaltung sitzt; lassen Sie das Feld weg, wenn er so heißt wie die Kommune.',
  state: 'Land, in dem die Kommune liegt, mit vollem Namen; lassen Sie das Feld weg, wenn es nichts zur Sache tut.',
  inhabitants: 'Einwohnerzahl mit Stand und Quelle; lassen Sie das Feld weg, wenn Sie sie nicht belegen können.',
  website: 'Adresse der Website der Kommune mit https://; lassen Sie das Feld weg, wenn es keine gibt.',
};

export const inhabitantsHelp = {
  count: 'Zahl der Einwohnerinnen und Einwohner, ohne Punkt und Leerzeichen.',
  asOf: 'Stand der Zahl in Worten.',
  source: 'Adresse der Seite, auf der die Zahl steht, mit https://; lassen Sie das Feld weg, wenn es keine gibt.',
};

export const softwareHelp = {
  name: 'Name des Verfahrens, wie der Hersteller ihn schreibt.',
  slug: 'Kürzel, mit dem Beiträge das Verfahren nennen, aus Kleinbuchstaben, Ziffern und Bindestrichen; es steht in der Adresse und bleibt.',
  description: 'Ein Satz dazu, wofür das Verfahren da ist; lassen Sie das Feld weg, wenn der Name genügt.',
  vendor: 'Hersteller des Verfahrens; lassen Sie das Feld weg, wenn es keinen gibt.',
  website:
    'Adresse der Website des Verfahrens oder des Herstellers mit https://; lassen Sie das Feld weg, wenn es keine gibt.',
};
