/** The credit inside a picture's file: XMP in full, EXIF for programs that read nothing else. */
import type { Element, Root } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { digitalSourceUrl, type FileCredit } from '../model/picture.ts';
import { legalText, splitSectionEnds } from '../text/characters.ts';

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const namespaces = {
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:photoshop': 'http://ns.adobe.com/photoshop/1.0/',
  'xmlns:xmpRights': 'http://ns.adobe.com/xap/1.0/rights/',
  'xmlns:Iptc4xmpCore': 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/',
  'xmlns:Iptc4xmpExt': 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
};

/** For the few pictures with a place where they are licensed. */
const licensing = { 'xmlns:plus': 'http://ns.useplus.org/ldf/xmp/1.0/' };

/**
 * An XMP packet (ISO 16684-1) with the fields of the IPTC Photo Metadata Standard that a credit has. It is the
 * carrier: UTF-8, the same in AVIF, WebP and JPEG.
 */
export function xmpPacket(credit: FileCredit): string {
  const { creator, copyright, licenceUrl, sourceUrl, alt } = credit;
  const description = x('rdf:Description', { 'rdf:about': '', ...namespaces, ...(sourceUrl && licensing) }, [
    x('dc:creator', [x('rdf:Seq', [x('rdf:li', legalText(creator))])]),
    ...inDefaultLanguage('dc:rights', copyright),
    ...plain('photoshop:Credit', credit.credit),
    ...plain('xmpRights:WebStatement', licenceUrl),
    ...(sourceUrl ? [licensor(sourceUrl)] : []),
    ...plain('Iptc4xmpExt:DigitalSourceType', digitalSourceUrl(credit)),
    ...inDefaultLanguage('Iptc4xmpCore:AltTextAccessibility', alt),
  ]);
  const root: Root = {
    type: 'root',
    children: [
      { type: 'instruction', name: 'xpacket', value: 'begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"' },
      x('x:xmpmeta', { 'xmlns:x': 'adobe:ns:meta/' }, x('rdf:RDF', { 'xmlns:rdf': rdf }, description)),
      { type: 'instruction', name: 'xpacket', value: 'end="w"' },
    ],
  };
  splitSectionEnds(root);
  return toXml(root, { closeEmptyElements: true });
}

function plain(name: string, value: string | undefined): Element[] {
  return value ? [x(name, legalText(value))] : [];
}

function inDefaultLanguage(name: string, value: string | undefined): Element[] {
  return value ? [x(name, [x('rdf:Alt', [x('rdf:li', { 'xml:lang': 'x-default' }, legalText(value))])])] : [];
}

function licensor(url: string): Element {
  const resource = x('rdf:li', { 'rdf:parseType': 'Resource' }, plain('plus:LicensorURL', url));
  return x('plus:Licensor', [x('rdf:Seq', [resource])]);
}

const asciiForms: Record<string, string> = {
  ...{ ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue', ß: 'ss', ẞ: 'SS' },
  ...{ '©': '(C)', '„': '"', '“': '"', '”': '"', '‚': "'", '‘': "'", '’': "'" },
};

/** EXIF's text type takes ASCII only (CIPA DC-008): umlauts as passports write them, other letters without marks. */
export function exifText(text: string): string {
  return text
    .replace(/[^\x20-\x7e]/g, (sign) => asciiForms[sign] ?? sign)
    .replace(/\p{Pd}/gu, '-')
    .replace(/\s/g, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/g, '?');
}

/** The same credit as EXIF, as far as EXIF goes; and that the colours are sRGB (`1`), which libvips calls uncalibrated. */
export function exifFields({ creator, copyright, credit }: FileCredit): {
  IFD0: Record<string, string>;
  IFD2: Record<string, string>;
} {
  return {
    IFD0: { Artist: exifText(creator), Copyright: exifText(copyright ?? credit) },
    IFD2: { ColorSpace: '1' },
  };
}
