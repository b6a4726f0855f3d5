import type { APIRoute } from 'astro';
import { pictureFilePath } from '../../model/address.ts';
import { getLibrary } from '../../site/library.ts';
import { notFound } from '../../site/not-found.ts';
import { getPictureStore } from '../../site/picture-store.ts';
import { pictureFiles } from '../../views/parts/picture-files.ts';

export const GET: APIRoute = async ({ params: { name, ending } }) => {
  const path = pictureFilePath(`${name}.${ending}`);
  const file = pictureFiles(await getLibrary()).find((one) => one.path === path);
  if (!file) return notFound();
  const bytes = await (await getPictureStore()).read(file.path);
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': file.mediaType } });
};
