import type { APIRoute } from 'astro';
import { houseStyle } from '../documents/house-style.ts';
import { getLibrary } from '../site/library.ts';
import kern from '../styles/themes/kern.css?raw';

const rules = { kurrende: '', kern };

export const GET: APIRoute = async () => {
  const { site } = await getLibrary();
  return new Response(houseStyle(site, rules[site.theme]), { headers: { 'Content-Type': 'text/css; charset=utf-8' } });
};
