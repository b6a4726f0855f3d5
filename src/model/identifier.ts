import { z } from 'zod';
import { finding } from '../words/problems.ts';
import type { Day } from './day.ts';
import { refuse } from './field.ts';

const tagUri = /^tag:[a-z0-9.@_-]+,\d{4}(?:-\d{2}(?:-\d{2})?)?:[\w.!~*'():@&=+$,;/?%-]+$/i;

/** The permanent name of an issue or article: a `tag:` URI (RFC 4151), minted once and independent of its address. */
export const idSchema = z.string().superRefine((text, context) => {
  if (text.trim() === '') refuse(context, finding('idMissing', {}));
  else if (!tagUri.test(text)) {
    refuse(context, finding('notATagUri', { text }));
  }
});

/** Mints an id. `authority` is a domain that the publisher owns on `date`; `unique` makes the rest. */
export function mintId(authority: string, date: Day, unique: string): string {
  return `tag:${authority},${date}:${unique}`;
}
