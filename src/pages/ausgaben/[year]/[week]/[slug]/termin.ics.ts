import type { APIRoute } from 'astro';
import { calendarFile } from '../../../../../documents/calendar.ts';
import { getLibrary } from '../../../../../site/library.ts';
import { notFound } from '../../../../../site/not-found.ts';
import { findArticle } from '../../../../../views/site/find.ts';

export const GET: APIRoute = async ({ params, url, site = url }) => {
  const article = findArticle(await getLibrary(), params);
  if (!article?.event || article.withdrawn !== undefined) return notFound();
  return new Response(calendarFile(article, site), { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } });
};
