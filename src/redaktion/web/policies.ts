import { policyAllowing } from '../../delivery/content-security-policy.ts';

const self = "'self'";

/** Of a page of the Redaktion: its own script and styles; what the text editor styles itself carries the nonce. */
export function deskPolicy(nonce: string): string {
  return policyAllowing({
    'script-src': [self],
    'style-src': [self, `'nonce-${nonce}'`],
    'img-src': [self, 'data:', 'blob:'],
    'font-src': [self],
    'connect-src': [self],
    'frame-src': [self],
    'form-action': [self],
  });
}

/** Of a preview: nothing in it runs, whatever the text holds. A mail brings its styles with it. */
export function previewPolicy(isMail: boolean): string {
  const policy = policyAllowing({
    'style-src': isMail ? ["'unsafe-inline'"] : [self],
    'img-src': [self, 'data:'],
    'font-src': [self],
  });
  return policy.replace("frame-ancestors 'none'", `frame-ancestors ${self}`);
}
