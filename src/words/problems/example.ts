import { error, quoted, warning } from './rule.ts';

/** What is left of the content that ships as an example. */
export const exampleRules = {
  exampleData: warning(() => ({
    found: 'Beispieldaten (example: true)',
    expected: 'die Angaben des wirklichen Herausgebers, bevor veröffentlicht wird',
    advice: 'Ersetzen Sie die Angaben in content/site.md und löschen Sie die Zeile „example“.',
  })),
  exampleRelease: error(() => ({
    found: 'Beispieldaten (example: true)',
    expected: 'Ihre eigenen Angaben; mit denen des Beispiels wird nicht veröffentlicht',
    advice: 'Ersetzen Sie alles in dieser Datei, auch den Text unter dem Kopf. Löschen Sie dann die Zeile „example“.',
  })),
  exampleHost: error(({ host }: { host: string }) => ({
    found: `die Adresse ${quoted(host)} aus einem Beispiel`,
    expected: 'eine Adresse, die Ihnen gehört; solche Namen vergibt niemand (RFC 2606)',
    advice: 'Ersetzen Sie die Angabe, und prüfen Sie, was sonst in dieser Datei noch aus dem Beispiel stammt.',
  })),
  exampleId: error(({ host }: { host: string }) => ({
    found: `eine Kennung mit dem Namen ${quoted(host)}, wie die Beispiele sie haben`,
    expected: 'Ihre eigenen Ausgaben und Beiträge',
    advice:
      'Löschen Sie das Beispiel. Ist der Text von Ihnen und noch nicht erschienen, löschen Sie die Zeile „id“; „npm run check -- --fix“ vergibt eine neue.',
  })),
  exampleName: error(({ name }: { name: string }) => ({
    found: `${quoted(name)}, einen Namen aus dem mitgelieferten Beispiel`,
    expected: 'wie es in Ihrem Haus heißt',
    advice: 'Ersetzen Sie den Namen, oder löschen Sie die Stelle.',
  })),
  exampleAddress: error(({ text }: { text: string }) => ({
    found: `${quoted(text)}, eine Anschrift aus dem mitgelieferten Beispiel`,
    expected: 'die Anschrift Ihres Hauses',
    advice: 'Schreiben Sie Straße, Postleitzahl und Ort, unter denen Sie zu erreichen sind.',
  })),
  examplePhone: error(({ phone }: { phone: string }) => ({
    found: `die Telefonnummer ${quoted(phone)} aus dem mitgelieferten Beispiel`,
    expected: 'eine Nummer, unter der jemand abnimmt; diese ist erfunden',
    advice: 'Ersetzen Sie die Nummer, oder löschen Sie die Stelle.',
  })),
  exampleSentence: error(({ text }: { text: string }) => ({
    found: `den Satz ${quoted(text)} aus dem mitgelieferten Beispiel`,
    expected: 'Ihren eigenen Text',
    advice: 'Schreiben Sie, was bei Ihnen gilt, oder löschen Sie die Stelle.',
  })),
  exampleFile: error(({ file }: { file: string }) => ({
    found: `die Datei ${quoted(file)} aus dem mitgelieferten Beispiel`,
    expected: 'Ihre eigenen Dateien',
    advice: 'Legen Sie Ihre Datei an diese Stelle, oder löschen Sie sie.',
  })),
  exampleTitle: warning(({ name }: { name: string }) => ({
    found: `${quoted(name)}, wie es im mitgelieferten Beispiel heißt`,
    expected: 'den Namen Ihrer Veröffentlichung, auch bei Redaktion und Absender',
    advice: 'Ersetzen Sie den Namen. Heißt Ihre Veröffentlichung wirklich so, lassen Sie ihn stehen.',
  })),
} as const;
