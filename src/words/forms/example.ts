/** At what says that a file is still that of the example. */
export const exampleForm = {
  label: 'Beispiel',
  help: 'Der Haken steht, solange Angaben erfunden sind. Nehmen Sie ihn weg, wenn alles hier von Ihnen ist; vorher wird nicht veröffentlicht.',
} as const;
