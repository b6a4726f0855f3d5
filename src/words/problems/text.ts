import { error, quoted, similar, warning } from './rule.ts';

/** The Markdown of a text. */
export const textRules = {
  headingOne: error(() => ({
    found: 'eine Überschrift der ersten Ebene (#)',
    expected: 'Überschriften ab der zweiten Ebene (##); die erste ist der Titel',
    advice: 'Schreiben Sie ## statt #.',
  })),
  headingSkipped: error(({ from, to }: { from: number; to: number }) => ({
    found: `einen Sprung von Ebene ${from} auf Ebene ${to}`,
    expected: `eine Überschrift der Ebene ${from + 1}`,
    advice: `Schreiben Sie ${'#'.repeat(from + 1)} statt ${'#'.repeat(to)}.`,
  })),
  headingEmpty: error(() => ({
    found: 'eine Überschrift ohne Text',
    expected: 'eine Überschrift, die sagt, worum es geht',
    advice: 'Ergänzen Sie den Text oder löschen Sie die Zeile.',
  })),
  rawHtml: error(({ html }: { html: string }) => ({
    found: `HTML: ${quoted(html)}`,
    expected: 'Markdown; erlaubt sind nur <span lang="…"> und <abbr title="…">, jeweils mit Ende im selben Absatz',
    advice: 'Schreiben Sie den Inhalt in Markdown, löschen Sie das HTML oder ergänzen Sie das fehlende Ende.',
  })),
  anchorNotFound: error(({ url, nearest }: { url: string; nearest?: string }) => ({
    found: `den Link ${quoted(url)}; eine solche Überschrift gibt es in diesem Text nicht`,
    expected:
      'einen Link wie #anlass auf eine Überschrift dieses Textes: kleingeschrieben, Bindestriche statt Leerzeichen',
    advice: similar(nearest && `#${nearest}`, 'korrigieren Sie den Link oder löschen Sie ihn.'),
  })),
  linkNotFound: error(({ url, nearest }: { url: string; nearest?: string }) => ({
    found: url === '' ? 'einen Link ohne Ziel' : `einen Link auf ${quoted(url)}; diese Seite gibt es nicht`,
    expected: 'eine Seite dieser Website oder eine vollständige Adresse mit https://',
    advice: similar(nearest, 'korrigieren Sie den Link.'),
  })),
  linkToHidden: error(({ url }: { url: string }) => ({
    found: `einen Link auf ${quoted(url)}; diese Seite ist noch nicht veröffentlicht`,
    expected: 'einen Link auf eine veröffentlichte Seite',
    advice: 'Veröffentlichen Sie die Seite vorher oder nehmen Sie den Link heraus.',
  })),
  linkScheme: error(({ url }: { url: string }) => ({
    found: `einen Link auf ${quoted(url)}`,
    expected: 'einen Link mit https:, http:, mailto: oder tel:',
    advice: 'Korrigieren Sie die Adresse.',
  })),
  linkIncomplete: error(({ url }: { url: string }) => ({
    found: `den Link ${quoted(url)}, in dem das Ziel fehlt`,
    expected: 'eine vollständige Adresse wie https://www.beispiel.example/seite oder mailto:name@beispiel.example',
    advice: 'Ergänzen Sie die Adresse oder nehmen Sie den Link heraus.',
  })),
  footnoteMissing: error(({ mark }: { mark: string }) => ({
    found: `den Verweis ${quoted(mark)} auf eine Fußnote, die es in diesem Text nicht gibt`,
    expected: `eine Zeile, die mit „${mark}:“ beginnt`,
    advice: 'Ergänzen Sie die Fußnote oder löschen Sie den Verweis.',
  })),
  asterisksShown: warning(({ text }: { text: string }) => ({
    found: `Sternchen, die auf der Seite zu sehen sind: ${quoted(text)}`,
    expected: 'fetten Text zwischen je zwei Sternchen, ohne Leerzeichen an deren Innenseite: **fett**',
    advice: 'Ergänzen Sie das fehlende Paar; hinter dem letzten folgt ein Leerzeichen oder ein Satzzeichen.',
  })),
  linkTextEmpty: warning(({ text }: { text: string }) => ({
    found: text === '' ? 'einen Link ohne Text' : `den Linktext ${quoted(text)}`,
    expected: 'einen Linktext, der auch allein sagt, wohin er führt',
    advice: 'Nennen Sie das Ziel, zum Beispiel „Satzung des Zweckverbands“.',
  })),
  bareUrl: warning(({ url }: { url: string }) => ({
    found: `die nackte Adresse ${quoted(url)}`,
    expected: 'einen Linktext in Worten',
    advice: `Schreiben Sie [Worte](${url.replace(/^www\./i, 'https://www.')}).`,
  })),
  lawOutOfDate: warning(({ old, current }: { old: string; current: string }) => ({
    found: `${quoted(old)}; das gilt nicht mehr`,
    expected: current,
    advice: 'Prüfen Sie die Stelle und bringen Sie sie auf den heutigen Stand.',
  })),
} as const;
