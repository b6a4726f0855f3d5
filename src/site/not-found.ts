/** What a page answers where there is nothing at its address: Astro shows the site's own page for that. */
export function notFound(): Response {
  return new Response(null, { status: 404 });
}
