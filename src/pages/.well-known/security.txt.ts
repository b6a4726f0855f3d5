import type { APIRoute } from 'astro';
import { securityTxt } from '../../documents/security-txt.ts';
import { getLibrary } from '../../site/library.ts';

export const GET: APIRoute = async ({ url, site: origin = url }) => {
  const { site } = await getLibrary();
  const headers = { 'Content-Type': 'text/plain; charset=utf-8' };
  return new Response(securityTxt(site.security, origin), { headers });
};
