import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openProject } from '../../src/build/project.ts';
import { type AnswerName, concerns } from '../../src/cli/init/answers.ts';
import { digestsIn } from '../../src/cli/init/shipped-example.ts';
import { day } from '../../src/model/day.ts';
import { federalStates } from '../../src/model/federal-state.ts';
import { legalForms, requirementOf } from '../../src/model/legal-form.ts';
import { organisation } from './command-line.ts';
import { inProcess } from './in-process.ts';

/** An invented house: all that no publication can do without. */
const house: Record<string, string> = {
  title: 'Hafenblatt',
  house: 'IT-Verbund Küste',
  form: 'zweckverband',
  state: 'Niedersachsen',
  street: 'Am Hafen 3',
  'postal-code': '26919',
  city: 'Brake',
  email: 'post@it-verbund-hafen.de',
  phone: '04401 1234',
  url: 'https://blatt.it-verbund-hafen.de',
  representative: 'Rena Lüders, Verbandsgeschäftsführerin',
  responsible: 'Olaf Brandt',
};

/** What the house may know besides. */
const more: Record<string, string> = {
  register: 'HRB 4711, Amtsgericht Brake',
  vat: 'keine',
  supervision: 'Kommunalaufsicht',
  chair: 'Ada Behrens',
  audit: 'Prüfungsverband Küste',
  'data-protection': 'datenschutz@it-verbund-hafen.de',
  editors: 'redaktion@it-verbund-hafen.de',
  hosting: 'eigen',
  colour: '#88ccee',
  abo: 'ja',
};

const asOptions = (answers: Record<string, string>) =>
  Object.entries(answers).flatMap(([name, text]) => [`--${name}`, text]);

const read = (root: string, file: string) => readFileSync(join(root, file), 'utf8');

/** What the check with `--release` finds in a folder, as the field or rule that each is about. */
function found(root: string): string[] {
  const surroundings = { root } as Parameters<typeof openProject>[0];
  const { problems } = openProject(surroundings)({ today: day('2026-11-24'), mode: 'publish', release: true });
  return problems.map(({ file, field, rule }) => `${file.replace('content/', '')} ${field ?? rule}`);
}

/** Nobody but a person can say how accessible a site is; the second word about the status announces what it entails. */
const statement = ['status', 'assessment', 'createdOn', 'reviewedOn', 'status'].map(
  (field) => `legal/barrierefreiheit.md ${field}`,
);
/** What the law of some Länder adds, and the product doesn't know. */
const ofTheLand =
  /^legal\/(?:barrierefreiheit\.md (?:law|conciliationBody)|datenschutz\.md (?:supervisoryAuthority|publicTaskAct))$/;

it('knows every file of the example that ships', async () => {
  const digests = digestsIn(join(import.meta.dirname, '..', '..'));
  await expect(`${JSON.stringify(digests, null, 2)}\n`).toMatchFileSnapshot('../../src/cli/init/shipped-example.json');
});

