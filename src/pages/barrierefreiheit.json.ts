import type { APIRoute } from 'astro';
import { getLibrary } from '../site/library.ts';
import { accessibilityData } from '../views/legal/accessibility-statement.ts';
import { originOf } from '../views/site/origin.ts';

export const GET: APIRoute = async ({ site }) => {
  const library = await getLibrary();
  const data = accessibilityData(library, originOf(site, library.site));
  return new Response(`${JSON.stringify(data, null, 2)}\n`, { headers: { 'Content-Type': 'application/json' } });
};
