import type { APIRoute } from 'astro';
import { robotsTxt } from '../documents/sitemap-xml.ts';

export const GET: APIRoute = ({ url, site = url }) =>
  new Response(robotsTxt(site), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
