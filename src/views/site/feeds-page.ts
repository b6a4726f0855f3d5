/** The page about feeds: what there is to subscribe to, each with the address to copy. */
import { feedsPageWords } from '../../words/follow.ts';

/** A feed as the list of feeds gives it; `path` is that of its document. */
interface Feed {
  title: string;
  description: string;
  path: string;
  format: string;
}

export interface FeedRow {
  id: string;
  title: string;
  description: string;
  /** Absolute, since it is copied into another program. */
  address: string;
  /** What the button that copies it is called (WCAG 2.4.6: no two alike). */
  copy: string;
}

/** The rows of the page, in the order of `feeds`, for the site at `origin`. */
export function feedRows(feeds: readonly Feed[], origin: string): FeedRow[] {
  const timesUsed = Map.groupBy(feeds, ({ title }) => title);
  return feeds.map(({ title, description, path, format }, index) => {
    const isOneOfSeveral = (timesUsed.get(title)?.length ?? 0) > 1;
    const name = isOneOfSeveral ? feedsPageWords.titleWithFormat(title, format) : title;
    return {
      id: `feed-${index + 1}`,
      title: name,
      description,
      address: origin + path,
      copy: feedsPageWords.copy(name),
    };
  });
}
