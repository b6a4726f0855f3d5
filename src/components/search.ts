/**
 * The search page's script. It loads the engine and its index on first use and nothing before. It imports words only:
 * with the model would come its schemas, thirty times this script.
 */
import { searchWords } from '../words/search.ts';

/** A hit as the engine gives it; the excerpt is HTML with the words found in `mark`. */
interface Hit {
  url: string;
  excerpt: string;
  /** All of the page that is searched: kind, title and lead before the text. */
  content: string;
  meta: { title?: string; issue?: string; date?: string };
}

interface Engine {
  options(options: { noWorker: boolean }): Promise<void>;
  init(): Promise<void>;
  mergeIndex(folder: string): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<Hit> }[] }>;
}

const hitsAtOnce = 10;

let loading: Promise<Engine> | undefined;

/** The engine in this folder of the site, with the index of older years in others. After a failure the next search tries again. */
function engineIn(folder: string, older: readonly string[]): Promise<Engine> {
  loading ??= import(/* @vite-ignore */ `${folder}pagefind.js`)
    .then(async (loaded: Engine) => {
      // A worker would need leave to run WebAssembly in its own response; so only this page's policy has to give it.
      await loaded.options({ noWorker: true });
      await loaded.init();
      await Promise.all(older.map((one) => loaded.mergeIndex(one)));
      return loaded;
    })
    .catch((error) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

/** Makes the search box of a page work: the query stands in the address, so that a search can be kept and gone back to. */
export function startSearch(page: Document, window: Window): void {
  const find = <Found extends Element>(selector: string) => page.querySelector<Found>(selector);
  const form = find<HTMLFormElement>('[data-search]');
  const input = form?.querySelector<HTMLInputElement>('input');
  const status = find('[data-search-status]');
  const results = find<HTMLElement>('[data-search-results]');
  const list = results?.querySelector('ol');
  const more = results?.querySelector('button');
  if (!form || !input || !status || !results || !list || !more) return;
  const engine = () => engineIn(form.dataset.search ?? '', form.dataset.searchOlder?.split(' ') ?? []);

  /** Counts searches, so that a slow answer never replaces that of a later one. */
  let current = 0;

  async function show(query: string): Promise<void> {
    if (!status || !results || !list || !more) return;
    current += 1;
    const mine = current;
    const isLate = () => mine !== current;
    results.hidden = true;
    list.replaceChildren();
    status.textContent = query === '' ? '' : searchWords.searching;
    if (query === '') return;
    try {
      const { results: found } = await (await engine()).search(query);
      if (isLate()) return;
      const showMore = async () => {
        const start = list.children.length;
        const hits = await Promise.all(found.slice(start, start + hitsAtOnce).map((hit) => hit.data()));
        if (isLate()) return;
        list.append(...hits.map((hit) => hitItem(page, hit)));
        more.hidden = list.children.length >= found.length;
        if (start > 0) {
          status.textContent = searchWords.shown(list.children.length, found.length);
          list.children[start]?.querySelector('a')?.focus();
        }
      };
      more.onclick = showMore;
      await showMore();
      if (isLate()) return;
      status.textContent = searchWords.found(found.length, query);
      results.hidden = found.length === 0;
    } catch {
      if (!isLate()) status.textContent = searchWords.unavailable;
    }
  }

  const queryInAddress = () => new URLSearchParams(window.location.search).get('q')?.trim() ?? '';
  const follow = () => {
    input.value = queryInAddress();
    return show(input.value);
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const query = input.value.trim();
    if (query === '') return;
    if (query !== queryInAddress()) window.history.pushState(null, '', `?${new URLSearchParams({ q: query })}`);
    show(query);
  });
  // Typing takes longer than loading. A failure is told when the search is sent.
  input.addEventListener('focus', () => engine().catch(() => {}), { once: true });
  window.addEventListener('popstate', follow);
  if (queryInAddress() !== '') follow();
}

function hitItem(page: Document, { url, excerpt, content, meta }: Hit): HTMLLIElement {
  const item = page.createElement('li');
  const heading = page.createElement('h2');
  const link = page.createElement('a');
  link.href = url;
  link.textContent = meta.title ?? url;
  heading.append(link);
  item.append(heading);
  const about = [meta.issue, meta.date].filter(Boolean).join(' · ');
  if (about !== '') {
    const note = page.createElement('p');
    note.className = 'note';
    note.textContent = about;
    item.append(note);
  }
  const text = page.createElement('p');
  text.append(...marked(page, withoutLeadingSigns(withoutTitle(excerpt, content, meta.title))), searchWords.cutOff);
  item.append(text);
  return item;
}

const plain = (html: string) =>
  html
    .replace(/<\/?mark>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** An excerpt without what stands above it already: it may begin with a page's kind and title, or within them. */
export function withoutTitle(excerpt: string, content: string, title = ''): string {
  const all = plain(content);
  const [name, shown] = [plain(title), plain(excerpt)];
  const [from, at] = [all.indexOf(name), all.indexOf(shown)];
  let cut = from + name.length - at;
  if (name === '' || from < 0 || at < 0 || cut <= 0 || cut >= shown.length) return excerpt;
  // A mark that the title ends in goes on behind it.
  let open = '';
  const rest = excerpt.trimStart().replace(/<(\/?)mark>|\s+|\S/g, (part, slash?: string) => {
    if (cut <= 0) return part;
    if (slash === undefined) cut -= 1;
    else open = slash ? '' : part;
    return cut <= 0 ? open : '';
  });
  return rest;
}

/** The engine cuts between any two words, and a dot or dash between parts of a line is one to it. */
export function withoutLeadingSigns(excerpt: string): string {
  return excerpt.replace(/^[\s·•|/,;:.!?…)\]–—-]+(?=[\s<])/, '').trimStart();
}

/** Text and marks of an excerpt, and no other element, whatever it may hold. */
function marked(page: Document, html: string): Node[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return [...body.childNodes].map((node) => {
    const text = page.createTextNode(node.textContent ?? '');
    if (node.nodeName !== 'MARK') return text;
    const mark = page.createElement('mark');
    mark.append(text);
    return mark;
  });
}
