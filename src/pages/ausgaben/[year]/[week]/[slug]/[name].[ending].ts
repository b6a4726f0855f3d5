import { readFile } from 'node:fs/promises';
import type { APIRoute, GetStaticPaths } from 'astro';
import type { Attachment } from '../../../../../model/library.ts';
import { weekSegment } from '../../../../../model/week.ts';
import { getLibrary } from '../../../../../site/library.ts';
import { attachmentParams } from '../../../../../views/article/attachment-route.ts';

// Of the articles that are shown: a withdrawn one loses its files with its text.
export const getStaticPaths: GetStaticPaths = async () => {
  const { articles } = await getLibrary();
  return articles.flatMap(({ issue: { week }, slug, attachments }) =>
    attachments.map((attachment) => ({
      params: { year: String(week.year), week: weekSegment(week), slug, ...attachmentParams(attachment) },
      props: { attachment },
    })),
  );
};

export const GET: APIRoute<{ attachment: Attachment }> = async ({ props: { attachment } }) =>
  new Response(await readFile(attachment.location), { headers: { 'Content-Type': attachment.mediaType } });
