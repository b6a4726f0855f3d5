/** The form that asks for the link to leave. The site shows it, and the service shows it again. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import { serviceAddresses } from '../../model/address.ts';
import { formWords, leaveFormWords } from '../../words/subscription.ts';
import type { Refused } from './subscription-form.ts';

/** One field and the button; it posts to the service at `aboUrl`. */
export function leaveForm(aboUrl: string, refused?: Refused): Element {
  const email = {
    id: 'abo-leave-email',
    name: 'email',
    type: 'email',
    required: true,
    autoComplete: 'email',
    maxLength: 254,
    ...(refused ? { ariaInvalid: 'true', ariaDescribedBy: 'abo-leave-error', value: refused.email } : {}),
  };
  return h('form.signup', { method: 'post', action: aboUrl + serviceAddresses.leave }, [
    h('div.field', [
      h('label', { for: 'abo-leave-email' }, leaveFormWords.email),
      ...(refused ? [h('p.error', { id: 'abo-leave-error' }, refused.error)] : []),
      h('input', email),
    ]),
    h('div.trap', { ariaHidden: 'true' }, [
      h('label', { for: 'abo-leave-homepage' }, formWords.trap),
      h('input', { id: 'abo-leave-homepage', name: 'homepage', type: 'text', tabIndex: -1, autoComplete: 'off' }),
    ]),
    h('p', h('button', { type: 'submit' }, leaveFormWords.button)),
  ]);
}
