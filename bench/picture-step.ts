// Run by bench/pictures.ts in a process of its own: what a build does for pictures before it makes pages.
import { join } from 'node:path';
import { env, hrtime } from 'node:process';
import { inspectPictures } from '../src/images/inspect.ts';
import { pictureFolder } from '../src/images/picture-folder.ts';
import { openPictureStore } from '../src/images/picture-store.ts';
import { preparePictures } from '../src/images/prepare.ts';
import { day } from '../src/model/day.ts';
import { contentOnDisk } from '../src/reader/files/content-folder.ts';
import { createReader } from '../src/reader/read.ts';
import { siteRoot } from '../src/site/settings.ts';

const { library, pictures } = createReader(contentOnDisk(siteRoot))({
  today: day(env.BUILD_DATE ?? ''),
  mode: 'publish',
});
if (!library) throw new Error(`no content in ${env.SITE_ROOT}`);
const started = hrtime.bigint();
const store = await openPictureStore(join(siteRoot, pictureFolder));
const problems = await inspectPictures(pictures, store);
if (problems.length > 0) throw new Error(JSON.stringify(problems, null, 2));
const made = await preparePictures(library, store);
console.log(JSON.stringify({ seconds: Number(hrtime.bigint() - started) / 1e9, made }));
