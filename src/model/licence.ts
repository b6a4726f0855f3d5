import type { Licence } from '../words/pictures.ts';

/** Under which licences pictures are published here, and what each of them asks. Not legal advice. */

interface LicenceTerms {
  /** The licence's own page, for those that are the same for everybody. */
  page?: string;
  /** Whether the licence demands the credit; the house rule asks for one at every picture. */
  demandsCredit?: true;
  /** Whether the place that the picture was taken from has to be named where it is known. */
  namesSource?: true;
  /** Whether an edited version may be shown. */
  editing?: 'forbidden' | 'with care';
  /** Nobody holds a copyright, so that a © would be false. */
  free?: true;
  /** Whether the publisher itself has to ask the persons shown (§ 22 KunstUrhG); agencies keep the releases. */
  asksPersons?: true;
}

const creativeCommons = (path: string): LicenceTerms => ({
  page: `https://creativecommons.org/licenses/${path}/`,
  demandsCredit: true,
  namesSource: true,
});

/** By the value of `licence` in front matter. Agencies' licences have a page of their own each: `licenceUrl`. */
const licenceTerms: Record<Licence, LicenceTerms> = {
  own: { asksPersons: true },
  commissioned: { asksPersons: true },
  'stock-standard': {},
  'stock-extended': {},
  /** News pictures: the credit line is mandatory, no advertising, no misleading change. */
  'stock-editorial': { demandsCredit: true, editing: 'with care' },
  'cc-by-4.0': creativeCommons('by/4.0'),
  'cc-by-sa-4.0': creativeCommons('by-sa/4.0'),
  'cc-by-nd-4.0': { ...creativeCommons('by-nd/4.0'), editing: 'forbidden' },
  'cc-by-3.0': creativeCommons('by/3.0'),
  'cc-by-sa-3.0': creativeCommons('by-sa/3.0'),
  'cc-by-3.0-de': creativeCommons('by/3.0/de'),
  'cc-by-sa-3.0-de': creativeCommons('by-sa/3.0/de'),
  'cc-by-2.0': creativeCommons('by/2.0'),
  'cc-by-sa-2.0': creativeCommons('by-sa/2.0'),
  'dl-de-by-2.0': { page: 'https://www.govdata.de/dl-de/by-2-0', demandsCredit: true, namesSource: true },
  'dl-de-zero-2.0': { page: 'https://www.govdata.de/dl-de/zero-2-0' },
  cc0: { page: 'https://creativecommons.org/publicdomain/zero/1.0/', free: true },
  'public-domain': { page: 'https://creativecommons.org/publicdomain/mark/1.0/', free: true },
  /** Made by a machine; in Germany nobody's work (§ 2 (2) UrhG). */
  ai: { free: true },
};

export const licences = Object.keys(licenceTerms) as Licence[];

/** What a licence asks; nothing is known of a picture without one. */
export function termsOf(licence: Licence | undefined): LicenceTerms {
  return licence ? licenceTerms[licence] : {};
}
