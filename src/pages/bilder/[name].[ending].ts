import type { APIRoute, GetStaticPaths } from 'astro';
import type { PictureFile } from '../../model/picture.ts';
import { getLibrary, getPictureStore } from '../../site/library.ts';
import { pictureFiles } from '../../views/parts/picture-files.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  pictureFiles(await getLibrary()).map((file) => {
    const [, name, ending] = /([^/.]+)\.(\w+)$/.exec(file.path) ?? [];
    return { params: { name, ending }, props: { file } };
  });

export const GET: APIRoute<{ file: PictureFile }> = async ({ props: { file } }) => {
  const bytes = await (await getPictureStore()).read(file.path);
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': file.mediaType } });
};
