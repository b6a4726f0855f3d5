import type { APIRoute } from 'astro';
import { houseStyle } from '../documents/house-style.ts';
import type { Theme } from '../model/palette.ts';
import { getLibrary } from '../site/library.ts';
import layers from '../styles/layers.css?raw';
import logo from '../styles/logo.css?raw';
import kern from '../styles/themes/kern.css?raw';

const rules: Record<Theme, string> = { kurrende: '', kern };

export const GET: APIRoute = async () => {
  const { site } = await getLibrary();
  return new Response(houseStyle(site, layers, rules[site.theme] + (site.logo ? logo : '')), {
    headers: { 'Content-Type': 'text/css; charset=utf-8' },
  });
};
