import { type NameFault, nameFaultWords, type SpecialFile, specialFileWords } from '../terms.ts';
import { type YamlFault, yamlSentences } from '../yaml.ts';
import { error, quoted, warning } from './rule.ts';

interface UnknownFile {
  name: string;
  form: string;
  faults?: readonly NameFault[];
  suggestion?: string;
}

/** Files, folders and the front matter as a whole. */
export const fileRules = {
  notUtf8: error(() => ({
    found: 'Zeichen, die nicht in UTF-8 gespeichert sind',
    expected: 'eine Textdatei in UTF-8',
    advice: 'Speichern Sie die Datei in Ihrem Editor mit der Kodierung UTF-8.',
  })),
  frontMatterMissing: error(() => ({
    found: 'keinen Kopf',
    expected: 'einen Kopf zwischen zwei Zeilen aus „---“ am Anfang der Datei',
    advice: 'Beginnen Sie die Datei mit „---“, den Feldern und noch einmal „---“.',
  })),
  frontMatterLanguage: error(({ language }: { language: string }) => ({
    found: `einen Kopf in der Sprache ${quoted(language)}`,
    expected: 'einen Kopf in YAML',
    advice: `Löschen Sie ${quoted(language)} hinter „---“. Der Kopf wurde nicht ausgeführt.`,
  })),
  frontMatterOpen: error(() => ({
    found: 'einen Kopf ohne Ende',
    expected: 'eine Zeile aus „---“ zwischen den Feldern und dem Text',
    advice: 'Ergänzen Sie die Zeile „---“ nach dem letzten Feld.',
  })),
  yamlBroken: error((fault: YamlFault) => yamlSentences(fault)),
  unknownFile: error(({ name, form, faults = [], suggestion }: UnknownFile) => ({
    found: [quoted(name), faults.map((fault) => nameFaultWords[fault]).join(', ')].filter(Boolean).join(': '),
    expected: form,
    advice: suggestion
      ? `Benennen Sie „${name}“ um in „${suggestion}“. Was nicht veröffentlicht werden soll, gehört in einen anderen Ordner.`
      : 'Geben Sie einen solchen Namen. Was nicht veröffentlicht werden soll, gehört in einen anderen Ordner.',
  })),
  imprintFile: error(({ name }: { name: string }) => ({
    found: `die Datei ${quoted(name)}; sie erscheint nirgends`,
    expected: 'die Angaben für das Impressum als Felder in content/site.md; daraus entsteht die Seite /impressum/',
    advice:
      'Tragen Sie unter „publishers“ und „responsible“ in content/site.md ein, was fehlt, und löschen Sie die Datei. docs/einrichten.md nennt jedes Feld.',
  })),
  copiedFile: error(({ name, original }: { name: string; original: string }) => ({
    found: `${quoted(name)}, eine Kopie von ${quoted(original)}`,
    expected: 'jeden Text und jede Ausgabe nur einmal',
    advice:
      'Löschen Sie die Kopie. Soll etwas Eigenes daraus werden, geben Sie ihr einen eigenen Namen, und löschen Sie in ihr die Zeile „id“.',
  })),
  notAPlainFile: error(({ path, kind }: { path: string; kind: SpecialFile }) => ({
    found: `${specialFileWords[kind]}: ${quoted(path)}`,
    expected:
      'in content/ und public/ nur gewöhnliche Dateien und Ordner, damit nichts von anderswo veröffentlicht wird',
    advice:
      kind === 'link'
        ? 'Löschen Sie die Verknüpfung, und legen Sie die Datei selbst an ihre Stelle, wenn sie erscheinen soll.'
        : 'Entfernen Sie, was dort liegt.',
  })),
  unusedFile: warning(({ name }: { name: string }) => ({
    found: `die Datei ${quoted(name)}, die nirgends genannt ist und deshalb nicht erscheint`,
    expected: 'nur Beiträge und Dateien, die unter „image“, „pictures“ oder „attachments“ stehen',
    advice: 'Nennen Sie die Datei dort, wo sie erscheinen soll, oder legen Sie sie in einen anderen Ordner.',
  })),
  folderInIssue: warning(({ name }: { name: string }) => ({
    found: `den Ordner ${quoted(name)}, den das Programm nicht liest`,
    expected: 'alle Dateien einer Ausgabe unmittelbar in ihrem Ordner',
    advice: 'Legen Sie, was erscheinen soll, in den Ordner der Ausgabe, und löschen Sie den inneren Ordner.',
  })),
  placeholder: error(({ text, isDraft }: { text: string; isDraft: boolean }) => ({
    found: `${quoted(text)} aus der Vorlage`,
    expected: 'Ihren eigenen Text',
    advice: `Ersetzen Sie den Platzhalter.${isDraft ? '' : ' Soll der Text noch nicht erscheinen, schreiben Sie „draft: true“ in den Kopf.'}`,
  })),
  placeholderName: warning(({ name, suggestion }: { name: string; suggestion?: string }) => ({
    found: `den Namen ${quoted(name)} aus der Vorlage; er wird Teil der Adresse, die sich nie mehr ändert`,
    expected: 'einen Namen, der sagt, worum es geht',
    advice: `Benennen Sie die Datei um${suggestion ? `, zum Beispiel in „${suggestion}“` : ''}, bevor der Beitrag erscheint.`,
  })),
  indexMissing: error(() => ({
    found: 'einen Ordner ohne index.md',
    expected: 'die Datei index.md mit Titel und Vorspann der Ausgabe',
    advice: 'Legen Sie index.md an oder entfernen Sie den Ordner.',
  })),
  siteMissing: error(({ file }: { file: string }) => ({
    found: `keine Datei ${file.replace(/^content\//, '')}`,
    expected: `die Datei ${file}`,
    advice: 'Legen Sie die Datei an; eine Vorlage steht in den Beispielinhalten des Produkts.',
  })),
} as const;
