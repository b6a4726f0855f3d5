/** The form for the Abo: what it says, as data and as HTML. The site shows it, and the service shows it again. */
import { createHash } from 'node:crypto';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { addresses, serviceAddresses } from '../../model/address.ts';
import type { Library } from '../../model/library.ts';
import { publisherNames } from '../../model/publisher.ts';
import type { FormVersion } from '../../model/service-facts.ts';
import { consentWords, formWords } from '../../words/subscription.ts';
import { privacyNoticeVersion } from '../legal/privacy-notice.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** SHA-256 of a wording, of the consent or of the mail that asks to confirm it, as its proof holds it. */
export function wordingHash(text: string): string {
  return sha256(text);
}

/** What the form of the site at `origin` says, built from `commit` if that is known. */
export function formVersion(
  { site, legal }: Pick<Library, 'site' | 'legal'>,
  origin: string,
  commit: string | undefined,
): FormVersion {
  const { title, frequency } = site;
  const consentText = consentWords.text(title, publisherNames(site), frequency);
  return identified({
    list: title,
    consentText,
    consentSha256: wordingHash(consentText),
    formUrl: origin + addresses.subscribe,
    privacyVersion: privacyNoticeVersion({ site, legal }),
    siteCommit: commit ?? null,
  });
}

/** A version of the form with the id that follows from what it says. */
export function identified(version: Omit<FormVersion, 'id'>): FormVersion {
  const { list, consentText, consentSha256, formUrl, privacyVersion, siteCommit } = version;
  const said = [list, consentText, consentSha256, formUrl, privacyVersion, siteCommit];
  return { id: sha256(JSON.stringify(said)), ...version };
}

/** What a reader entered that can't be taken. */
export interface Refused {
  email: string;
  error: string;
}

/**
 * The form as an element: one field, the text of the consent and the button that gives it. It posts to the service at
 * `aboUrl`; `siteUrl` (`''` on the site itself) is where the data protection notice is.
 */
export function subscriptionForm(version: FormVersion, aboUrl: string, siteUrl: string, refused?: Refused): Element {
  const describedBy = [...(refused ? ['abo-error'] : []), 'abo-next'].join(' ');
  const email = {
    id: 'abo-email',
    name: 'email',
    type: 'email',
    required: true,
    autoComplete: 'email',
    maxLength: 254,
    ariaDescribedBy: describedBy,
    ...(refused ? { ariaInvalid: 'true', value: refused.email } : {}),
  };
  return h('form.signup', { method: 'post', action: aboUrl + serviceAddresses.signUp }, [
    h('div.field', [
      h('label', { for: 'abo-email' }, formWords.email),
      ...(refused ? [h('p.error', { id: 'abo-error' }, refused.error)] : []),
      h('input', email),
    ]),
    h('div.trap', { ariaHidden: 'true' }, [
      h('label', { for: 'abo-homepage' }, formWords.trap),
      h('input', { id: 'abo-homepage', name: 'homepage', type: 'text', tabIndex: -1, autoComplete: 'off' }),
    ]),
    h('input', { type: 'hidden', name: 'form', value: version.id }),
    h('p', version.consentText),
    h('p', [`${formWords.privacy} `, h('a', { href: siteUrl + addresses.privacy }, formWords.privacyLink), '.']),
    h('p', h('button', { type: 'submit' }, formWords.button)),
    h('p.note', { id: 'abo-next' }, formWords.next),
  ]);
}
