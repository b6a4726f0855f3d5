import { addresses } from '../model/address.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';

/** A header of every answer, also of errors and of "304 Not Modified". */
export interface Header {
  name: string;
  value: string;
  /** Other values, for everything in a folder at the top of the site: `/feeds/`. */
  exceptions: readonly { folder: string; value: string }[];
  /** Only on a connection that is encrypted. */
  httpsOnly: boolean;
}

/** What the headers depend on. */
export interface ServedSite {
  /** Address of the site, without a path. */
  origin: string;
  /** Origins beside its own that its forms go to. */
  formTargets: readonly string[];
}

/** Folders whose files have their content's hash in the name: another content is another address. */
const hashed = ['/_astro/', '/bilder/'];

/** Features of browsers that no page here uses; clipboard-write stays, for the button that copies an address. */
const unused = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/**
 * Every header that the site is sent with: the one list, from which `npm start` answers and the files for the web
 * servers are written.
 */
export function responseHeaders({ origin, formTargets }: ServedSite): Header[] {
  const policy = (ability: Parameters<typeof contentSecurityPolicy>[0]) => contentSecurityPolicy(ability, formTargets);
  const headers: Header[] = [
    {
      ...always('Content-Security-Policy', policy('none')),
      exceptions: [
        { folder: addresses.feeds, value: policy('script') },
        { folder: '/suche/', value: policy('search') },
        // A worker obeys the policy that its own script came with.
        { folder: '/pagefind/', value: policy('search') },
      ],
    },
    always('X-Content-Type-Options', 'nosniff'),
    // Other sites learn which site a reader came from, never which page; forms still say their origin.
    always('Referrer-Policy', 'strict-origin'),
    always('Permissions-Policy', unused.map((feature) => `${feature}=()`).join(', ')),
    always('Cross-Origin-Opener-Policy', 'same-origin'),
    always('Cross-Origin-Embedder-Policy', 'require-corp'),
    {
      ...always('Cross-Origin-Resource-Policy', 'same-origin'),
      // Feed readers and mail programs in the browser show our pictures.
      exceptions: [{ folder: '/bilder/', value: 'cross-origin' }],
    },
    {
      ...always('Cache-Control', 'no-cache'),
      exceptions: hashed.map((folder) => ({ folder, value: 'public, max-age=31536000, immutable' })),
    },
  ];
  if (!origin.startsWith('https:')) return headers;
  // RFC 6797. Subdomains are left out: they belong to others.
  return [...headers, { ...always('Strict-Transport-Security', 'max-age=31536000'), httpsOnly: true }];
}

function always(name: string, value: string): Header {
  return { name, value, exceptions: [], httpsOnly: false };
}

/** The value of a header at a path of the site, which may lack its last slash. */
export function valueAt({ value, exceptions }: Header, path: string): string {
  return exceptions.find(({ folder }) => `${path}/`.startsWith(folder))?.value ?? value;
}
