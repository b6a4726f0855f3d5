import { readFile } from 'node:fs/promises';
import type { APIRoute } from 'astro';
import { getLibrary } from '../../../../../site/library.ts';
import { notFound } from '../../../../../site/not-found.ts';
import { findAttachment } from '../../../../../views/site/find.ts';

export const GET: APIRoute = async ({ params }) => {
  const attachment = findAttachment(await getLibrary(), params);
  if (!attachment) return notFound();
  return new Response(await readFile(attachment.location), { headers: { 'Content-Type': attachment.mediaType } });
};
