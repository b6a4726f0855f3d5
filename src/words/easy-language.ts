export const easyLanguageWords = {
  description: (site: string) => `Was auf der Website ${site} steht, in Leichter Sprache.`,
  asOf: 'Stand:',
  testedBy: (name: string) => `Geprüft von: ${name}`,
};
