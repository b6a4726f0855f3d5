import { z } from 'zod';
import { editorsHelp, mailHelp, securityHelp, senderHelp, siteHelp } from '../words/fields/site.ts';
import { editorsForm, mailForm, securityForm, senderForm, siteForm } from '../words/forms/site.ts';
import { finding } from '../words/problems.ts';
import { daySchema } from './day.ts';
import { completeAddress, described, email, evenIfIncomplete, line, prose, refuse } from './field.ts';
import { logoSchema } from './logo.ts';
import { checkContrast, houseColoursSchema, themes } from './palette.ts';
import { publisherSchema, responsibleSchema } from './publisher.ts';
import { houseStyleSchema } from './style.ts';

const origin = z.string().superRefine((text, context) => {
  const corrected = originIn(text);
  if (corrected !== withoutSlash(text)) refuse(context, finding('notAnOrigin', { text, corrected, of: 'site' }));
});

/** Where mail programs unsubscribe by themselves, which RFC 8058 allows over https only. */
const secureOrigin = z.string().superRefine((text, context) => {
  const found = originIn(text);
  const corrected = found?.replace('http:', 'https:');
  if (found !== withoutSlash(text)) refuse(context, finding('notAnOrigin', { text, corrected, of: 'abo' }));
  else if (found !== corrected) refuse(context, finding('notHttps', { text }));
});

/** The origin in an address; that of a host alone with https. */
function originIn(text: string): string | undefined {
  const address = /^https?:/i.test(text) ? text : (completeAddress(text) ?? '');
  return /^https?:/i.test(address) && URL.canParse(address) ? new URL(address).origin : undefined;
}

const withoutSlash = (text: string) => text.replace(/\/$/, '');

const domain = z.string().superRefine((text, context) => {
  if (!/^(?:[a-z0-9-]+\.)+[a-z]{2,}$/.test(text)) {
    refuse(context, finding('notADomain', { text }));
  }
});

/** Sender of the e-mail edition, and how much of each article it holds. */
const mailSchema = z.strictObject(
  described(
    {
      /** § 6 DDG: who sends must be plain to see, so the name is that of the publication or the publisher. */
      from: z.strictObject(described({ name: line, address: email }, senderHelp, senderForm)),
      /** Name of the mailing list (RFC 2919) by which mail programs sort; it stays even if the site moves. */
      listId: domain,
      articles: z.enum(['full', 'teaser']).default('full'),
      /** Some mail programs end a subscription by mail only (RFC 2369); somebody has to read it. */
      unsubscribeTo: email.optional(),
      /** Who gets a test of an issue when nobody is named. */
      previewTo: z.array(email).min(1).optional(),
    },
    mailHelp,
    mailForm,
  ),
);

/** Front matter of `content/site.md`: what is published here and who answers for it. */
export const siteSchema = z
  .strictObject(
    described(
      {
        title: prose,
        description: prose,
        publicUrl: origin.transform(withoutSlash),
        aboUrl: secureOrigin.transform(withoutSlash).optional(),
        /** Domain of the publisher that new ids are minted in; it stays even if the site moves. */
        idAuthority: domain,
        /** True while publisher and imprint are invented: pages say so and a release is refused. */
        example: z.boolean().default(false),
        /** How often issues appear, as said in the box for subscribers: "jede Woche". */
        frequency: prose.optional(),
        /** From this day on a second person approves what comes out. */
        fourEyesSince: daySchema.optional(),
        publishers: z.array(publisherSchema).min(1),
        /** The colours of the house, checked for contrast (WCAG 1.4.3); without them the product's own. */
        colours: houseColoursSchema.optional(),
        theme: z.enum(themes).default('kurrende'),
        /** Above every page, in mails and drawings, and for search engines. */
        logo: logoSchema.optional(),
        /** Persons responsible for the content, § 18 (2) MStV. */
        responsible: z.array(responsibleSchema).min(1),
        editors: z.strictObject(described({ name: line, email }, editorsHelp, editorsForm)),
        mail: mailSchema.optional(),
        /** Decisions that hints about style go by. */
        style: houseStyleSchema.optional(),
        /** `security.txt`, RFC 9116. */
        security: z.strictObject(described({ contact: email, expires: daySchema }, securityHelp, securityForm)),
      },
      siteHelp,
      siteForm,
    ),
  )
  .superRefine(({ colours, theme }, context) => {
    if (houseColoursSchema.safeParse(colours).success && colours) {
      checkContrast(colours, themes.includes(theme) ? theme : 'kurrende', context);
    }
  }, evenIfIncomplete);

export type MailSettings = z.output<typeof mailSchema>;
export type SiteFrontMatter = z.output<typeof siteSchema>;