describe('npm run init', () => {
  it('puts the files of a house in the place of the example, and names what nobody has said', async () => {
    const root = organisation();
    const { code, out, err } = await inProcess(['init', ...asOptions(house)], root);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(readdirSync(join(root, 'content')).sort()).toEqual(['legal', 'site.md', 'terms.yaml']);
    expect(found(root)).toEqual([
      ...statement,
      'legal/datenschutz.md hosting',
      'site.md publishers[1].register',
      'site.md publishers[1].vatId',
      'site.md publishers[1].dataProtectionOfficer',
      'site.md publishers[1].legalSupervision',
    ]);
    for (const name of ['status', 'hosting', 'vatId'])
      expect(out).toContain(`  ${name}\n`.replace('  vatId', '].vatId'));
    expect(out).toContain('Weiter: npm run new -- 2026-kw48');
  });

  it('asks at the terminal, once more where an answer can not be, and for the form at hand only', async () => {
    const root = organisation();
    const asked: string[] = [];
    const answers: Record<string, string[]> = {
      Rechtsform: ['Ltd.', 'GmbH'],
      Land: ['niedersachsen'],
      'außen?': ['Rena Lüders', house.representative ?? ''],
      Register: ['HRB 4711, Amtsgericht Brake'],
      'Einverstanden?': ['ja'],
    };
    const { code, out } = await inProcess(
      ['init', ...asOptions({ title: 'Hafenblatt' })],
      root,
      {},
      undefined,
      async (question) => {
        asked.push(question);
        const known = Object.entries(answers)
          .find(([part]) => question.includes(part))?.[1]
          .shift();
        if (known) return known;
        if (question.includes('E-Mail-Adresse des Hauses')) return house.email ?? '';
        const byWord = {
          voll: 'house',
          Straße: 'street',
          Postleitzahl: 'postal-code',
          'Ort?': 'city',
          Telefon: 'phone',
          Adresse: 'url',
          MStV: 'responsible',
        };
        const name = Object.entries(byWord).find(([word]) => question.includes(word))?.[1] ?? '';
        return question.includes('Datenschutz') || question.includes('Redaktion') ? '' : (house[name] ?? '');
      },
    );
    expect(code).toBe(0);
    expect(out).toContain(
      '„Ltd.“ passt hier nicht. Erwartet: zweckverband (Zweckverband), kommune (Gebietskörperschaft), ',
    );
    expect(out).toContain('„Rena Lüders“ passt hier nicht.');
    expect(asked.join('')).not.toContain('Wie heißt der Newsletter');
    expect(asked.join('')).not.toContain('Rechtsaufsicht');
    expect(asked.join('')).toContain('Aufsichtsrat');
    expect(read(root, 'content/site.md')).toContain('kind: HRB');
    // What was left out isn't made up; the Abo is what most want.
    expect(read(root, 'content/site.md')).not.toContain('dataProtectionOfficer');
    expect(read(root, 'content/site.md')).toContain('aboUrl: https://blatt.it-verbund-hafen.de');
  });

  it('leaves all as it is when somebody stops in the middle, or does not agree', async () => {
    for (const stopAt of ['Postleitzahl', 'Einverstanden?']) {
      const root = organisation();
      const before = digestsIn(root);
      const { code, err } = await inProcess(
        [
          'init',
          ...asOptions({ ...house, 'postal-code': '' }).filter((word) => word !== '--postal-code' && word !== ''),
        ],
        root,
        {},
        undefined,
        async (question) => {
          if (question.includes(stopAt)) return undefined;
          return question.includes('Postleitzahl') ? '26919' : '';
        },
      );
      expect(code).toBe(2);
      expect(err).toContain('Es bleibt alles, wie es war. Ihre Antworten stehen in angaben.yaml');
      expect(read(root, 'angaben.yaml')).toContain('title: Hafenblatt\n');
      expect(digestsIn(root)).toEqual(before);
    }
  });

  it('asks for the logo again until the file is there, and what was typed before a stop is not typed again', async () => {
    const root = organisation();
    const asked: string[] = [];
    const answer = (last: string | undefined) => async (question: string) => {
      asked.push(question);
      if (question.includes('Logo'))
        return asked.filter((text) => text.includes('Logo')).length === 1 ? 'fehlt.png' : last;
      return question.includes('Ort?') ? 'Brake' : '';
    };
    const { city: _, ...rest } = house;
    const stopped = await inProcess(['init', ...asOptions(rest)], root, {}, undefined, answer(undefined));
    expect(stopped.out).toContain('„fehlt.png“ passt hier nicht. Erwartet: der Weg zu einer Datei, die es gibt');
    expect(asked.filter((text) => text.includes('Logo'))).toHaveLength(2);
    asked.length = 0;
    const again = async (question: string) => {
      asked.push(question);
      return question.includes('Einverstanden?') ? 'ja' : '';
    };
    expect((await inProcess(['init', '--from', 'angaben.yaml'], root, {}, undefined, again)).code).toBe(0);
    expect(asked.join('')).not.toContain('Ort?');
    expect(read(root, 'content/site.md')).toContain('city: Brake');
  });

  it('takes the words that people use for a legal form, and answers others with the nearest', async () => {
    for (const [typed, form] of [
      ['Verein', 'ev'],
      ['Stadt', 'kommune'],
      ['AöR', 'aoer'],
      ['ZWECKVERBAND', 'zweckverband'],
    ] as const) {
      const root = organisation();
      await inProcess(['init', ...asOptions({ ...house, form: typed })], root);
      expect(read(root, 'content/site.md')).toContain(`legalForm: ${form}\n`);
    }
    const { err } = await inProcess(
      ['init', ...asOptions({ ...house, form: 'Zweckverbund', street: 'Postfach 1' })],
      organisation(),
    );
    expect(err).toContain('--form: „Zweckverbund“ passt hier nicht.\nErwartet: zweckverband (');
    expect(err).toContain('(meinten Sie „zweckverband“?).');
    // All at once.
    expect(err).toContain('--street: „Postfach 1“ passt hier nicht.');
  });

  it('says what it has assumed', async () => {
    const { out } = await inProcess(['init', ...asOptions({ ...house, abo: 'ja' })], organisation());
    expect(out).toContain('Angenommen haben wir');
    expect(out).toContain('löscht es nach 7 Tagen');
    expect(out).toContain('Die E-Mails kommen von post@it-verbund-hafen.de');
    const without = await inProcess(['init', ...asOptions({ ...house, abo: 'nein' })], organisation());
    expect(without.out).not.toContain('Die E-Mails kommen von');
  });

  it("says which colours it has taken where the house's own can not be read", async () => {
    const { out } = await inProcess(['init', ...asOptions({ ...house, colour: '#ffff00' })], organisation());
    expect(out).toMatch(/Die Farbe #ffff00 ist .*; auf hellem Grund gilt #[0-9a-f]{6}, auf dunklem #ffff00\./);
  });

  it('begins in an empty folder too, with a logo that lies elsewhere', async () => {
    const root = mkdtempSync(join(tmpdir(), 'neu-'));
    const logo = join(root, 'logo.svg');
    writeFileSync(logo, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10v10z"/></svg>');
    const { code, err } = await inProcess(['init', ...asOptions({ ...house, logo })], root);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(readdirSync(join(root, 'content')).sort()).toEqual(['legal', 'logo.svg', 'site.md', 'terms.yaml']);
  });

  it('takes it for an answer that there is nobody on the chair of the board', async () => {
    const root = organisation();
    await inProcess(['init', ...asOptions({ ...house, ...more, form: 'gmbh', chair: 'keiner' })], root);
    expect(read(root, 'content/site.md')).toContain('supervisoryBoardChair: none\n');
    expect(found(root).filter((place) => place.includes('supervisoryBoardChair'))).toEqual([]);
  });

  it('takes the answers of a file, and says where one of them can not be', async () => {
    const root = organisation();
    const lines = Object.entries({ ...house, ...more, register: 'keins' }).map(
      ([name, text]) => `${name}: ${JSON.stringify(text)}`,
    );
    writeFileSync(join(root, 'angaben.yaml'), lines.join('\n'));
    expect(await inProcess(['init', '--from', 'angaben.yaml'], root)).toMatchObject({ code: 0, err: '' });
    // Given where the legal form has none: kept, and told.
    expect(found(root)).toEqual([
      ...statement,
      'site.md publishers[1].supervisoryBoardChair',
      'site.md publishers[1].auditAssociation',
    ]);

    for (const [text, told] of [
      ['title: Blatt\nform: Verein & Co\n', 'angaben.yaml:2: form: „Verein & Co“ passt hier nicht.'],
      ['title: Blatt\nfarbe: rot\n', 'angaben.yaml:2: „farbe“ kennt init nicht.'],
      ['title: [Blatt\n', 'angaben.yaml:2: Diese Zeile ist nicht zu verstehen.'],
      ['Blatt\n', 'angaben.yaml:1: Diese Zeile ist nicht zu verstehen.'],
    ] as const) {
      const other = organisation();
      const before = digestsIn(other);
      writeFileSync(join(other, 'angaben.yaml'), text);
      const { code, err } = await inProcess(['init', '--from', 'angaben.yaml'], other);
      expect(code).toBe(2);
      expect(err).toContain(told);
      expect(digestsIn(other)).toEqual(before);
    }
  });

  it('without a terminal says which answers are missing', async () => {
    const { code, err } = await inProcess(['init', '--title', 'Hafenblatt'], organisation());
    expect(code).toBe(2);
    expect(err).toContain('Es fehlen Angaben: --house, --form, --state, --street');
    const wrong = await inProcess(['init', ...asOptions({ ...house, street: 'Postfach 12' })], organisation());
    expect(wrong.err).toContain('--street: „Postfach 12“ passt hier nicht.');
    const logo = await inProcess(['init', ...asOptions({ ...house, logo: 'fehlt.svg' })], organisation());
    expect(logo.err).toContain('--logo: „fehlt.svg“ passt hier nicht.');
  });

  it('never touches what a house has made its own', async () => {
    const root = organisation();
    writeFileSync(join(root, 'content', 'issues', '2025-kw33', 'notiz.md'), 'Notiz\n');
    writeFileSync(join(root, 'content', 'terms.yaml'), 'topics: [{ name: Häfen, slug: haefen }]\n');
    const { out } = await inProcess(['init', ...asOptions(house)], root);
    expect(out).toContain('Geblieben: content/issues/2025-kw33/notiz.md');
    expect(out).toContain('Geblieben: content/terms.yaml');
    expect(read(root, 'content/terms.yaml')).toContain('Häfen');
    expect(readdirSync(join(root, 'content', 'issues'))).toEqual(['2025-kw33']);

    const again = await inProcess(['init', ...asOptions(house)], root);
    expect(again).toMatchObject({ code: 2, out: '' });
    expect(again.err).toContain('content/site.md gehört schon zu einer eingerichteten Publikation');

    const changed = organisation();
    const site = read(changed, 'content/site.md');
    writeFileSync(join(changed, 'content', 'site.md'), site.replace('title: Kurrende', 'title: Unser Blatt'));
    const refused = await inProcess(['init', ...asOptions(house)], changed);
    expect(refused.err).toContain('content/site.md ist nicht mehr das mitgelieferte Beispiel');
    expect(existsSync(join(changed, 'content', 'issues', '2025-kw33', 'index.md'))).toBe(true);
  });

  it('takes logo and colour of the house', async () => {
    const root = organisation();
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20"/></svg>';
    writeFileSync(join(root, 'unser-logo.svg'), drawing);
    const answers = { ...house, ...more, register: 'keins', logo: 'unser-logo.svg' };
    expect(await inProcess(['init', ...asOptions(answers)], root)).toMatchObject({ code: 0, err: '' });
    expect(read(root, 'content/unser-logo.svg')).toBe(drawing);
    expect(read(root, 'content/site.md')).toMatch(/logo:\n {2}file: unser-logo\.svg\n {2}alt: IT-Verbund Küste/);
    // Too light for links on paper: the nearest that can be read.
    expect(read(root, 'content/site.md')).toMatch(/light: "#[0-9a-f]{6}"\n {2}dark: "#88ccee"/);
    expect(read(root, 'content/site.md')).not.toContain('light: "#88ccee"');
  });

  it('for every legal form and every Land names just what only a person knows', async () => {
    const root = organisation();
    const shipped = read(root, 'content/site.md');
    for (const form of legalForms) {
      // What a Land adds goes by the law that a house is under.
      const states = ['zweckverband', 'gmbh'].includes(form) ? federalStates : federalStates.slice(8, 9);
      for (const state of states) {
        rmSync(join(root, 'content'), { recursive: true });
        mkdirSync(join(root, 'content'));
        writeFileSync(join(root, 'content', 'site.md'), shipped);
        const known = Object.entries({ ...house, ...more, form, state }).filter(([name]) =>
          concerns(name as AnswerName, form),
        );
        const register: Record<string, string> =
          requirementOf(form, 'register') === 'required' ? {} : { register: 'keins' };
        const { code, err } = await inProcess(
          ['init', ...asOptions({ ...Object.fromEntries(known), ...register })],
          root,
        );
        expect({ form, state, code, err }).toEqual({ form, state, code: 0, err: '' });
        const rest = found(root).filter((name) => !ofTheLand.test(name));
        expect({ form, state, rest }).toEqual({ form, state, rest: statement });
      }
    }
  });
});
