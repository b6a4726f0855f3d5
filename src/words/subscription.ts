import { plural } from './phrases.ts';

/**
 * What the Abo says: the form, the service's pages, and its mails. Publishers' names stand behind a colon, where German
 * asks for no case and no article.
 */

export const consentWords = {
  /** What a reader agrees to; a changed word is a new version of the consent. */
  text: (title: string, publishers: string, frequency: string | undefined) =>
    `Ich möchte den Newsletter „${title}“ (Herausgeber: ${publishers}) per E-Mail erhalten.${frequency ? ` Er erscheint ${frequency}.` : ''} Ich kann meine Einwilligung jederzeit mit Wirkung für die Zukunft widerrufen, zum Beispiel über den Abmeldelink in jeder Ausgabe. Ob ich E-Mails öffne und worauf ich klicke, wird nicht gemessen.`,
};

export const formWords = {
  email: 'E-Mail-Adresse',
  /** A field that people don't see; programs that fill in everything do. */
  trap: 'Dieses Feld bitte leer lassen',
  privacy: 'Einzelheiten stehen in den',
  privacyLink: 'Datenschutzhinweisen',
  button: 'Newsletter abonnieren',
  next: 'Sie bekommen danach eine E-Mail, mit der Sie die Anmeldung bestätigen. Erst dann sind Sie angemeldet.',
  /** WCAG 3.3.1 and 3.3.3: what is wrong, and what would be right. */
  addressBeyondAscii:
    'An eine Adresse mit Umlauten oder anderen besonderen Buchstaben vor dem @ können wir nichts schicken: Unser Mailserver kann das nicht. Bitte nehmen Sie eine andere Adresse.',
  notAnAddress: 'Das ist keine vollständige E-Mail-Adresse. Sie hat die Form name@beispiel.de.',
};

export interface PageWords {
  title: string;
  paragraphs: readonly string[];
}

/** The service's answers as pages; each is the same for everyone in the same situation. */
export const servicePages = {
  notAnAddress: { title: 'Bitte prüfen Sie Ihre Adresse', paragraphs: [] },
  formChanged: {
    title: 'Bitte bestellen Sie noch einmal',
    paragraphs: ['Seit Sie die Seite geöffnet haben, hat sich der Text der Einwilligung geändert.'],
  },
  requested: {
    title: 'Bitte sehen Sie in Ihr Postfach',
    paragraphs: [
      'Wir haben Ihre Bestellung erhalten. In den nächsten Minuten bekommen Sie eine E-Mail. Öffnen Sie den Link darin, und bestätigen Sie Ihre Anmeldung.',
      'Es kommt nichts an? Sehen Sie im Ordner für unerwünschte E-Mails nach. An dieselbe Adresse schreiben wir höchstens einmal in der Stunde.',
    ],
  },
  busy: {
    title: 'Zurzeit kommen zu viele Anmeldungen',
    paragraphs: [
      'Zum Schutz vor Missbrauch nehmen wir nur eine bestimmte Zahl von Anmeldungen in der Stunde an. Ihre Adresse haben wir nicht gespeichert. Bitte versuchen Sie es in einer Stunde noch einmal.',
      'Der RSS-Feed bringt Ihnen dieselben Inhalte, ganz ohne Anmeldung.',
    ],
  },
  confirm: {
    title: 'Anmeldung bestätigen',
    paragraphs: ['Mit einem Klick auf die Schaltfläche bestätigen Sie, dass Sie den Newsletter bestellt haben.'],
    button: 'Anmeldung bestätigen',
  },
  confirmed: {
    title: 'Sie sind angemeldet',
    paragraphs: [
      'Ihre Anmeldung ist bestätigt. Die nächste Ausgabe kommt in Ihr Postfach.',
      'In den nächsten Minuten bekommen Sie eine E-Mail mit einem Link, über den Sie sich jederzeit wieder abmelden können. Er steht auch in jeder Ausgabe.',
    ],
  },
  notConfirmable: {
    title: 'Dieser Link gilt nicht mehr',
    paragraphs: [
      'Haben Sie die Anmeldung schon bestätigt? Dann ist alles in Ordnung, und Sie brauchen nichts zu tun.',
      'Sonst ist die Frist abgelaufen, oder der Link ist unvollständig. Bestellen Sie den Newsletter dann bitte noch einmal.',
    ],
  },
  unsubscribe: {
    title: 'Newsletter abbestellen',
    paragraphs: [],
    button: 'Newsletter abbestellen',
  },
  unsubscribed: {
    title: 'Sie sind abgemeldet',
    paragraphs: ['Wenn das ein Versehen war, bestellen Sie den Newsletter einfach neu.'],
  },
  /** Where one asks for the link to leave. */
  wayOut: {
    title: 'Abmelden',
    paragraphs: [
      'Sie haben gerade keine Ausgabe zur Hand? Nennen Sie Ihre Adresse. Wir schicken Ihnen einen Link, mit dem Sie Ihr Abo beenden.',
    ],
  },
  wayOutRequested: {
    title: 'Bitte sehen Sie in Ihr Postfach',
    paragraphs: [
      'Gibt es zu dieser Adresse ein Abo, bekommen Sie in den nächsten Minuten eine E-Mail mit dem Link zum Abmelden.',
      'Es kommt nichts an? Dann gibt es zu der Adresse kein Abo, oder die E-Mail liegt im Ordner für unerwünschte. Eine Ausgabe, die an eine Sammeladresse geht, bestellt ab, wer diese Adresse nennt.',
    ],
  },
  notSubscribed: {
    title: 'Hier gibt es kein Abo mehr',
    paragraphs: [
      'Zu diesem Link gehört kein laufendes Abo. Vielleicht sind Sie schon abgemeldet, oder der Link ist unvollständig.',
      'Bekommen Sie trotzdem noch Ausgaben, schreiben Sie uns bitte; die Adresse steht im Impressum.',
    ],
  },
  foreignOrigin: {
    title: 'Das hat nicht geklappt',
    paragraphs: [
      'Die Eingabe kam nicht von unserer Seite, oder Ihr Browser verschweigt, woher sie kommt. Rufen Sie die Seite bitte direkt auf, und versuchen Sie es noch einmal.',
    ],
  },
  tooLarge: {
    title: 'Das ist zu viel',
    paragraphs: ['Die Eingabe ist zu lang. Das Formular braucht nur Ihre E-Mail-Adresse.'],
  },
  notFound: {
    title: 'Diese Seite gibt es nicht',
    paragraphs: ['Unter dieser Adresse ist nichts zu finden. Vielleicht ist der Link unvollständig.'],
  },
  failed: {
    title: 'Das hat nicht geklappt',
    paragraphs: ['Auf unserer Seite ist ein Fehler aufgetreten. Bitte versuchen Sie es später noch einmal.'],
  },
} as const satisfies Record<string, PageWords & { button?: string }>;

