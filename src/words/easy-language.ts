export const easyLanguageWords = {
  description: (site: string) => `Was auf der Website ${site} steht, in Leichter Sprache.`,
  testedBy: (name: string) => `Geprüft von: ${name}`,
};
