import type { MiddlewareHandler } from 'astro';
import { problemPage } from '../documents/problem-page.ts';
import { findRedirect } from '../views/site/find.ts';
import { getReading } from './library.ts';

/** Of the preview only: a site that can't be shown at all says why instead of failing. A build has been stopped before. */
export const onRequest: MiddlewareHandler = async ({ url, redirect }, next) => {
  const { library, problems } = await getReading();
  if (library) {
    const response = await next();
    // A former address may look like an article's, whose page knows nothing of it. A build asks the right page.
    const moved = response.status === 404 ? findRedirect(library, url.pathname.slice(1, -1)) : undefined;
    return moved ? redirect(moved.to) : response;
  }
  return new Response(problemPage(problems), { status: 500, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
};
