/** The ways to follow the publication. */

export const followWords = {
  title: 'Keine Ausgabe verpassen',
  frequency: (frequency: string) => `Erscheint ${frequency}.`,
  mail: 'Per E-Mail',
  mailText: 'Das Abo bringt Ihnen jede Ausgabe ins Postfach. Abbestellen geht mit einem Klick.',
  mailLink: 'Per E-Mail abonnieren',
  mailTextClosed: 'Das Abo per E-Mail gibt es hier noch nicht.',
  mailLinkClosed: 'Was das Abo bieten wird',
  feed: 'Per RSS',
  feedText: 'Der Feed bringt Ihnen jeden neuen Beitrag in Ihr Leseprogramm, ganz ohne Anmeldung.',
  feedLink: 'RSS-Feed',
  feedsLink: 'Alle Feeds und wie man ihnen folgt',
};

export const subscribeWords = {
  title: 'Abo und RSS',
  description: 'Neue Ausgaben per E-Mail oder per RSS: zwei Wege, die dasselbe bringen.',
  lead: 'Sie können jede Ausgabe per E-Mail bekommen oder ihr per RSS folgen. Beide Wege bringen denselben Inhalt.',
  mail: 'Per E-Mail',
  mailClosed: 'Das Abo per E-Mail ist noch nicht eröffnet. Bis dahin fragen wir auf dieser Website keine Adressen ab.',
  mailPreview:
    'Die Vorschau nimmt keine Anmeldungen an, deshalb fehlt hier das Formular. Ausprobieren können Sie es mit „npm start“. Zustimmen werden Leserinnen und Leser diesem Satz:',
  mailPromisesClosed: 'Wenn es so weit ist, gilt:',
  mailPromises: 'Was Sie erwarten können',
  promises: [
    'Jede Ausgabe kommt als eine E-Mail mit allen Beiträgen, Bildnachweisen und dem Impressum.',
    'Sie melden sich mit Ihrer Adresse an und bestätigen die Anmeldung einmal. Mehr fragen wir nicht.',
    'Schon die erste E-Mail nach der Anmeldung und jede Ausgabe enthalten einen Link, mit dem Sie sich wieder abmelden.',
    'Wir messen weder, ob Sie eine E-Mail öffnen, noch, worauf Sie klicken.',
  ],
  feed: 'Per RSS',
  feedState: 'Für den RSS-Feed brauchen Sie keine Anmeldung. Kopieren Sie seine Adresse in Ihr Leseprogramm:',
  feedMore: 'Was ein Feed ist und welche es noch gibt',
};

export const feedsPageWords = {
  title: 'Feeds zum Abonnieren',
  description: 'Was ein Feed ist, wie Sie ihm folgen und welche Feeds es hier gibt.',
  lead: 'Mit einem Feed erfahren Sie von neuen Beiträgen, ohne eine Adresse zu hinterlassen.',
  what: 'Was ein Feed ist',
  whatText: [
    'Ein Feed ist eine Datei mit den neuesten Beiträgen. Ein Leseprogramm ruft sie von Zeit zu Zeit ab und zeigt Ihnen, was hinzugekommen ist, mit vollem Text.',
    'Sie müssen sich nicht anmelden, und wir erfahren nicht, wer mitliest. Wenn Sie nicht mehr folgen möchten, löschen Sie den Feed in Ihrem Programm.',
  ],
  how: 'So folgen Sie einem Feed',
  howSteps: [
    'Öffnen Sie ein Programm, das Feeds lesen kann. Outlook und Thunderbird können es, außerdem gibt es eigene Leseprogramme für Rechner und Telefon.',
    'Kopieren Sie eine der Adressen von dieser Seite.',
    'Wählen Sie im Programm „Feed hinzufügen“ oder „Abonnieren“, und fügen Sie die Adresse ein.',
  ],
  howNote:
    'Wenn Sie einen Feed im Browser öffnen, sehen Sie seinen Quelltext. Das ist in Ordnung: Lesbar wird er im Leseprogramm.',
  all: 'Alle Feeds',
  titleWithFormat: (title: string, format: string) => `${title} (${format})`,
  copy: (title: string) => `Adresse kopieren: ${title}`,
  copyShort: 'Kopieren',
  copied: 'Adresse kopiert',
  opml: 'Alle Feeds auf einmal als OPML-Datei',
  opmlNote: 'Viele Leseprogramme lesen eine solche Liste ein und folgen dann allen Feeds, die darin stehen.',
  formats: 'RSS, Atom und JSON Feed enthalten dasselbe. Nehmen Sie RSS, wenn Ihr Programm nichts anderes verlangt.',
};
