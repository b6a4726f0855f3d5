import { expect, it } from 'vitest';
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
    expected: 'einen dieser Werte: Mit der Norm nicht vereinbar, Vom Gesetz ausgenommen',
    advice: 'Meinten Sie „Vom Gesetz ausgenommen“? Sonst wählen Sie einen der Werte.',
  });
  expect(told(article, 'kind', 'notAllowed', { ...kinds, allowed: ['case-study'], nearest: 'news' })).toMatchObject({
    expected: 'einen dieser Werte: Praxisbericht',
    advice: 'Meinten Sie „Nachricht“? Sonst wählen Sie einen der Werte.',
  });
  expect(told(statement, 'status', 'fullyCompliantWithGaps', { gaps: 2 }).advice).toBe(
    'Wählen Sie bei „Ergebnis der Prüfung“ „teilweise vereinbar“, oder löschen Sie die Lücken, die behoben sind.',
  );
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
