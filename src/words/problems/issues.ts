import { error, quoted, similar, warning } from './rule.ts';

/** Issues and articles. */
export const issueRules = {
  impossibleWeek: error(({ key, weeks, year }: { key: string; weeks: number; year: number }) => ({
    found: quoted(key),
    expected: `eine Kalenderwoche, die es gibt: ${year} hat ${weeks} Wochen; die zweite Woche einer Doppelausgabe folgt auf die erste`,
    advice: 'Benennen Sie den Ordner nach der richtigen Woche.',
  })),
  idMissing: error(() => ({
    found: 'keine Kennung (id)',
    expected: 'eine Kennung, an der Feed-Programme den Beitrag wiedererkennen',
    advice: 'Rufen Sie „npm run check -- --fix“ auf; das trägt eine ein.',
  })),
  duplicateId: error(({ other }: { other: string }) => ({
    found: `dieselbe Kennung wie in ${other}`,
    expected: 'je Ausgabe und Beitrag eine eigene Kennung',
    advice: 'Löschen Sie die Zeile „id“ in der jüngeren Datei und rufen Sie „npm run check -- --fix“ auf.',
  })),
  duplicateAddress: error(({ address, other }: { address: string; other: string }) => ({
    found: `die Adresse ${address}, die schon ${other} hat`,
    expected: 'je Seite eine eigene Adresse',
    advice: 'Ändern Sie den Dateinamen, das Kürzel oder die frühere Adresse.',
  })),
  duplicateNumber: warning(({ number, other }: { number: number; other: string }) => ({
    found: `die Nummer ${number}, die auch ${other} hat`,
    expected: 'je Beitrag einer Ausgabe eine eigene Nummer',
    advice: 'Geben Sie einem der Beiträge eine andere Nummer, damit die Reihenfolge feststeht.',
  })),
  dayOutsideWeek: warning(({ day, first, last }: { day: string; first: string; last: string }) => ({
    found: `den Tag ${day}`,
    expected: `einen Tag in der Woche der Ausgabe (${first} bis ${last})`,
    advice: 'Prüfen Sie „publishedOn“ und den Namen des Ordners.',
  })),
  mailingWithoutTime: error(() => ({
    found: 'einen Versand ohne Uhrzeit',
    expected: '„publishedOn“ mit einer Uhrzeit, wie 2026-12-03 10:00',
    advice: 'Ergänzen Sie die Uhrzeit, oder löschen Sie die Zeile „mailing“ und senden Sie mit npm run send.',
  })),
  releaseMissing: warning(() => ({
    found: 'keine Freigabe durch die vorgestellte Verwaltung',
    expected: '„releasedBy“ mit name und on; oder „source“, wenn der Bericht nacherzählt, was schon veröffentlicht ist',
    advice: 'Tragen Sie ein, wer den Praxisbericht wann freigegeben hat.',
  })),
  correctionMissing: error(() => ({
    found: 'ein Änderungsdatum ohne Erklärung',
    expected: '„correction“ mit einem Satz, was geändert wurde',
    advice: 'Ergänzen Sie „correction“; der Satz steht auf der Seite.',
  })),
  updatedOnMissing: error(() => ({
    found: 'eine Berichtigung ohne Datum',
    expected: '„updatedOn“ mit dem Tag der Änderung',
    advice: 'Ergänzen Sie „updatedOn“.',
  })),
  updatedEarly: error(({ updated, published }: { updated: string; published: string }) => ({
    found: `eine Änderung am ${updated}, vor der Veröffentlichung am ${published}`,
    expected: 'einen Tag am Erscheinungstag oder danach',
    advice: 'Korrigieren Sie „updatedOn“ oder „publishedOn“.',
  })),
  withdrawnMissing: error(() => ({
    found: 'den Tag eines Rückzugs ohne Grund',
    expected: '„withdrawn“ mit einem Satz, warum der Beitrag zurückgezogen ist',
    advice: 'Ergänzen Sie „withdrawn“, oder löschen Sie „withdrawnOn“.',
  })),
  reasonIsYes: error(({ text }: { text: string }) => ({
    found: `${quoted(text)} statt eines Grundes`,
    expected: 'einen ganzen Satz; er steht unter der Adresse des Beitrags',
    advice: 'Schreiben Sie, warum der Beitrag zurückgezogen ist. Ist er es nicht, löschen Sie die Zeile.',
  })),
  withdrawnOnMissing: warning(() => ({
    found: 'einen zurückgezogenen Beitrag ohne den Tag des Rückzugs',
    expected: '„withdrawnOn“ mit dem Tag; ohne ihn sagt keine Ausgabe den Rückzug an',
    advice: 'Ergänzen Sie „withdrawnOn“ in der Form JJJJ-MM-TT.',
  })),
  withdrawnEarly: error(({ withdrawn, published }: { withdrawn: string; published: string }) => ({
    found: `einen Rückzug am ${withdrawn}, vor der Veröffentlichung am ${published}`,
    expected: 'einen Tag am Erscheinungstag oder danach',
    advice: 'Korrigieren Sie „withdrawnOn“ oder „publishedOn“.',
  })),
  eventMissing: error(() => ({
    found: 'eine Veranstaltung ohne Termin',
    expected: '„event“ mit start und place',
    advice: 'Ergänzen Sie den Termin oder wählen Sie eine andere Art (kind).',
  })),
  eventOfOtherKind: error(({ kind }: { kind: string }) => ({
    found: `einen Termin in einem Beitrag der Art „${kind}“`,
    expected: '„kind: event“',
    advice: 'Ändern Sie die Art (kind) auf event oder entfernen Sie den Termin.',
  })),
  eventBeforePublication: warning(({ day, published }: { day: string; published: string }) => ({
    found: `eine Veranstaltung am ${day}, vor dem Erscheinen am ${published}`,
    expected: 'einen Termin, der beim Erscheinen noch bevorsteht',
    advice:
      'Prüfen Sie „start“ und „publishedOn“; über Vergangenes berichtet eine Nachricht (kind: news) ohne „event“.',
  })),
  eventEndsEarly: error(({ start, end }: { start: string; end: string }) => ({
    found: `Beginn ${start}, Ende ${end}`,
    expected: 'ein Ende nach dem Beginn, beide mit oder beide ohne Uhrzeit',
    advice: 'Korrigieren Sie „start“ oder „end“.',
  })),
  unknownTerm: error(({ text, nearest, list }: { text: string; nearest?: string; list: string }) => ({
    found: `${quoted(text)}; das steht nicht in content/terms.yaml`,
    expected: `ein Kürzel (slug) aus der Liste „${list}“`,
    advice: similar(nearest, 'tragen Sie den Begriff in content/terms.yaml ein.'),
  })),
} as const;
