import { expect, it } from 'vitest';
import { outgoingAddress } from '../../src/model/web-address.ts';

it.each([
  ['https://www.bürgerbüro.example/straße?q=ü#ä', 'https://www.xn--brgerbro-65af.example/straße?q=ü#ä'],
  ['https://name@bürger.example:8443/', 'https://name@xn--brger-kva.example:8443/'],
  ['HTTPS://Bürger.Example', 'HTTPS://xn--brger-kva.example'],
  ['mailto:post@bürger.example?subject=Grüße', 'mailto:post@xn--brger-kva.example?subject=Grüße'],
  ['tel:+49 441 97140', 'tel:+4944197140'],
])('%s goes out as %s', (written, outgoing) => {
  expect(outgoingAddress(written)).toBe(outgoing);
  expect(outgoingAddress(outgoing)).toBe(outgoing);
});

it.each(['https://www.beispiel.example/straße', '/themen/büro/', '#büro', 'büro.pdf', 'mailto:ü', 'https://', ''])(
  '%s stays as it is',
  (written) => {
    expect(outgoingAddress(written)).toBe(written);
  },
);
