import type { MiddlewareHandler } from 'astro';
import { problemPage } from '../documents/problem-page.ts';
import { getReading } from './library.ts';

/** Of the preview only: a site that can't be shown at all says why instead of failing. A build has been stopped before. */
export const onRequest: MiddlewareHandler = async (_context, next) => {
  const { library, problems } = await getReading();
  if (library) return next();
  return new Response(problemPage(problems), { status: 500, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
};
