import { error, quoted, warning } from './rule.ts';

/** Fields that take plain text, and characters of the head. */
export const fieldRules = {
  fieldMark: warning(({ text }: { text: string }) => ({
    found: `${quoted(text)} in einem Feld ohne Auszeichnung; die Zeichen stehen überall, wie sie da sind`,
    expected: 'reinen Text: keine Sternchen, Links, Überschriften',
    advice: 'Löschen Sie die Zeichen; einen Link setzen Sie in den Text unter dem Kopf.',
  })),
  fieldHtml: warning(({ html }: { html: string }) => ({
    found: `HTML in einem Feld: ${quoted(html)}; es steht überall, wie es da ist`,
    expected: 'reinen Text',
    advice: 'Löschen Sie das HTML.',
  })),
  fieldEntity: warning(({ entity, character }: { entity: string; character: string }) => ({
    found: `„${entity}“ in einem Feld; so steht es überall`,
    expected: character.trim() === '' ? 'ein Leerzeichen' : `das Zeichen ${character}`,
    advice: 'Schreiben Sie das Zeichen selbst; „npm run check -- --fix“ tut es, wo es geht.',
  })),
  germanQuotes: warning(({ text }: { text: string }) => ({
    found: `deutsche Anführungszeichen um den Wert: ${quoted(text)}; sie gehören zum Text und sind überall zu sehen`,
    expected: 'um einen Wert keine Anführungszeichen oder gerade: "…"',
    advice: `Löschen Sie die Anführungszeichen. Ist es ein Zitat, setzen Sie gerade darum: "${text}".`,
  })),
  frontMatterDashes: error(() => ({
    found: 'Gedankenstriche statt „---“ vor dem Kopf; Word macht sie aus drei Strichen',
    expected: 'einen Kopf zwischen zwei Zeilen aus „---“ am Anfang der Datei',
    advice: 'Schreiben Sie drei gewöhnliche Striche; „npm run check -- --fix“ tut es.',
  })),
} as const;
