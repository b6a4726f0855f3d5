import { statSync } from 'node:fs';
import { join } from 'node:path';
import { contentHere, errorsIn } from '../../build/known-site.ts';
import type { SetupFinding } from '../../doctor/finding.ts';
import type { Surroundings } from '../../settings/surroundings.ts';
import { dailyHours, hoursFrom, readableMoment, toMoment } from '../../store/moments.ts';
import { builtAt, siteFolder } from '../../subscription/web/frame-folder.ts';
import { doctorWords as words } from '../../words/doctor.ts';
import type { SetupSetting } from './setup-settings.ts';
import { startOr } from './units.ts';

const { topics } = words;

/** What there is to publish, and whether it was built. */
export function contentFindings(surroundings: Surroundings<SetupSetting>): SetupFinding[] {
  const topic = topics.content;
  const reading = contentHere(surroundings);
  if (!reading) return [{ state: 'note', topic, text: words.noContent }];
  const errors = errorsIn(reading).length;
  const { library } = reading;
  const built = statSync(join(surroundings.root, 'dist', 'index.html'), { throwIfNoEntry: false });
  const articles = library?.issues.flatMap((issue) => issue.articles).length ?? 0;
  return [
    errors > 0 || !library
      ? { state: 'wrong', topic, text: words.contentWrong(errors), remedy: 'npm run check' }
      : { state: 'ok', topic, text: words.contentRight(library.issues.length, articles) },
    ...(library?.site.example ? [{ state: 'missing', topic, text: words.example } as const] : []),
    built
      ? { state: 'ok', topic: topics.site, text: words.siteBuilt(fileTime(built.mtimeMs)) }
      : { state: 'missing', topic: topics.site, text: words.siteMissing, remedy: 'npm run build' },
    ...(library && !library.site.aboUrl
      ? [{ state: 'note', topic: topics.subscription, text: words.noAbo } as const]
      : []),
  ];
}

const fileTime = (mtimeMs: number) =>
  readableMoment(toMoment(Temporal.Instant.fromEpochMilliseconds(Math.floor(mtimeMs))));

/** Whether the service has the pages around its forms, and of today; `isKnown` is whether there is a publication here. */
export function frameFindings(surroundings: Surroundings<SetupSetting>, isKnown: boolean): SetupFinding[] {
  const topic = topics.frame;
  const at = builtAt(siteFolder(surroundings));
  if (at === undefined)
    return isKnown ? [{ state: 'missing', topic, text: words.frameMissing, remedy: 'npm run build' }] : [];
  return at < hoursFrom(surroundings.now, -dailyHours)
    ? [
        {
          state: 'wrong',
          topic,
          text: words.frameOld(readableMoment(at)),
          remedy: startOr('kurrende-build', words.byHand.build),
        },
      ]
    : [{ state: 'ok', topic, text: words.frameRight(readableMoment(at)) }];
}
