import { describe, expect, test } from 'vitest';
import { mailServer } from './mail-server.ts';
import { facts, linkIn, runningService } from './running-service.ts';

const anna = 'anna.poststelle@rathaus.example';
const newest = { title: 'Wer sich kümmert', url: 'https://blatt.example/ausgaben/2025/kw33/' };

/** A service with a subscriber, and the mails that it got so far. */
async function subscribed(email = anna) {
  const server = await mailServer();
  const service = await runningService({ env: { SMTP_URL: server.url }, facts: facts({ newestIssue: newest }) });
  await service.signUp(email);
  const [mail] = await server.received(1);
  await service.post(linkIn(mail?.text), {});
  await server.received(2);
  return { server, service };
}

describe('whoever has confirmed', () => {
  test('gets a welcome with the newest issue and the way out, before any issue', async () => {
    const { server, service } = await subscribed();
    const welcome = server.mails[1];
    expect(welcome?.subject).toBe('Willkommen beim Newsletter Blatt');
    expect(welcome?.text).toContain('Neueste Ausgabe: Wer sich kümmert: https://blatt.example/ausgaben/2025/kw33/');
    expect(welcome?.html).toContain('href="https://blatt.example/ausgaben/2025/kw33/"');
    expect(server.raw[1]).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    const way = linkIn(welcome?.text);
    expect(way).toMatch(/^\/abo\/abmelden\/[\w-]+\/$/);
    expect((await service.post(way, {})).status).toBe(200);
    expect(await (await service.get(way)).text()).toContain('Hier gibt es kein Abo mehr');
  });

  test('gets it once, also when the mail server is away for a while', async () => {
    const server = await mailServer();
    const service = await runningService({ env: { SMTP_URL: server.url } });
    await service.signUp(anna);
    const [mail] = await server.received(1);
    server.refuseWith(451);
    await service.post(linkIn(mail?.text), {});
    await service.stop();
    server.refuseWith(0);
    const again = await runningService({
      env: { SMTP_URL: server.url },
      folder: service.folder,
      start: '2025-09-01T09:00:00Z',
    });
    await server.received(2);
    expect(server.mails[1]?.subject).toContain('Willkommen');
    await again.stop();
    expect(server.mails).toHaveLength(2);
  });

  test('finds the way out in the answer to a second sign-up', async () => {
    const { server, service } = await subscribed();
    service.pass({ hours: 2 });
    await service.signUp(anna);
    const mails = await server.received(3);
    expect(mails[2]?.subject).toContain('schon abonniert');
    await service.post(linkIn(mails[2]?.text), {});
    expect((await server.received(4))[3]?.subject).toBe('Sie sind vom Newsletter Blatt abgemeldet');
  });
});

describe('whoever has no issue at hand', () => {
  const ask = (service: Awaited<ReturnType<typeof subscribed>>['service'], email: string) =>
    service.post('/abo/abmelden/', { email, homepage: '' });

  test('gets the link to leave by mail, in the hour of the sign-up too', async () => {
    const { server, service } = await subscribed();
    expect(await (await service.get('/abo/abmelden/')).text()).toContain('Link zum Abmelden schicken');
    expect((await ask(service, anna.toUpperCase())).status).toBe(200);
    const mails = await server.received(3);
    expect(mails[2]?.subject).toBe('Ihr Link zum Abmelden vom Newsletter Blatt');
    expect((await service.post(linkIn(mails[2]?.text), {})).status).toBe(200);
  });

  test('learns nothing about others: the answer is the same for an address without a subscription', async () => {
    const { server, service } = await subscribed();
    const known = await (await ask(service, anna)).text();
    const unknown = await (await ask(service, 'bert@rathaus.example')).text();
    expect(unknown).toBe(known);
    await server.received(3);
    expect(server.to('bert@rathaus.example')).toBeUndefined();
  });

  test('is asked for an address that is one, and can’t fill a mailbox', async () => {
    const { server, service } = await subscribed();
    const wrong = await ask(service, 'anna');
    expect([wrong.status, await wrong.text()]).toEqual([400, expect.stringContaining('aria-invalid="true"')]);
    for (let time = 0; time < 5; time += 1) await ask(service, anna);
    await server.received(3);
    await service.stop();
    expect(server.mails).toHaveLength(3);
  });

  test('comes from our own pages only', async () => {
    const { service } = await subscribed();
    const foreign = await service.post('/abo/abmelden/', { email: anna }, { Origin: 'https://boese.example' });
    expect(foreign.status).toBe(403);
  });
});

describe('a forwarded issue silences nobody', () => {
  test('the page names the owner shortened, and the owner gets one goodbye with a way back', async () => {
    const { server, service } = await subscribed();
    const way = linkIn(server.mails[1]?.text);
    const page = await (await service.get(way)).text();
    expect(page).toContain('das Abo von an…@rathaus.example.');
    expect(page).not.toContain('poststelle');
    const left = await (await service.post(way, {})).text();
    expect(left).toContain('An an…@rathaus.example schicken wir den Newsletter nicht mehr.');
    const [, , goodbye] = await server.received(3);
    expect(goodbye?.subject).toBe('Sie sind vom Newsletter Blatt abgemeldet');
    expect(goodbye?.text?.replaceAll('\n', ' ')).toContain('über die Seite zum Abmelden');
    expect(goodbye?.text).toContain('Newsletter wieder bestellen: https://blatt.example/abo/');
    expect(goodbye?.text).not.toContain('/abmelden/');
    // A second click says nothing to the owner any more, and names nobody.
    expect(await (await service.post(way, {})).text()).not.toContain('rathaus.example');
    await service.stop();
    expect(server.mails).toHaveLength(3);
  });

  test('one click in a mail program is told as such', async () => {
    const { server, service } = await subscribed();
    const response = await fetch(service.origin + linkIn(server.mails[1]?.text), {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    });
    expect(response.status).toBe(200);
    const [, , goodbye] = await server.received(3);
    expect(goodbye?.text?.replaceAll('\n', ' ')).toContain('mit einem Klick im Mailprogramm');
  });
});
