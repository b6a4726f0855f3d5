import type { ArticleFrontMatter } from '../../model/article.ts';
import { attachedFiles, picturedFiles } from './named-files.ts';

type Named = 'id' | 'publishedOn' | 'formerAddresses' | 'related' | 'topics' | 'municipality' | 'software';

/** What has to be known of each text of the content, so that any of them can be judged: plain data, and little of it. */
export interface ListedFields extends Partial<Pick<ArticleFrontMatter, Named>> {
  /** Whether its front matter fits the schema. */
  isWhole: boolean;
  hasEvent: boolean;
  /** The files that it names as attachments, rightly or not. */
  attached: string[];
  /** The files that it names as its pictures, rightly or not. */
  pictured: string[];
}

/** Of a text as far as it was understood. */
export function listedFields({
  value,
  usable,
  data,
}: {
  value?: unknown;
  usable: object;
  data: unknown;
}): ListedFields {
  const { id, publishedOn, formerAddresses, related, topics, municipality, software, event } =
    usable as Partial<ArticleFrontMatter>;
  return {
    ...{ id, publishedOn, formerAddresses, related, topics, municipality, software },
    isWhole: value !== undefined,
    hasEvent: event !== undefined,
    attached: attachedFiles(data),
    pictured: picturedFiles(data),
  };
}
