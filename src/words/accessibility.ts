/** What the accessibility statement says by itself; the rest is the record in `content/legal/barrierefreiheit.md`. */

export const statementWords = {
  title: 'Erklärung zur Barrierefreiheit',
  description: (site: string) => `Wie barrierefrei „${site}“ ist, was noch fehlt und wo Sie Barrieren melden können.`,
  example:
    'Der Herausgeber dieser Website ist ein erfundenes Beispiel. Wer das Programm übernimmt, prüft die eigene Website und schreibt auf, was dabei herauskommt.',
  commitment: (names: string) =>
    `Wir (Herausgeber: ${names}) wollen die Angebote, für die diese Erklärung gilt, allen zugänglich machen.`,
  law: (act: string) => `Grundlage: ${act}.`,
  scope: 'Wofür diese Erklärung gilt',
  status: 'Wie barrierefrei die Angebote sind',
  standard: (standard: string) => `Maßstab ist die Europäische Norm ${standard}.`,
  statuses: {
    'fully-compliant': 'Die Angebote sind mit der Norm vollständig vereinbar.',
    'partially-compliant':
      'Die Angebote sind mit der Norm teilweise vereinbar. Woran es fehlt, steht im nächsten Abschnitt.',
    'not-compliant': 'Die Angebote sind mit der Norm nicht vereinbar. Woran es fehlt, steht im nächsten Abschnitt.',
  },
  gaps: 'Was nicht barrierefrei ist',
  gapKinds: {
    'non-compliance': 'Mit der Norm nicht vereinbar',
    'disproportionate-burden': 'Unverhältnismäßige Belastung',
    'out-of-scope': 'Vom Gesetz ausgenommen',
  },
  noGaps: {
    'non-compliance': 'Uns sind keine Inhalte bekannt, die mit der Norm nicht vereinbar sind.',
    'disproportionate-burden': 'Auf eine unverhältnismäßige Belastung berufen wir uns nicht.',
    'out-of-scope': 'Inhalte, die das Gesetz ausnimmt, sind uns hier nicht bekannt.',
  },
  withClause: (text: string, clause: string) => `${text} (${clause})`,
  reason: (text: string) => `Grund: ${text}`,
  alternative: (text: string) => `Stattdessen: ${text}`,
  plannedFor: (day: string) => `Behoben werden soll das bis zum ${day}.`,
  preparation: 'Wie diese Erklärung entstanden ist',
  createdOn: 'Erstellt am',
  assessment: 'Geprüft',
  methods: {
    'self-assessment': (day: string) => `in einer Selbstbewertung am ${day}`,
    'third-party': (day: string) => `durch eine Prüfstelle am ${day}`,
  },
  assessor: 'Prüfstelle',
  report: 'Prüfbericht',
  reviewedOn: 'Zuletzt überprüft am',
  feedback: 'Barrieren melden',
  feedbackText:
    'Ist Ihnen etwas aufgefallen, das Sie behindert? Möchten Sie wissen, warum etwas noch nicht zugänglich ist, oder brauchen Sie einen Inhalt, der ausgenommen ist, in anderer Form? Schreiben Sie uns.',
  unit: 'Zuständig',
  email: 'E-Mail',
  emailSubject: 'Barriere melden',
  phone: 'Telefon',
  form: 'Formular',
  enforcement: 'Wenn wir uns nicht einigen',
  enforcementText:
    'Haben Sie auf Ihre Meldung keine Antwort bekommen, oder hilft die Antwort Ihnen nicht weiter? Dann können Sie die Schlichtungsstelle einschalten. Sie vermittelt zwischen Menschen mit Behinderungen und öffentlichen Stellen.',
  conciliationBody: 'Schlichtungsstelle',
  procedure: 'Ablauf des Verfahrens',
  furtherRemarks: 'Weitere Hinweise',
  asData: 'Diese Erklärung als Datei für Programme (JSON)',
};
