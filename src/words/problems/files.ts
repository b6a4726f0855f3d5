import { type YamlFault, yamlSentences } from '../yaml.ts';
import { error, quoted } from './rule.ts';

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
  unknownFile: error(({ name, form }: { name: string; form: string }) => ({
    found: quoted(name),
    expected: form,
    advice: 'Benennen Sie um, was zur Ausgabe gehört; löschen Sie, was nicht hierher gehört.',
  })),
  indexMissing: error(() => ({
    found: 'einen Ordner ohne index.md',
    expected: 'die Datei index.md mit Titel und Vorspann der Ausgabe',
    advice: 'Legen Sie index.md an oder entfernen Sie den Ordner.',
  })),
  siteMissing: error(({ name }: { name: string }) => ({
    found: `keine Datei ${name}`,
    expected: `die Datei content/${name}`,
    advice: 'Legen Sie die Datei an; eine Vorlage steht in den Beispielinhalten des Produkts.',
  })),
} as const;
