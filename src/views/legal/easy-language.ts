/** The page in Leichte Sprache. */
import type { EasyLanguagePage, Site } from '../../model/library.ts';
import { easyLanguageTree, withoutPoints } from '../../text/easy-language.ts';
import { easyLanguageWords } from '../../words/easy-language.ts';
import { dayText, type TimeText } from '../parts/date.ts';
import { pageText } from '../parts/text.ts';

export interface EasyLanguageView {
  title: string;
  description: string;
  html: string;
  asOf: TimeText;
  testedBy: string | undefined;
}

export function easyLanguagePage(
  { title, body, updatedOn, testedBy }: EasyLanguagePage,
  site: Pick<Site, 'title'>,
): EasyLanguageView {
  return {
    title: withoutPoints(title),
    description: easyLanguageWords.description(site.title),
    html: pageText(easyLanguageTree(body)),
    asOf: dayText(updatedOn),
    testedBy: testedBy && easyLanguageWords.testedBy(testedBy),
  };
}
