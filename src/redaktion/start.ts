/** Starts the Redaktion: puts its parts together, without listening. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { figuresFile } from '../build/figures-file.ts';
import { openEdition } from '../build/open-edition.ts';
import { openStore } from '../build/project.ts';
import { refuseWithoutContent } from '../build/project-folder.ts';
import { contentFiles } from '../model/content-files.ts';
import { UserError } from '../model/user-error.ts';
import { contentOnDisk } from '../reader/files/content-folder.ts';
import { openHunspell } from '../reader/hunspell.ts';
import { sendTestMails } from '../sending/test-mails.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { redaktionCommand } from '../words/redaktion.ts';
import { bundleForBrowsers } from './browser/bundle.ts';
import { openDesk } from './desk.ts';
import { textIn } from './files/text-files.ts';
import { openPageRenderer, type PageRenderer } from './preview/page-renderer.ts';
import { openHandOuts } from './showing/hand-outs.ts';
import { headData } from './text/head-data.ts';
import { takeApart } from './text/written-file.ts';
import { type Access, tokenParameter } from './web/access.ts';
import { createDeskApp } from './web/app.ts';
import type { DeskParts } from './web/desk-parts.ts';

/** The settings that it works by. */
export const redaktionSettings = [
  'BUILD_DATE',
  'REDAKTION_HOST',
  'REDAKTION_PORT',
  'REDAKTION_URL',
  'REDAKTION_USER_HEADER',
  'REDAKTION_TRUSTED_PROXIES',
  // Of the data it knows the place of one file: the figures.
  'DATA_DIR',
  'FIGURES_FILE',
  'SMTP_URL',
  'DKIM_SELECTOR',
  'DKIM_KEY',
  'DKIM_DOMAIN',
] as const;

type Used = (typeof redaktionSettings)[number];

/** Milliseconds between the first reading and the start of what shows previews. */
const restBeforePreview = 2_000;

export interface Redaktion {
  listener: ReturnType<typeof getRequestListener>;
  /** Where it is opened; with the key, where there is one. */
  address: string;
  isBehindProxy: boolean;
  /** Does beforehand what whoever comes first would wait for. */
  prepare(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the Redaktion that will listen on `port`. Throws a UserError for what is wrong with folder or settings. */
export async function startRedaktion(port: number, surroundings: Surroundings<Used>): Promise<Redaktion> {
  const { root, settings, uuid, account, printError } = surroundings;
  refuseWithoutContent(root);
  const store = await openStore(surroundings);
  const now = () => Temporal.Now.instant();
  const speller = await openHunspell();
  const desk = await openDesk({ root, date: settings.BUILD_DATE, now, uuid, store, speller });
  const access = await accessOf(port, settings, () => desk.history.self(account));
  let started: Promise<PageRenderer> | undefined;
  const renderer = () => {
    started ??= openPageRenderer().catch((error: unknown) => {
      // Whoever asks next has it tried again.
      started = undefined;
      throw error;
    });
    return started;
  };
  let isStopped = false;
  const content = contentOnDisk(root);
  const app = createDeskApp({
    desk,
    access,
    store,
    browser: await bundleForBrowsers(),
    renderer,
    handOuts: access.way.kind === 'proxy' ? openHandOuts(join(root, 'data', 'ansichten'), desk.today) : undefined,
    siteTitle: () => {
      const head = takeApart(textIn(content.read(contentFiles.site) ?? new Uint8Array()) ?? '')?.head;
      const title = head === undefined ? undefined : headData(head)?.title;
      return typeof title === 'string' ? title : '';
    },
    figuresFile: figuresFile(surroundings),
    sendTests: testSender(surroundings),
    newNonce: () => randomBytes(16).toString('base64'),
    log: printError,
  });
  const [origin] = access.origins;
  return {
    listener: getRequestListener((request, { incoming }) => app.fetch(request, { incoming }), {
      overrideGlobalObjects: false,
    }) as Redaktion['listener'],
    address: access.way.kind === 'token' ? `${origin}/?${tokenParameter}=${access.way.token}` : `${origin}/`,
    isBehindProxy: access.way.kind === 'proxy',
    async prepare() {
      // What goes wrong here goes wrong again for whoever asks, and is told then.
      const tried = async (work: () => Promise<unknown>) => {
        if (isStopped) return;
        try {
          await work();
        } catch {}
      };
      await tried(() => desk.readAhead());
      await tried(() => desk.allProblems());
      // Whoever opens the address at once has the overview first.
      await setTimeout(restBeforePreview, undefined, { ref: false });
      await tried(() => desk.history.index());
      await tried(async () => (await renderer()).warmUp());
    },
    stop: async () => {
      isStopped = true;
      desk.close();
      await started?.then(
        ({ close }) => close(),
        () => {},
      );
    },
  };
}

/** Sends tests over the mail server that is set; undefined where none is. */
function testSender(surroundings: Surroundings<Used>): DeskParts['sendTests'] {
  const { settings, uuid } = surroundings;
  const { SMTP_URL: smtpUrl } = settings;
  if (smtpUrl === undefined) return undefined;
  return async (library, issue, recipients) => {
    const open = { library, issue, unfinished: [], unapproved: [] };
    const edition = await openEdition(open, surroundings);
    const aboUrl = library.site.aboUrl ?? library.site.publicUrl;
    return sendTestMails(edition, recipients, { smtpUrl, aboUrl, date: Temporal.Now.instant(), newId: uuid }, settings);
  };
}

async function accessOf(
  port: number,
  settings: Surroundings<Used>['settings'],
  self: () => Promise<{ name: string; email: string }>,
): Promise<Access> {
  const { REDAKTION_URL: url, REDAKTION_USER_HEADER: header, REDAKTION_TRUSTED_PROXIES: isTrusted } = settings;
  const given = [url, header, isTrusted].filter((one) => one !== undefined);
  if (given.length === 0) {
    const token = randomBytes(24).toString('base64url');
    const origins = ['127.0.0.1', 'localhost'].map((host) => `http://${host}:${port}`);
    return { origins, way: { kind: 'token', token, cookieName: `redaktion-${port}`, editor: await self() } };
  }
  if (url === undefined || header === undefined || isTrusted === undefined) {
    throw new UserError(redaktionCommand.proxyIncomplete);
  }
  return { origins: [url], way: { kind: 'proxy', userHeader: header.toLowerCase(), isTrusted } };
}