/** Whose subscription it is, on the pages that end it: the address shortened, since a mail may have been passed on. */
export const ownerWords = {
  unsubscribe: (address: string) =>
    `Mit einem Klick auf die Schaltfläche beenden Sie das Abo von ${address}. Es gilt sofort. Ist das nicht Ihre Adresse, hat Ihnen jemand die Ausgabe weitergegeben; dann brauchen Sie nichts zu tun.`,
  unsubscribed: (address: string) =>
    `An ${address} schicken wir den Newsletter nicht mehr. Eine letzte E-Mail bestätigt das.`,
  already: 'Sie bekommen den Newsletter nicht mehr.',
};

/** The form that asks for the link to leave. */
export const leaveFormWords = {
  title: 'Abmelden',
  text: 'Der Link zum Abmelden steht in jeder Ausgabe und schon in der ersten E-Mail nach Ihrer Anmeldung. Haben Sie keine davon zur Hand, schicken wir Ihnen den Link:',
  email: 'E-Mail-Adresse des Abos',
  button: 'Link zum Abmelden schicken',
};

/** What the build leaves open in the service's frame. */
export const shellSlots = { title: '[[Titel]]', content: '[[Inhalt]]' } as const;

export const serviceFrameWords = {
  /** Only where the site's own frame is missing. */
  pageTitle: (title: string, site: string) => `${title} – ${site}`,
  toForm: 'Zur Seite „Abo und RSS“',
  imprint: 'Impressum',
  privacy: 'Datenschutz',
};

const hours = (count: number) => plural(count, 'Stunde', 'Stunden');
const days = (count: number) => plural(count, 'Tag', 'Tagen');

/** A line of its own, behind which the text goes on. */
const greeting = 'Guten Tag,';

