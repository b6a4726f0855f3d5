import { error, quoted, warning } from './rule.ts';

/** Events: what becomes of them, and how one gets in. */
export const eventRules = {
  eventPlaceMissing: error(() => ({
    found: 'einen Termin ohne Ort',
    expected: '„place“ mit dem Ort, „online“ mit der Adresse zum Teilnehmen oder beides',
    advice: 'Ergänzen Sie, wo die Veranstaltung stattfindet.',
  })),
  eventStateTwice: error(() => ({
    found: 'eine Veranstaltung, die abgesagt und verschoben ist',
    expected: 'entweder „cancelled“ oder „postponed“',
    advice: 'Löschen Sie das Feld, das nicht mehr gilt.',
  })),
  eventChangeUndated: warning(({ field }: { field: string }) => ({
    found: `${quoted(field)} ohne den Tag, seit dem es gilt`,
    expected: '„updatedOn“ und „correction“, mit denen die nächste Ausgabe es ihren Lesern sagt',
    advice: 'Ergänzen Sie „updatedOn“ mit dem Tag und „correction“ mit einem Satz.',
  })),
  previousStartAlone: error(() => ({
    found: 'einen früheren Beginn ohne Verschiebung',
    expected: '„postponed“ mit dem Grund, aus dem die Veranstaltung verschoben ist',
    advice: 'Ergänzen Sie „postponed“, oder löschen Sie „previousStart“.',
  })),
  previousStartSame: error(({ start }: { start: string }) => ({
    found: `${start} als früheren und als neuen Beginn`,
    expected: 'unter „start“ den neuen Beginn, unter „previousStart“ den bisherigen',
    advice: 'Tragen Sie unter „start“ den neuen Termin ein; ist er noch offen, löschen Sie „previousStart“.',
  })),
  deadlineLate: error(({ deadline, last }: { deadline: string; last: string }) => ({
    found: `eine Anmeldung bis ${deadline}, die Veranstaltung endet am ${last}`,
    expected: 'eine Frist, die spätestens am letzten Tag der Veranstaltung endet',
    advice: 'Korrigieren Sie „deadline“ oder den Termin.',
  })),
} as const;
