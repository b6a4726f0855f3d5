import type { APIRoute } from 'astro';
import kern from '../styles/themes/kern.css?raw';
import { houseStyle } from '../views/house-style.ts';
import { getLibrary } from './_library.ts';

const rules = { kurrende: '', kern };

export const GET: APIRoute = async () => {
  const { site } = await getLibrary();
  return new Response(houseStyle(site, rules[site.theme]), { headers: { 'Content-Type': 'text/css; charset=utf-8' } });
};
