import type { APIRoute } from 'astro';
import { iconFile } from '../images/icon.ts';
import { signSvg } from '../images/sign.ts';
import { paletteOf } from '../model/palette.ts';
import { getLibrary } from '../site/library.ts';

export const GET: APIRoute = async () => {
  const { site } = await getLibrary();
  const icon = await iconFile(signSvg(site.title, paletteOf(site)));
  return new Response(new Uint8Array(icon), { headers: { 'Content-Type': 'image/x-icon' } });
};
