import type { APIRoute } from 'astro';
import { accessibilityData } from '../views/accessibility-statement.ts';
import { originOf } from '../views/origin.ts';
import { getLibrary } from './_library.ts';

export const GET: APIRoute = async ({ site }) => {
  const library = await getLibrary();
  const data = accessibilityData(library, originOf(site, library.site));
  return new Response(`${JSON.stringify(data, null, 2)}\n`, { headers: { 'Content-Type': 'application/json' } });
};
