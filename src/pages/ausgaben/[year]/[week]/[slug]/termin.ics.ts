import type { APIRoute, GetStaticPaths } from 'astro';
import { calendarFile } from '../../../../../documents/calendar.ts';
import type { Article } from '../../../../../model/library.ts';
import { weekSegment } from '../../../../../model/week.ts';
import { getLibrary } from '../../../../../site/library.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { articles } = await getLibrary();
  return articles
    .filter(({ event }) => event)
    .map((article) => ({
      params: { year: String(article.issue.week.year), week: weekSegment(article.issue.week), slug: article.slug },
      props: { article },
    }));
};

export const GET: APIRoute<{ article: Article }> = ({ props, url, site = url }) =>
  new Response(calendarFile(props.article, site), { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } });
