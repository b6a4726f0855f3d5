import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Problem } from '../../src/model/problem.ts';
import { toldProblem } from '../../src/redaktion/form/told-problem.ts';
import { editionWords } from '../../src/words/mail.ts';
import { finding, type RuleName } from '../../src/words/problems.ts';
import { figureWords, publishingWords } from '../../src/words/publishing.ts';
import { editorWords } from '../../src/words/redaktion-editor.ts';
import { deskMailSentence } from '../../src/words/redaktion-problems.ts';

const article = 'content/issues/2026-kw51/01-beitrag.md';

/** What the desk says of a finding, and what the command line says. */
function told(file: string, field: string | undefined, rule: RuleName, facts: object = {}) {
  const found = finding(rule, facts as never);
  return toldProblem({ ...found, file, line: 3, ...(field !== undefined && { field }) });
}

it('tells problems at the desk by the labels, boxes and buttons that are there', () => {
  const site = 'content/site.md';
  const register = { field: 'register', form: 'gmbh', fields: { required: ['kind', 'court', 'number'], optional: [] } };
  expect(told(site, 'publishers[1].register', 'imprintAnswerMissing', register).advice).toBe(
    'Ergänzen Sie „Register“, oder setzen Sie den Haken bei „Das Haus steht in keinem Register“, wenn es sie nicht gibt.',
  );
  expect(told(site, 'example', 'exampleData').advice).toBe(
    'Ersetzen Sie die Angaben unter „Herausgeber, Farben, E-Mail“ und nehmen Sie den Haken bei „Beispiel“ weg.',
  );
  expect(told(article, undefined, 'wordUnknown', { word: 'Kita', suggestions: [] }).advice).toContain(
    'unter „Herausgeber, Farben, E-Mail“ auf (Wörter des Hauses)',
  );
  expect(told(article, 'id', 'idMissing').advice).toBe('Drücken Sie „Beheben“; das trägt eine ein.');
  expect(told(article, 'pictures', 'pictureWithoutRecord', { file: 'a.jpg' }).expected).toBe(
    'einen Eintrag unter „Bilder im Text“ mit Datei, Alternativtext, Bildnachweis und Lizenz',
  );
  expect(told(article, undefined, 'attachmentNotListed', { file: 'a.pdf' })).toMatchObject({
    expected: 'einen Eintrag unter „Dateien zum Herunterladen“ mit „Datei“ und „Titel“',
    advice: 'Ergänzen Sie den Eintrag.',
  });
  expect(told(article, 'title', 'placeholder', { text: 'Titel', isDraft: false }).advice).toBe(
    'Ersetzen Sie den Platzhalter. Soll der Text noch nicht erscheinen, setzen Sie den Haken bei „Entwurf“.',
  );
});

it('names values as the form does, those of the field that the problem is about', () => {
  const statement = 'content/legal/barrierefreiheit.md';
  const kinds = { value: 'Lücke', allowed: ['non-compliance', 'out-of-scope'], nearest: 'out-of-scope' };
  expect(told(statement, 'gaps[1].kind', 'notAllowed', kinds)).toMatchObject({
    found: '„Lücke“',
    expected: 'einen dieser Werte: „Mit der Norm nicht vereinbar“, „Vom Gesetz ausgenommen“',
    advice: 'Meinten Sie „Vom Gesetz ausgenommen“? Sonst wählen Sie einen der Werte.',
  });
  expect(told(article, 'kind', 'notAllowed', { ...kinds, allowed: ['case-study'], nearest: 'news' })).toMatchObject({
    expected: 'einen dieser Werte: „Praxisbericht“',
    advice: 'Meinten Sie „Nachricht“? Sonst wählen Sie einen der Werte.',
  });
  expect(told(statement, 'status', 'fullyCompliantWithGaps', { gaps: 2 }).advice).toBe(
    'Wählen Sie bei „Ergebnis der Prüfung“ „teilweise vereinbar“, oder löschen Sie die Lücken, die behoben sind.',
  );
});

it('leaves what stands in the text as it is: its lines, its tables, its words', () => {
  expect(told(article, undefined, 'definedTwice', { mark: '[^1]' }).advice).toMatch(/löschen Sie die Zeile\.$/);
  expect(told(article, undefined, 'tableEmpty').advice).toMatch(/löschen Sie die Leerzeile unter dem Kopf\.$/);
  expect(told(article, undefined, 'wordUnknown', { word: 'software', suggestions: [] }).found).toContain('„software“');
  expect(told(article, 'kind', 'notAllowed', { value: 'source', allowed: ['news'] }).found).toBe('„source“');
});

it('calls lines by what they are called in the file where they have to be changed in the file', () => {
  expect(told(article, 'id', 'duplicateId', { other: 'content/issues/2026-kw51/index.md' }).advice).toContain(
    'unter „Als ganze Datei bearbeiten“ die Zeile „id“',
  );
  const yes = { input: 'ja', source: 'ja', type: 'true oder false', suggestion: 'draft: true' };
  expect(told(article, 'draft', 'wrongType', yes)).toEqual({
    found: 'den Wert „ja“',
    expected: 'true oder false',
    advice: 'Öffnen Sie „Als ganze Datei bearbeiten“. Schreiben Sie „draft: true“.',
  });
});

it('names the button wherever the command would mend it, and nothing where neither does', () => {
  const edits = [{ from: 'a', to: 'b' }];
  const lines = { ...finding('linesRunTogether', { first: 3, last: 4, text: 'Beginn' }), file: article, line: 3 };
  expect(toldProblem({ ...lines, edits }).advice).toBe('Wählen Sie eines von beiden; „Beheben“ setzt \\ an die Enden.');
  expect(toldProblem(lines).advice).toBe('Wählen Sie eines von beiden.');
});

it('speaks of no command, head or English key in what only takes the rule to be said', () => {
  const withoutFacts = {
    [article]:
      'idMissing mailingWithoutTime releaseMissing correctionMissing withdrawnMissing withdrawnOnMissing eventMissing ' +
      'reviewMissing reviewWithoutMachine altMissing altAndDecorative imageFileMissing editingForbidden aiContradiction ' +
      'consentPending consentUnknown pictureSourceUnknown eventPlaceMissing eventStateTwice approvalMissing empty',
    'content/site.md': 'senderUndeclared exampleData exampleRelease empty',
    'content/legal/datenschutz.md': 'subscriptionUndeclared exampleRelease',
    'content/legal/barrierefreiheit.md': 'assessorMissing fullyCompliantUnproven',
  };
  const raw =
    /npm |Kopf|draft|\b(?:[a-z]+[A-Z]\w+|true|none|credit|alt|file|mailing|consent|event|kind|status|method)\b/;
  const wrong = Object.entries(withoutFacts).flatMap(([file, rules]) =>
    rules.split(' ').flatMap((rule) => {
      const field = file === article && /consent|alt|image|editing|ai[A-Z]/.test(rule) ? 'pictures[1]' : 'title';
      const { found, expected, advice } = told(
        file,
        file === article || rule !== 'exampleData' ? field : 'example',
        rule as RuleName,
      );
      return [found, expected, advice].filter((text) => raw.test(text)).map((text) => `${rule}: ${text}`);
    }),
  );
  expect(wrong).toEqual([]);
});

/** Those of files that can't be opened at the desk, those that send their reader into the file, and a drawing's own words. */
const ofFiles = ['wrongType', 'unknownField', 'imprintFile', 'licensedFileUnused', 'logoWithoutSize'];

it('speaks of no command and no English key in any of the problems that the tests of the reader show', () => {
  const folder = join(import.meta.dirname, '../reader');
  const shown = globSync('*.test.ts', { cwd: folder }).flatMap((name) => [
    ...readFileSync(join(folder, name), 'utf8').matchAll(
      /^ *(content\/\S+):\d+ ?(\S*) \((?:error|warning|hint) (\w+)\)\n *Gefunden: (.+)\n *Erwartet: (.+)\n *Zu tun: (.+)/gm,
    ),
  ]);
  expect(shown.length).toBeGreaterThan(200);
  const raw = /npm |„[a-z]+[A-Z]\w*“|(?<![\w/.-])[a-z]+[A-Z]\w+|: (?:true|none)\b|docs\/|eingerückt/;
  const wrong = shown.flatMap(([, file = '', field = '', rule = '', found = '', expected = '', advice = '']) => {
    const problem = { file, line: 1, ...(field !== '' && { field }), rule, severity: 'error', found, expected, advice };
    const said = toldProblem(problem as Problem);
    const sentences = ofFiles.includes(rule) ? [] : [said.found, said.expected, said.advice];
    return sentences.filter((text) => raw.test(text));
  });
  expect(wrong).toEqual([]);
});

it('leads to places of the desk where the command line names a command or a file', () => {
  const mail = deskMailSentence(editionWords.noSender);
  expect(mail).toContain('in der Übersicht unter „Herausgeber, Farben, E-Mail“');
  const heavy = deskMailSentence(editionWords.tooHeavy(120_000, 100_000, [{ title: 'Lang', bytes: 90_000 }]));
  expect(heavy).toContain('als Umfang der E-Mail „Titel, Zusammenfassung und Link“');
  const others = [
    told(article, undefined, 'licensedFileUnused').expected,
    told('content/impressum.md', undefined, 'imprintFile', { name: 'impressum.md' }).advice,
    told(article, undefined, 'unusedFile', { name: 'a.png' }).advice,
    publishingWords.link,
    figureWords.none,
    editorWords.away,
  ];
  const asked = /npm |docs\/|content\/|Terminal|„mail“|articles|listId/;
  expect([mail, heavy, ...others].filter((text) => asked.test(text))).toEqual([]);
});

it('leaves the words of the command line as they are', () => {
  expect(finding('idMissing', {}).advice).toContain('npm run check -- --fix');
  expect(finding('exampleData', {}).advice).toContain('content/site.md');
});
