import { expect, it } from 'vitest';
import { securityTxt } from '../../src/documents/security-txt.ts';
import { library, replaced, site } from '../reader/sample-content.ts';
import { origin } from '../views/sample-page.ts';

it('security.txt says whom to write to, until when it holds, in which languages, and where it belongs', () => {
  expect(securityTxt(library().site.security, origin)).toBe(
    [
      'Contact: mailto:sicherheit@blatt.example\r\n',
      'Expires: 2026-08-31T23:59:59+02:00\r\n',
      'Preferred-Languages: de, en\r\n',
      'Canonical: http://127.0.0.1:4321/.well-known/security.txt\r\n',
    ].join(''),
  );
});

it('security.txt holds until its last day ends in Berlin, in winter too', () => {
  const files = replaced(site, 'expires: 2026-08-31', 'expires: 2026-01-31');
  expect(securityTxt(library(files).site.security, origin)).toContain('Expires: 2026-01-31T23:59:59+01:00\r\n');
});
