import type { APIRoute } from 'astro';
import { signSvg } from '../images/sign.ts';
import { paletteOf } from '../model/palette.ts';
import { getLibrary } from '../site/library.ts';

export const GET: APIRoute = async () => {
  const { site } = await getLibrary();
  return new Response(signSvg(site.title, paletteOf(site)), {
    headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' },
  });
};
