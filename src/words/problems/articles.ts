import { error, quoted } from './rule.ts';

/** What an article says of its making and of other articles. */
export const articleRules = {
  notALanguage: error(({ text, corrected }: { text: string; corrected?: string }) => ({
    found: quoted(text),
    expected: 'das Kürzel einer Sprache: en für Englisch, nds für Niederdeutsch, nl für Niederländisch',
    advice: corrected
      ? `Schreiben Sie ${corrected}.`
      : 'Schreiben Sie das Kürzel (BCP 47), oder löschen Sie die Zeile.',
    ...(corrected && { correction: { from: text, to: corrected } }),
  })),
  reviewMissing: error(() => ({
    found: 'einen Text, den eine KI erzeugt hat und den niemand geprüft hat',
    expected: '„reviewedBy“ mit name und function und „reviewedOn“ mit dem Tag der Prüfung',
    advice: 'Lassen Sie den Text prüfen, und ergänzen Sie, wer es wann getan hat.',
  })),
  reviewerMissing: error(() => ({
    found: 'den Tag einer Prüfung, aber nicht, wer geprüft hat',
    expected: '„reviewedBy“ mit name und function',
    advice: 'Ergänzen Sie „reviewedBy“.',
  })),
  reviewedOnMissing: error(() => ({
    found: 'wer den Text geprüft hat, aber nicht, wann',
    expected: '„reviewedOn“ mit dem Tag der Prüfung',
    advice: 'Ergänzen Sie „reviewedOn“.',
  })),
  reviewWithoutMachine: error(() => ({
    found: 'eine Prüfung, zu der nicht gesagt ist, was eine KI am Text getan hat',
    expected: '„ai: assisted“ (eine KI hat geholfen) oder „ai: generated“ (eine KI hat ihn erzeugt)',
    advice: 'Ergänzen Sie „ai“, oder löschen Sie „reviewedBy“ und „reviewedOn“.',
  })),
  relatedNotAnArticle: error(({ url }: { url: string }) => ({
    found: `${quoted(url)}; das ist kein Beitrag dieser Website`,
    expected: 'die Datei eines Beitrags wie ../2026-kw01/01-jahr-mit-53-wochen.md, oder title und url',
    advice: 'Schreiben Sie für andere Seiten „title“ und „url“.',
  })),
};
