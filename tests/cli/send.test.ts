import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { describe, expect, inject, test } from 'vitest';
import { startSender } from '../../bench/sender-process.ts';
import { addSubscribers } from '../../bench/subscribers.ts';
import { writeFrame } from '../../src/subscription/web/frame-folder.ts';
import { databaseOf } from '../postgres/new-database.ts';
import { readers } from '../sending/sample-mailing.ts';
import { sink } from '../sending/sink.ts';
import { shippedLibrary } from '../shipped.ts';
import { facts } from '../subscription/running-service.ts';
import { until } from '../until.ts';
import { inProcess } from './in-process.ts';
import { claimFor, editSite, makeReal, publish, sendingOrganisation, statuses } from './sending.ts';

const [anna, bert] = ['anna@rathaus.example', 'bert@rathaus.example'] as const;
const key = '2025-kw33';

describe('npm run send', () => {
  test('sends an issue to every subscriber, each with a way to leave of their own', async () => {
    const { run } = await sendingOrganisation([anna, bert]);
    const server = await sink();
    const { code, out, err } = await run(['send', key], { SMTP_URL: server.url });
    expect(err).toBe('');
    expect(out).toBe(
      `Hinweis: kurrende.example ist ein Beispielname. Ob die Website die Ausgabe schon zeigt, wurde nicht gefragt.\nVersand ${key} an 2 Adressen. Anhalten mit Strg+C.\nVerschickt: ${key}. 2 angenommen, 0 abgelehnt, 0 ungeklärt.\n`,
    );
    expect(code).toBe(0);
    expect(server.taken.toSorted()).toEqual([anna, bert]);
    const mails = await Promise.all(server.raw.map((raw) => simpleParser(raw)));
    for (const { subject, text, html } of mails) {
      expect(subject).toContain('Kurrende 33.');
      expect(text).toContain('Ülsmann-Pohl');
      expect(html).toContain('Ülsmann-Pohl');
    }
    const ways = mails.map(({ headers }) => JSON.stringify(headers.get('list')));
    expect(ways[0]).toMatch(/https:\/\/kurrende\.example\/abo\/abmelden\/[\w-]{43}\//);
    expect(new Set(ways).size).toBe(2);
  });

  test('sends it once; a correction needs --again and is no duplicate for mail programs', async () => {
    const { run } = await sendingOrganisation([anna]);
    const server = await sink();
    const env = { SMTP_URL: server.url };
    expect((await run(['send', key, '--again'], env)).err).toBe(
      `${key} wurde noch nie verschickt. Lassen Sie die Option weg.\n`,
    );
    await run(['send', key], env);
    const { code, err } = await run(['send', key], env);
    expect(err).toMatch(
      /^2025-kw33 ist schon verschickt \(.* Uhr\): 1 angenommen, 0 abgelehnt, 0 ungeklärt\. Eine Korrektur geht mit --again/,
    );
    expect(code).toBe(2);
    expect(server.taken).toEqual([anna]);
    expect((await run(['send', key, '--again'], env)).out).toContain('Versand 2025-kw33, Korrektur 1 an 1 Adresse.');
    const names = await Promise.all(server.raw.map(async (raw) => (await simpleParser(raw)).messageId));
    expect(new Set(names).size).toBe(2);
  });

  test('sends it once, also when it is no longer kept whom it reached', async () => {
    const { folder, run } = await sendingOrganisation([anna, bert]);
    writeFrame(join(folder, 'server', 'abo'), facts(), '');
    const server = await sink();
    const sendAgain = async () => (await run(['send', key], { SMTP_URL: server.url })).err;
    const nextYear = Temporal.Now.zonedDateTimeISO('Europe/Berlin').add({ years: 1 });
    await run(['send', key], { SMTP_URL: server.url });
    expect((await run(['abo', 'show', anna])).out).toMatch(
      /\nZugesandte Ausgaben\n {2}2025-kw33: vom Mailserver angenommen; .* Uhr \(.*Z\); <[\w-]+@kurrende\.example>; 250 /,
    );

    await run(['abo', 'erase', anna, '--with-proof']);
    expect((await run(['abo', 'show', anna])).out).not.toContain(key);
    await addSubscribers(folder, [anna], (await databaseOf(folder)).DATABASE_URL);
    expect(await sendAgain()).toContain('1 angenommen, 0 abgelehnt, 0 ungeklärt. Eine Korrektur');

    // A year on nobody has run it: the clock needs a word.
    const purge = async (now: Temporal.ZonedDateTime) =>
      (await run(['abo', 'purge', '--clock-is-right'], {}, now.toInstant())).out;
    expect(await purge(nextYear.subtract({ hours: 1 }))).toContain('0 Vermerke zu Zusendungen');
    expect(await purge(nextYear.add({ hours: 1 }))).toContain('1 Vermerk zu einer Zusendung');
    expect((await run(['abo', 'show', bert])).out).not.toContain(key);
    expect(await sendAgain()).toMatch(
      /^2025-kw33 ist schon verschickt \(.* Uhr\)\. An wen, ist nicht mehr vermerkt\. Eine/,
    );
    expect(server.taken.toSorted()).toEqual([anna, bert]);
  });

  test('tells how much it would be, and does nothing, with --dry-run', async () => {
    const { run } = await sendingOrganisation([anna, bert]);
    const { code, out } = await run(['send', key, '--dry-run'], { SEND_PER_MINUTE: '1' });
    expect(out).toMatch(
      /^Probelauf: 2025-kw33\. Es wurde nichts verschickt und nichts vermerkt\.\n {2}Betreff +Kurrende/,
    );
    expect(out).toMatch(/Empfänger +2 Adressen\n {2}HTML-Teil +\d\d,\d kB\n {2}eine E-Mail +\d\d,?\d? kB/);
    expect(out).toMatch(/alle +1?\d\d(,\d)? kB\n/);
    expect(out).toMatch(/Dauer +etwa 2 Minuten \(1 in der Minute, 4 Verbindungen\)/);
    expect(out).not.toContain(anna);
    expect(code).toBe(0);
    const server = await sink();
    expect((await run(['send', key], { SMTP_URL: server.url })).out).toContain('an 2 Adressen');
  });

  test('says with --dry-run that an issue can’t go out yet', async () => {
    const { run } = await sendingOrganisation([anna]);
    const draft = await run(['send', '2026-kw49', '--dry-run']);
    expect(draft.out).toContain('\nDie Ausgabe 2026-kw49 ist ein Entwurf. Sie geht nur als Probe hinaus:');
    expect(draft.code).toBe(0);
    const early = await run(['send', '2026-kw47', '--dry-run'], { BUILD_DATE: '2026-11-17' });
    expect(early.out).toContain('\nDie Ausgabe 2026-kw47 erscheint erst am');
  });

  test('sends one marked mail, of a draft too, with --test', async () => {
    const { run } = await sendingOrganisation([anna]);
    const server = await sink();
    const env = { SMTP_URL: server.url };
    for (const issue of [key, '2026-kw49', key]) {
      const { code, out } = await run(['send', issue, '--test', 'redaktion@rathaus.example'], env);
      expect(out).toMatch(/^Probe an redaktion@rathaus\.example verschickt \([\d,]+ kB\)\. Nichts wurde vermerkt\./m);
      expect(code).toBe(0);
    }
    expect(server.taken).toEqual(Array(3).fill('redaktion@rathaus.example'));
    const mails = await Promise.all(server.raw.map((raw) => simpleParser(raw)));
    expect(mails.map(({ subject }) => subject?.slice(0, 16))).toEqual(Array(3).fill('[Probe] Kurrende'));
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(3);
    expect((await run(['send', key], env)).out).toContain('an 1 Adresse');
  });

  test('rehearses an unfinished draft with what is still to be done, and never sends it', async () => {
    const { folder, run } = await sendingOrganisation([anna]);
    const index = join(folder, 'content/issues/2026-kw49/index.md');
    writeFileSync(index, readFileSync(index, 'utf8').replace(/^lead: .*\n/m, ''));
    const server = await sink();
    const env = { SMTP_URL: server.url };
    const todo =
      /^In 2026-kw49 ist noch zu tun: 1 Stelle\.\n {2}content\/issues\/2026-kw49\/index\.md:\d {2}lead {2}Gefunden: /;
    const rehearsal = await run(['send', '2026-kw49', '--dry-run'], env);
    expect(rehearsal.out).toMatch(todo);
    expect(rehearsal.out).toContain('\nProbelauf: 2026-kw49.');
    const test = await run(['send', '2026-kw49', '--test', 'redaktion@rathaus.example'], env);
    expect(test.out).toContain('Probe an redaktion@rathaus.example verschickt');
    const real = await run(['send', '2026-kw49', '--yes'], env);
    expect(real.err).toMatch(todo);
    expect(real.code).toBe(2);
    expect(server.taken).toEqual(['redaktion@rathaus.example']);
  });

  test('says what the server answers to a test', async () => {
    const { run } = await sendingOrganisation([]);
    const server = await sink({ atRecipient: () => ({ code: 550, text: '5.7.1 unbekannter Absender' }) });
    const { code, err } = await run(['send', key, '--test', anna], { SMTP_URL: server.url });
    expect(err).toBe(
      `Der Mailserver hat die Probe an ${anna} nicht angenommen. Seine Antwort: 550 5.7.1 unbekannter Absender\n`,
    );
    expect(code).toBe(1);
    const away = await run(['send', key, '--test', anna], { SMTP_URL: 'smtp://127.0.0.1:1' });
    expect(away.err).toBe(
      '127.0.0.1:1 nimmt keine Verbindung an. Stimmen Name und Port in SMTP_URL, und läuft der Mailserver? Vielleicht sperrt eine Firewall den Port.\nMeldung des Systems: connect ECONNREFUSED 127.0.0.1:1\n',
    );
    const notTls = await run(['send', key, '--test', anna], { SMTP_URL: server.url.replace('smtp:', 'smtps:') });
    expect(notTls.err).toMatch(
      /^Mit 127\.0\.0\.1:\d+ kommt keine verschlüsselte Verbindung zustande\. .*\nMeldung des Systems: .*wrong version number/,
    );
  });
});

describe('npm run send asks before it mails people', () => {
  /** Somebody at the terminal, and what they were asked. */
  function operator(answer: string) {
    const asked: string[] = [];
    const ask = async (question: string) => {
      asked.push(question);
      return answer;
    };
    return { asked, ask };
  }

  test('with their number, the subject and the sender; only a yes sends', async () => {
    const { run } = await sendingOrganisation([anna, bert]);
    const server = await sink();
    for (const answer of ['nein', '', 'vielleicht', 'jaja']) {
      const { asked, ask } = operator(answer);
      const { code, err } = await run(['send', key], { SMTP_URL: server.url }, undefined, ask);
      expect(asked).toEqual([
        expect.stringMatching(
          /^2025-kw33 geht an 2 Adressen\. .*\n {2}Betreff {4}Kurrende 33\.\sKW.*\n {2}Absender {3}.+ <.+@kurrende\.example>\nVerschicken\? \(ja\/nein\) $/,
        ),
      ]);
      expect([code, err]).toEqual([2, 'Es wurde nichts verschickt.\n']);
    }
    expect(server.taken).toEqual([]);
    const { ask } = operator(' Ja ');
    expect((await run(['send', key], { SMTP_URL: server.url }, undefined, ask)).out).toContain('2 angenommen');
  });

  test('--yes answers beforehand; without it and without a terminal nothing goes out', async () => {
    const { folder } = await sendingOrganisation([anna]);
    const server = await sink();
    const env = { SMTP_URL: server.url, SEND_PER_MINUTE: '1000000' };
    const refused = await inProcess(['send', key], folder, env);
    expect(refused.err).toMatch(/kein Terminal.* npm run send -- 2025-kw33 --yes\n$/);
    expect([refused.code, server.taken]).toEqual([2, []]);
    expect((await inProcess(['send', key, '--yes'], folder, env)).code).toBe(0);
    const again = await inProcess(['send', key, '--again'], folder, env);
    expect(again.err).toMatch(/ npm run send -- 2025-kw33 --again --yes\n$/);
    expect(server.taken).toEqual([anna]);
  });

  test('also before a correction and a second try, not before what mails no subscriber', async () => {
    const { run } = await sendingOrganisation([anna, bert]);
    const refusing = await sink({
      atRecipient: (address) => (address === bert ? { code: 554, text: '5.7.1 no' } : undefined),
    });
    const env = { SMTP_URL: refusing.url };
    await run(['send', key], env);
    const { asked, ask } = operator('nein');
    for (const option of ['--dry-run', '--unknown', '--mark-accepted'])
      await run(['send', key, option], env, undefined, ask);
    await run(['send', key, '--test', 'redaktion@rathaus.example'], env, undefined, ask);
    expect(asked).toEqual([]);
    await run(['send', key, '--again'], env, undefined, ask);
    await run(['send', key, '--retry-failed'], env, undefined, ask);
    expect(asked.map((question) => question.split('.')[0])).toEqual([
      '2025-kw33, Korrektur 1 geht an 2 Adressen',
      '2025-kw33 geht an 1 Adresse',
    ]);
    const warning = 'Die Ausgabe ist schon verschickt: Wer sie hat, bekommt sie noch einmal.';
    expect(asked.map((question) => question.includes(warning))).toEqual([true, false]);
  });
});

describe('npm run send refuses', () => {
  const local = { SMTP_URL: 'smtp://127.0.0.1:1' };
  test.each<[what: string, args: string[], env: Record<string, string>, sentence: string]>([
    ['to guess the issue', [], local, `Nennen Sie die Ausgabe: npm run send -- ${shippedLibrary().issues[0]?.key}`],
    ['an issue that is not there', ['2025-kw34'], local, 'Die Ausgabe „2025-kw34“ gibt es nicht.'],
    ['a draft', ['2026-kw49'], local, 'Die Ausgabe 2026-kw49 ist ein Entwurf.'],
    [
      'an issue of tomorrow',
      ['2026-kw47'],
      { ...local, BUILD_DATE: '2026-11-17' },
      'Die Ausgabe 2026-kw47 erscheint erst am',
    ],
    ['to send without a server', [key], {}, 'SMTP_URL ist nicht gesetzt.'],
    [
      'an invented publisher',
      [key],
      { SMTP_URL: 'smtp://mail.rathaus.example' },
      'Der Herausgeber in content/site.md ist erfunden',
    ],
    ['when nobody has subscribed', [key], local, 'Es gibt kein aktives Abonnement.'],
    ['two wishes at once', [key, '--again', '--dry-run'], local, '--again und --dry-run gehen nicht zusammen.'],
    ['a test to nobody', [key, '--test'], local, 'Nennen Sie hinter --test eine Adresse'],
    [
      'to go faster than allowed',
      [key],
      { SEND_CONNECTIONS: '500' },
      'SEND_CONNECTIONS ist „500“, erwartet wird eine ganze Zahl von 1 bis 100.',
    ],
    ['half a key', [key], { DKIM_SELECTOR: 'k1' }, 'DKIM_SELECTOR und DKIM_KEY gehören zusammen; DKIM_KEY fehlt.'],
    [
      'a key that is not there',
      [key],
      { DKIM_SELECTOR: 'k1', DKIM_KEY: 'weg.pem' },
      'DKIM_KEY ist falsch gesetzt; der Wert steht nicht hier, weil er geheim sein kann. Erwartet wird der Pfad einer Datei, die dieses Konto lesen darf',
    ],
    [
      'a key that is none',
      [key],
      { DKIM_SELECTOR: 'k1', DKIM_KEY: 'content/site.md' },
      'DKIM_KEY ist „content/site.md“, erwartet wird eine Datei mit einem privaten RSA-Schlüssel',
    ],
    ['an unknown word on DKIM', [key], { DKIM: 'ja' }, 'DKIM ist „ja“, erwartet wird „relay“'],
  ])('%s', async (_what, args, env, sentence) => {
    const { run } = await sendingOrganisation([]);
    const { code, err } = await run(['send', ...args], env);
    expect(err).toContain(sentence);
    expect(code).toBe(2);
  });

  test('to send for a real publisher until DKIM is settled and there is a way to leave', async () => {
    const { folder, run } = await sendingOrganisation([anna]);
    makeReal(folder);
    await publish(folder);
    const server = await sink();
    const env = { SMTP_URL: server.url };
    expect((await run(['send', key], env)).err).toContain('Zu DKIM ist nichts eingestellt.');
    expect((await run(['send', key, '--test', bert], env)).out).toContain('Hinweis: Zu DKIM ist nichts eingestellt.');
    editSite(folder, (text) => text.replace(/^aboUrl: .*\n/m, ''));
    expect((await run(['send', key], { ...env, DKIM: 'relay' })).err).toContain(
      'In content/site.md steht keine aboUrl.',
    );
    editSite(folder, (text) => text.replace(/^idAuthority/m, 'aboUrl: https://kurrende.example\nidAuthority'));
    expect((await run(['send', key], { ...env, DKIM: 'relay' })).code).toBe(0);
    expect(server.taken).toEqual([bert, anna]);
  });
});

describe('what is unknown', () => {
  test('is listed with what finds it in a log, and the operator decides', async () => {
    const { run } = await sendingOrganisation([anna, bert]);
    const server = await sink({
      atMessage: (address, time) => (address === anna && time === 1 ? 'hang-up' : undefined),
    });
    const env = { SMTP_URL: server.url, SEND_CONNECTIONS: '1' };
    const first = await run(['send', key], env);
    expect(first.out).toContain('1 angenommen, 0 abgelehnt, 1 ungeklärt.');
    expect(first.out).toContain('npm run send -- 2025-kw33 --unknown');
    expect(first.code).toBe(1);

    const list = await run(['send', key, '--unknown']);
    expect(list.out).toMatch(
      /^2025-kw33: 1 E-Mail ungeklärt\. Der Versand oder die Verbindung endete, bevor eine Antwort des Mailservers vermerkt war\./,
    );
    expect(list.out).toMatch(/ {2}anna@rathaus\.example {2}.* Uhr {2}<[\w-]+@kurrende\.example>\n/);
    expect(list.out).not.toContain(bert);

    const again = await run(['send', key, '--retry-unknown'], env);
    expect(again.out).toContain('wird fortgesetzt, 1 Adresse wartet');
    expect(again.code).toBe(0);
    expect(server.taken).toEqual([bert, anna]);
    expect((await run(['send', key, '--unknown'])).out).toBe('2025-kw33: Nichts ist ungeklärt.\n');
    expect((await run(['send', key, '--retry-unknown'], env)).err).toContain('Nichts ist ungeklärt, was');
  });

  test.each([
    ['--retry-unknown', '2 angenommen, 0 abgelehnt, 0 ungeklärt.', [anna, bert]],
    ['--mark-accepted', '1 E-Mail als angekommen vermerkt.', []],
  ])('after a crash it is what was on the wire, for %s too', async (option, words, taken) => {
    const { folder, run } = await sendingOrganisation([anna, bert]);
    const refusing = await sink({ atSender: () => ({ code: 550, text: '5.7.1 not you' }) });
    await run(['send', key], { SMTP_URL: refusing.url });
    await claimFor(folder, anna);
    const server = await sink();
    const { out } = await run(['send', key, option], { SMTP_URL: server.url });
    expect(out).toContain('Ein Versand brach ab, während eine E-Mail unterwegs war. Ob sie angekommen ist,');
    expect(out).toContain(words);
    expect(server.taken.toSorted()).toEqual(taken);
  });

  test('is accepted when the operator says so', async () => {
    const { run } = await sendingOrganisation([anna]);
    const server = await sink({ atMessage: () => 'hang-up' });
    await run(['send', key], { SMTP_URL: server.url });
    expect((await run(['send', key, '--mark-accepted'])).out).toBe('1 E-Mail als angekommen vermerkt.\n');
    expect((await run(['send', key], { SMTP_URL: server.url })).err).toContain(
      '1 angenommen, 0 abgelehnt, 0 ungeklärt',
    );
  });
});

describe('what is refused for good', () => {
  test('pauses an address without a mailbox; the next mailing skips it', async () => {
    const { folder, run } = await sendingOrganisation([anna, bert]);
    const server = await sink({
      atRecipient: (address) => (address === anna ? { code: 550, text: '5.1.1 unknown' } : undefined),
    });
    const { out, code } = await run(['send', key], { SMTP_URL: server.url });
    expect(out).toContain('1 angenommen, 1 abgelehnt, 0 ungeklärt.');
    expect(out).toContain('1 Adresse angehalten, weil ihr Mailserver sie endgültig ablehnt.');
    expect(code).toBe(0);
    expect(await statuses(folder)).toEqual({
      [anna]: ['paused', 'Postfach gibt es nicht (Antwort 550)'],
      [bert]: ['active', null],
    });
    const retried = await run(['send', key, '--retry-failed'], { SMTP_URL: server.url });
    expect(retried.err).toContain(
      'Nichts ist abgelehnt, was an ein aktives Abonnement noch einmal hinausgehen könnte.',
    );
    expect((await run(['abo', 'show', anna])).out).toContain('2025-kw33: nicht zugestellt;');
    expect((await run(['send', key, '--again'], { SMTP_URL: server.url })).out).toContain('an 1 Adresse');
  });

  test('pauses nobody when it is a large part of the list, until the operator confirms', async () => {
    const { folder, run } = await sendingOrganisation(readers(12));
    const server = await sink({
      atRecipient: (address) => (/-[1-6]@/.test(address) ? { code: 550, text: '5.1.1 unknown' } : undefined),
    });
    const { out } = await run(['send', key], { SMTP_URL: server.url });
    expect(out).toContain('Nach der Regel wären 6 Adressen anzuhalten.');
    const paused = async () => Object.values(await statuses(folder)).filter(([status]) => status === 'paused').length;
    expect(await paused()).toBe(0);
    expect((await run(['send', key, '--pause-refused'])).out).toContain('6 Adressen angehalten');
    expect(await paused()).toBe(6);
  });

  test('goes out once more with --retry-failed', async () => {
    const { run } = await sendingOrganisation([anna, bert]);
    const server = await sink({
      atRecipient: (address, time) => (address === anna && time === 1 ? { code: 554, text: '5.7.1 no' } : undefined),
    });
    const env = { SMTP_URL: server.url };
    await run(['send', key], env);
    expect((await run(['send', key, '--retry-failed'], env)).out).toContain('2 angenommen, 0 abgelehnt, 0 ungeklärt.');
    expect(server.taken).toEqual([bert, anna]);
  });
});

test('a server that is away costs nothing: all wait, and the next call goes on', async () => {
  const { run } = await sendingOrganisation([anna]);
  const refusing = await sink({ atSender: () => ({ code: 550, text: '5.7.1 not you' }) });
  const { out, err, code } = await run(['send', key], { SMTP_URL: refusing.url });
  expect(err).toContain('Der Mailserver lehnt den Absender ab. Seine Antwort: 550 5.7.1 not you');
  expect(out).toContain(`Angehalten: ${key}. 0 angenommen, 0 abgelehnt, 0 ungeklärt, 1 wartet.`);
  expect(code).toBe(1);
  const server = await sink();
  expect((await run(['send', key, '--again'], { SMTP_URL: server.url })).err).toContain('noch nicht zu Ende');
  expect((await run(['send', key], { SMTP_URL: server.url })).out).toContain('1 angenommen');
});

test('an issue that is changed before a mailing goes on is told; those who wait get the new one', async () => {
  const { folder, run } = await sendingOrganisation([anna]);
  const refusing = await sink({ atSender: () => ({ code: 550, text: '5.7.1 not you' }) });
  const goOn = async () => (await run(['send', key], { SMTP_URL: refusing.url })).out;
  await goOn();
  expect(await goOn()).not.toContain('geändert');
  const index = join(folder, 'content', 'issues', key, 'index.md');
  writeFileSync(index, readFileSync(index, 'utf8').replace(/^title: .*$/m, 'title: Ein neuer Titel'));
  expect(await goOn()).toMatch(
    /^Hinweis: 2025-kw33 ist geändert worden, seit dieser Versand begann\. Wer noch wartet,/,
  );
  const server = await sink();
  await run(['send', key], { SMTP_URL: server.url });
  expect((await simpleParser(server.raw[0] ?? '')).subject).toContain('Ein neuer Titel');
});

describe('two processes on one file of SQLite', () => {
  test.runIf(inject('postgres') === undefined)(
    'exclude each other; Strg+C stops the first when what is on the wire has its answer',
    async () => {
      const { folder, run } = await sendingOrganisation(readers(60));
      const onTheWire = new Set<string>();
      const answers = Promise.withResolvers<void>();
      const server = await sink({
        atMessage(address) {
          onTheWire.add(address);
          return undefined;
        },
        answersFrom: answers.promise,
      });
      const { child, ended } = startSender(folder, { SMTP_URL: server.url, SEND_PER_MINUTE: '6000' });
      let said = '';
      child.stdout?.on('data', (chunk) => {
        said += chunk;
      });
      await until(() => onTheWire.size > 0);
      const second = await run(['send', key], { SMTP_URL: server.url });
      expect(second.err).toBe(
        'Es läuft schon ein Versand. Warten Sie, bis er zu Ende ist, oder halten Sie ihn mit Strg+C an.\n',
      );
      expect(second.code).toBe(75);

      child.kill('SIGINT');
      await until(() => said.includes('Der Versand hält an'));
      expect(server.taken).toEqual([]);
      answers.resolve();
      const { code, printed } = await ended;
      const [, accepted] =
        /Angehalten: 2025-kw33\. (\d+) angenommen, 0 abgelehnt, 0 ungeklärt, \d+ warten/.exec(printed) ?? [];
      expect(Number(accepted)).toBe(server.taken.length);
      expect(server.taken.toSorted()).toEqual([...onTheWire].toSorted());
      expect(code).toBe(1);

      expect((await run(['send', key], { SMTP_URL: server.url })).out).toContain(
        '60 angenommen, 0 abgelehnt, 0 ungeklärt',
      );
      expect(server.taken.toSorted()).toEqual(readers(60).toSorted());
    },
  );
});
