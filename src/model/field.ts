import { z } from 'zod';
import { type Finding, finding } from '../words/problems.ts';

/** Adds one of the product's own findings to what a schema found; `path` is relative to the value checked. */
export function refuse(context: z.RefinementCtx, found: Finding, path: PropertyKey[] = []): void {
  context.addIssue({ code: 'custom', path, params: { finding: found } });
}

/** Lets a rule over several fields run even when one of them is wrong, so that all is reported at once. */
export const evenIfIncomplete = {
  when: ({ value }: { value: unknown }) => isRecord(value),
};

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A line of text with something in it. */
export const line = z.string().trim().min(1);

export const email = z.string().superRefine((text, context) => {
  if (!z.email().safeParse(text).success) {
    refuse(context, finding('notAnEmail', { text }));
  }
});

/** An absolute https or http address. */
export const webAddress = z.string().superRefine((text, context) => {
  if (!z.url({ protocol: /^https?$/ }).safeParse(text).success) {
    refuse(context, finding('notAWebAddress', { text }));
  }
});

/** The part of an address that names a thing: `soziales`, `landkreis-wesermarsch`. */
export const slug = z.string().superRefine((text, context) => {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text)) {
    refuse(context, finding('notASlug', { text }));
  }
});

/** A file that lies beside the Markdown file: a name, never a path. */
export const fileBeside = z.string().superRefine((text, context) => {
  if (text.trim() === '' || /[/\\]/.test(text) || text.startsWith('.')) {
    refuse(context, finding('notAFileName', { text }));
  }
});
