/** Topics, municipalities and software. */

export const termWords = {
  topics: {
    one: 'Thema',
    all: 'Themen',
    description: 'Die Themen, nach denen die Beiträge geordnet sind.',
    pageDescription: (name: string) => `Alle Beiträge zum Thema ${name}.`,
    noneAtAll: 'Noch ist kein Beitrag einem Thema zugeordnet.',
    none: 'Zu diesem Thema ist noch kein Beitrag erschienen.',
  },
  municipalities: {
    one: 'Kommune',
    all: 'Kommunen',
    description: 'Die Städte, Gemeinden und Kreise, aus denen die Beiträge berichten.',
    pageDescription: (name: string) => `Alle Beiträge zur Kommune ${name}.`,
    noneAtAll: 'Noch ist kein Beitrag über eine Kommune erschienen.',
    none: 'Über diese Kommune ist noch kein Beitrag erschienen.',
  },
  software: {
    one: 'Verfahren',
    all: 'Verfahren',
    description: 'Die Fachverfahren und Programme, um die es in den Beiträgen geht.',
    pageDescription: (name: string) => `Alle Beiträge zum Verfahren ${name}.`,
    noneAtAll: 'Noch ist kein Beitrag zu einem Verfahren erschienen.',
    none: 'Zu diesem Verfahren ist noch kein Beitrag erschienen.',
  },
  otherOrders: 'Andere Verzeichnisse',
  facts: 'Angaben',
  articles: 'Beiträge',
  inhabitants: 'Einwohnerzahl',
  inhabitantsAsOf: (count: string, asOf: string) => `${count}, Stand ${asOf}`,
  inhabitantsSource: 'Quelle der Zahl',
  vendor: 'Hersteller',
  website: 'Website',
  topicFeed: (name: string) => `Das Thema ${name} als RSS-Feed`,
};
