/** What readers will see, beside the text. */

import { editorWords as words } from '../../words/redaktion-editor.ts';
import type { PreviewKind } from '../preview/previews.ts';
import { element, part } from './page.ts';
import type { CheckedText } from './problem-list.ts';

interface Shown {
  isShown: boolean;
  path?: string;
  facts?: { name: string; text: string }[];
  problem?: string;
  /** Files of the house that have to be mended first. */
  heldUpBy?: { path: string; name: string }[];
}

export interface PreviewPane {
  /** Shows the text anew. */
  refresh(): void;
  /** Says what is wrong with what is shown: the frame itself shows the text as if nothing were. */
  warn(found: Pick<CheckedText, 'counts' | 'besides'>): void;
}

/** `ask` gives what the server shows of the text as it is now. */
export function openPreviewPane(ask: (kind: PreviewKind) => Promise<Shown>): PreviewPane {
  const tabs = [...document.querySelectorAll<HTMLButtonElement>('[data-preview]')];
  const frame = part<HTMLIFrameElement>('vorschau-bild');
  const notice = part('vorschau-meldung');
  const facts = part('vorschau-angaben');
  let kind: PreviewKind = 'page';
  let round = 0;
  const places: Partial<Record<PreviewKind, number>> = {};
  const none: Record<PreviewKind, string> = {
    page: words.noPreview,
    imprint: words.noPreview,
    mail: words.noMailPreview,
    feed: words.noFeedPreview,
  };

  frame.addEventListener('load', () => {
    frame.contentWindow?.scrollTo(0, places[kind] ?? 0);
    // A frame without scripts: its links would only leave the text.
    frame.contentDocument?.addEventListener('click', (event) => {
      const link =
        event.target instanceof Object && 'closest' in event.target ? (event.target as Element).closest('a') : null;
      if (!link || link.getAttribute('href')?.startsWith('#')) return;
      event.preventDefault();
      notice.textContent = words.deadLink;
      notice.hidden = false;
    });
  });

  const refresh = async () => {
    round += 1;
    const mine = round;
    const wanted = kind;
    if (frame.hidden && notice.hidden) {
      notice.textContent = words.makingPreview;
      notice.hidden = false;
    }
    const {
      isShown,
      path,
      facts: told = [],
      problem,
      heldUpBy = [],
    } = await ask(wanted).catch((): Shown => ({ isShown: false }));
    if (mine !== round) return;
    facts.replaceChildren(
      ...told.map(({ name, text }) => element('div', {}, element('dt', {}, name), element('dd', {}, text))),
    );
    const isKept = !isShown && !frame.hidden && frame.dataset.kind === wanted;
    const said = problem ?? (isShown ? undefined : isKept ? words.oldPreview : none[wanted]);
    notice.textContent = said ?? '';
    notice.hidden = said === undefined;
    const [first, ...others] = heldUpBy.map(({ path: href, name }) => element('a', { href }, name));
    if (first) notice.replaceChildren(`${words.heldUp} `, first, ...others.flatMap((link) => [', ', link]), '.');
    frame.hidden = !isShown && !isKept;
    if (!isShown || path === undefined) return;
    const before = frame.contentWindow?.scrollY;
    if (before !== undefined && frame.dataset.kind === wanted) places[wanted] = before;
    frame.dataset.kind = wanted;
    frame.src = path;
  };

  const warning = part('vorschau-probleme');
  let found: Pick<CheckedText, 'counts' | 'besides'> | undefined;
  const showWarning = () => {
    const said = (counts: CheckedText['counts'] | undefined) => {
      const { errors = 0, unfinished = 0, warnings = 0 } = counts ?? {};
      return errors + unfinished + warnings > 0
        ? words.problemCount({ errors, unfinished, warnings, hints: 0 })
        : undefined;
    };
    const text = words.shownWith(said(found?.counts), kind === 'mail' ? said(found?.besides) : undefined);
    warning.hidden = text === '';
    part('vorschau-problemzahl').textContent = text;
  };

  const choose = (tab: HTMLButtonElement) => {
    for (const one of tabs) {
      one.setAttribute('aria-selected', String(one === tab));
      one.tabIndex = one === tab ? 0 : -1;
    }
    part('vorschau').setAttribute('aria-labelledby', tab.id);
    kind = tab.dataset.preview as PreviewKind;
    showWarning();
    void refresh();
  };
  for (const [index, tab] of tabs.entries()) {
    tab.addEventListener('click', () => choose(tab));
    tab.addEventListener('keydown', ({ key }) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
      const next = step === undefined ? undefined : tabs.at((index + step) % tabs.length);
      if (!next) return;
      choose(next);
      next.focus();
    });
  }
  return {
    refresh: () => void refresh(),
    warn(now) {
      found = now;
      showWarning();
    },
  };
}
