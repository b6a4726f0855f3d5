/** The slots of the data protection notice that are filled from the publisher's record and from the law of the Land. */
import { lawOf } from '../../model/federal-state.ts';
import type { PrivacyNotice } from '../../model/library.ts';
import { legalBasisOf, type Processor, usualSubscription } from '../../model/privacy-notice.ts';
import type { Publisher } from '../../model/publisher.ts';
import { listed } from '../../words/phrases.ts';
import { privacyWords as words } from '../../words/privacy.ts';
import type { LegalForm } from '../../words/terms.ts';
import { type FactValue, facts, siteFact, textFact } from '../parts/facts.ts';
import { telephoneFact } from '../parts/telephone.ts';
import type { LegalBlock } from './legal-section.ts';

const phoneFact = (phone: string | undefined) => (phone === undefined ? undefined : telephoneFact(phone));
const mailFact = (email: string): FactValue => ({ text: email, href: `mailto:${email}` });

/** Name and contact details of the controller, Art. 13 (1) (a) GDPR. */
export function contactBlocks({ name, address, phone, email }: Publisher): LegalBlock[] {
  return [
    {
      facts: facts(
        [words.name, [textFact(name)]],
        [words.address, [textFact(`${address.street}, ${address.postalCode} ${address.city}`)]],
        [words.phone, [phoneFact(phone)]],
        [words.email, [mailFact(email)]],
      ),
    },
  ];
}

/** How to reach the data protection officer, Art. 13 (1) (b) GDPR; none where there is none. */
export function officerBlocks({ dataProtectionOfficer: officer }: Publisher): LegalBlock[] {
  if (officer === undefined || officer === 'none') return [];
  const { name = words.officerName, email, phone } = officer;
  return [
    {
      facts: facts([words.name, [textFact(name)]], [words.email, [mailFact(email)]], [words.phone, [phoneFact(phone)]]),
    },
  ];
}

/** The legal basis in words, Art. 13 (1) (c), (d) GDPR. Throws where the reader should have refused the content. */
export function basisText(form: LegalForm, notice: PrivacyNotice): string {
  const basis = legalBasisOf(form, notice);
  switch (basis?.kind) {
    case 'as-written':
      return basis.text;
    case 'public-task':
      return words.publicTask(basis.act);
    case 'legitimate-interests':
      return words.legitimateInterests;
  }
  throw new TypeError(`no legal basis for ${form} in ${notice.state}`);
}

/** Who receives the data and whether they leave the Union, Art. 13 (1) (e), (f) GDPR. */
export function recipientTexts({ hosting, subscription }: PrivacyNotice, hasSubscription: boolean): string[] {
  const dispatch = hasSubscription ? (subscription ?? usualSubscription).dispatch : 'own';
  const processors = [hosting, dispatch].filter((one): one is Processor => one !== 'own');
  const names = [...new Set(processors.map(({ name }) => name))];
  const abroad = processors.flatMap(({ name, outsideEu }) => (outsideEu ? [words.thirdCountry(name, outsideEu)] : []));
  return [
    names.length > 0 ? words.otherRecipients(listed(names)) : words.ownRecipients,
    ...(abroad.length > 0 ? new Set(abroad) : [words.noThirdCountry]),
  ];
}

/** Where to complain, Art. 13 (2) (d) GDPR. */
export function authorityBlock({ supervisoryAuthority, state }: PrivacyNotice): LegalBlock {
  const authority = supervisoryAuthority ?? lawOf(state).supervisoryAuthority;
  return { facts: facts([words.authority, [textFact(authority?.name), siteFact(authority?.website)]]) };
}