/** Mails of the service. They hold nothing that a stranger typed, no advertising, and no link but the needed ones. */
export const mailTexts = {
  /** A changed word is a new version of this mail, which is kept with the proofs. */
  confirm: (facts: {
    title: string;
    publishers: string;
    requestedAt: string;
    validHours: number;
    purgeDays: number;
  }) => ({
    subject: `Bitte bestätigen Sie Ihre Anmeldung zum Newsletter ${facts.title}`,
    greeting,
    paragraphs: [
      `am ${facts.requestedAt} wurde für diese E-Mail-Adresse der Newsletter „${facts.title}“ bestellt (Herausgeber: ${facts.publishers}). Wenn Sie das waren, öffnen Sie bitte diesen Link, und bestätigen Sie dort die Anmeldung:`,
      `Der Link gilt ${hours(facts.validHours)}. Danach bekommen Sie jede neue Ausgabe und können sich jederzeit wieder abmelden.`,
      `Sie haben nichts bestellt? Dann brauchen Sie nichts zu tun: Ohne Bestätigung bekommen Sie keinen Newsletter, und wir löschen die Adresse nach ${days(facts.purgeDays)}.`,
    ],
    link: 'Anmeldung bestätigen',
  }),
  already: (facts: { title: string; publishers: string }) => ({
    subject: `Sie haben den Newsletter ${facts.title} schon abonniert`,
    greeting,
    paragraphs: [
      `für diese E-Mail-Adresse wurde der Newsletter „${facts.title}“ bestellt (Herausgeber: ${facts.publishers}). Sie haben ihn schon abonniert. Es bleibt alles, wie es ist, und Sie brauchen nichts zu tun.`,
      'Wenn Sie den Newsletter nicht mehr möchten, melden Sie sich hier ab:',
    ],
  }),
  welcome: (facts: { title: string; publishers: string; newest: string | undefined }) => ({
    subject: `Willkommen beim Newsletter ${facts.title}`,
    greeting,
    paragraphs: [
      `Sie haben den Newsletter „${facts.title}“ abonniert (Herausgeber: ${facts.publishers}). Die nächste Ausgabe kommt in dieses Postfach.${facts.newest ? ' Bis dahin können Sie die neueste auf der Website lesen:' : ''}`,
      'Abmelden können Sie sich jederzeit. Der Link dazu steht in jeder Ausgabe und hier:',
    ],
    newest: facts.newest ? `Neueste Ausgabe: ${facts.newest}` : undefined,
  }),
  goodbye: (facts: { title: string; publishers: string; endedAt: string; isOneClick: boolean }) => ({
    subject: `Sie sind vom Newsletter ${facts.title} abgemeldet`,
    greeting,
    paragraphs: [
      `am ${facts.endedAt} wurde für diese E-Mail-Adresse der Newsletter „${facts.title}“ abbestellt (Herausgeber: ${facts.publishers}), ${facts.isOneClick ? 'mit einem Klick im Mailprogramm' : 'über die Seite zum Abmelden'}. Das gilt seitdem; Sie bekommen keine Ausgabe und nach dieser auch keine E-Mail mehr von uns.`,
      'Sie waren das nicht? Vielleicht hat jemand, dem Sie eine Ausgabe weitergegeben haben, den Link darin benutzt. Dann bestellen Sie den Newsletter hier wieder:',
    ],
    back: 'Newsletter wieder bestellen',
  }),
  wayOut: (facts: { title: string; publishers: string }) => ({
    subject: `Ihr Link zum Abmelden vom Newsletter ${facts.title}`,
    greeting,
    paragraphs: [
      `für diese E-Mail-Adresse wurde ein Link zum Abmelden vom Newsletter „${facts.title}“ angefordert (Herausgeber: ${facts.publishers}). Mit diesem Link beenden Sie das Abo:`,
      'Sie haben das nicht angefordert? Dann brauchen Sie nichts zu tun, und es bleibt alles, wie es ist.',
    ],
  }),
  /** The first mail to an address whose domain got another name. */
  renamed: (facts: { title: string; publishers: string; former: string; email: string }) => ({
    subject: `Der Newsletter ${facts.title} kommt jetzt an Ihre neue Adresse`,
    paragraphs: [
      `Guten Tag, Sie haben den Newsletter „${facts.title}“ unter ${facts.former} bestellt (Herausgeber: ${facts.publishers}). Diese Adresse lautet jetzt ${facts.email}, weil Ihre Verwaltung einen neuen Namen im Netz hat. Neue Ausgaben schicken wir deshalb hierher.`,
      'Sonst ändert sich nichts; Sie brauchen nichts zu tun. Ihre Einwilligung gilt weiter, und die Links zum Abmelden in früheren Ausgaben tun es auch.',
      'Gehört diese Adresse nicht derselben Person, oder möchten Sie den Newsletter nicht mehr? Mit diesem Link ist das Abo beendet:',
    ],
  }),
  /** What the link to leave is called in all of them. */
  leave: 'Abo beenden',
};

/** In the wording that is kept with the proofs, what stands for that which differs from one mail to the next. */
export const mailSlots = {
  requestedAt: '[Tag und Uhrzeit der Bestellung]',
  /** The same with seconds, in mails from before 2026-12. */
  requestedAtSecond: '[Zeitpunkt der Bestellung]',
  link: '[Link zum Bestätigen]',
} as const;

/** What an alarm calls the limit that is full. */
const limitNames = {
  prefix: 'aus einem Netz',
  domain: 'für Adressen einer Domain',
  total: 'insgesamt',
};

/** Mails to the editors; no reader's address stands in them. */
export const alarmTexts = {
  limit: (kind: keyof typeof limitNames, most: number) => ({
    subject: 'Abo: ungewöhnlich viele Anmeldungen',
    paragraphs: [
      `Die Grenze von ${most} Anmeldungen in der Stunde ${limitNames[kind]} ist erreicht. Weitere werden abgewiesen, bis wieder Platz ist; wer schon angemeldet ist, merkt davon nichts.`,
      'Vielleicht missbraucht jemand das Formular, vielleicht wurde der Newsletter gerade irgendwo empfohlen. Die Grenzen stellt der Betrieb ein; Näheres steht in docs/betrieb.md. Die nächste Nachricht dieser Art kommt frühestens in sechs Stunden.',
    ],
  }),
};
