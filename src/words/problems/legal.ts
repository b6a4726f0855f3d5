import { type FieldNames, fieldWords, type LegalForm } from '../terms.ts';
import { error, legalForm, quoted, warning, withFields } from './rule.ts';

const either = new Intl.ListFormat('de', { type: 'disjunction' });
const gapFields = (kinds: readonly string[]) => `je Inhalt mit part, kind (${either.format(kinds)}) und reason`;

/** Accessibility statement, privacy notice, Leichte Sprache. */
export const legalRules = {
  stateFactMissing: error(({ field, state, fields }: { field: string; state: string; fields?: FieldNames }) => ({
    found: `keine Angabe „${fieldWords[field] ?? field}“, und für ${state} ist sie in der Kurrende nicht hinterlegt`,
    expected: 'diese Angabe; sie richtet sich nach dem Recht des Landes',
    advice: `Sehen Sie im Landesrecht nach und ergänzen Sie „${field}“${withFields(fields)}.`,
  })),
  senderUndeclared: error(() => ({
    found: 'ein Abo per E-Mail (aboUrl) ohne Absender',
    expected: '„mail“ mit from (darunter name und address) und listId',
    advice: 'Ergänzen Sie „mail“. Soll es kein Abo per E-Mail geben, löschen Sie „aboUrl“.',
  })),
  subscriptionUndeclared: error(() => ({
    found: 'ein Abo per E-Mail (aboUrl), von dem die Datenschutzhinweise nichts sagen',
    expected: '„subscription“ in content/legal/datenschutz.md (Art. 13 DSGVO)',
    advice: 'Ergänzen Sie „subscription: {}“; dann gelten die üblichen Fristen.',
  })),
  assessorMissing: error(() => ({
    found: 'eine Prüfung durch Dritte, ohne zu sagen, durch wen',
    expected: '„assessor“ mit dem Namen der Prüfstelle',
    advice: 'Ergänzen Sie „assessor“, oder schreiben Sie „method: self-assessment“, wenn Sie selbst geprüft haben.',
  })),
  fullyCompliantUnproven: error(() => ({
    found: 'die Aussage „vollständig vereinbar“ ohne Nachweis',
    expected: 'unter „assessment“ die Prüfstelle (assessor) oder einen Bericht (report)',
    advice:
      'Ergänzen Sie, worauf sich die Aussage stützt; sonst schreiben Sie „status: partially-compliant“ und nennen die Lücken.',
  })),
  fullyCompliantWithGaps: error(({ gaps }: { gaps: number }) => ({
    found: `die Aussage „vollständig vereinbar“ und ${gaps === 1 ? 'einen Inhalt, der' : `${gaps} Inhalte, die`} nicht barrierefrei ${gaps === 1 ? 'ist' : 'sind'}`,
    expected: 'eine Aussage, die zu den Lücken (gaps) passt',
    advice: 'Schreiben Sie „status: partially-compliant“, oder löschen Sie die Lücken, die behoben sind.',
  })),
  gapsToCome: warning(({ kinds }: { kinds: readonly string[] }) => ({
    found: 'eine Erklärung, in der noch kein „status“ steht und keine Lücke (gaps)',
    expected:
      'unter „gaps“ jeden Inhalt, der nicht barrierefrei ist, sobald „status“ partially-compliant oder not-compliant ist',
    advice: `Ergänzen Sie „gaps“ zusammen mit „status“, ${gapFields(kinds)}; nur mit „status: fully-compliant“ kommt die Erklärung ohne aus.`,
  })),
  gapsMissing: error(({ kinds }: { kinds: readonly string[] }) => ({
    found: 'eine Website, die nicht ganz barrierefrei ist, und keinen Inhalt, an dem das liegt',
    expected: 'unter „gaps“ jeden solchen Inhalt mit Grund und Ausweg',
    advice: `Ergänzen Sie „gaps“, ${gapFields(kinds)}.`,
  })),
  reviewedEarly: error(({ created, reviewed }: { created: string; reviewed: string }) => ({
    found: `eine Überprüfung am ${reviewed}, bevor die Erklärung am ${created} erstellt wurde`,
    expected: 'einen Tag am Tag der Erstellung oder danach',
    advice: 'Korrigieren Sie „reviewedOn“ oder „createdOn“.',
  })),
  reviewAhead: warning(({ day }: { day: string }) => ({
    found: `eine Überprüfung am ${day}, der noch kommt`,
    expected: 'den Tag, an dem die Erklärung zuletzt überprüft worden ist',
    advice: 'Korrigieren Sie „reviewedOn“.',
  })),
  reviewDue: warning(({ day, age }: { day: string; age: number }) => ({
    found: `eine Erklärung zur Barrierefreiheit, die zuletzt am ${day} überprüft wurde, vor ${age} Tagen`,
    expected: 'eine Überprüfung in jedem Jahr und nach jeder größeren Änderung',
    advice: 'Prüfen Sie die Website, bringen Sie die Angaben auf den Stand und setzen Sie „reviewedOn“ neu.',
  })),
  publicTaskActMissing: error(({ form, state }: { form: LegalForm; state: string }) => ({
    found: `keine Vorschrift, auf die sich die Verarbeitung von Daten in ${state} ${legalForm(form)} stützt`,
    expected: '„publicTaskAct“ mit der Vorschrift im Datenschutzgesetz des Landes (zu Art. 6 Abs. 1 Buchst. e DSGVO)',
    advice:
      'Fragen Sie Ihre Datenschutzbeauftragte oder Ihren Datenschutzbeauftragten und ergänzen Sie „publicTaskAct“.',
  })),
  severalSentences: warning(({ text }: { text: string }) => ({
    found: `mehrere Sätze in einer Zeile: ${quoted(text)}`,
    expected: 'in Leichter Sprache je Satz eine eigene Zeile',
    advice: 'Beginnen Sie nach jedem Satz eine neue Zeile.',
  })),
} as const;
