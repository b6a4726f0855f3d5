import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { issueKey, thursdayOf, weeksIn } from '../src/model/week.ts';

const words = (
  'Verwaltung Gemeinde Landkreis Verfahren Antrag Bescheid Rechenzentrum Update Schulung Beratung Sitzung Haushalt ' +
  'Amt Team Leitung Frist Formular Akte Daten Netz Betrieb Umstellung Bürgerin Bürger sachlich neu gemeinsam sicher ' +
  'regelmäßig digital offen knapp und oder aber mit ohne für bei nach seit wird werden ist sind hat haben kann prüft ' +
  'startet endet hilft zeigt'
).split(' ');

/** Text that is the same for the same seed: a linear congruential generator, for variety and not for chance. */
function sentenceMaker(seed: number): (length: number) => string {
  let state = seed * 2_654_435_761 + 1;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
  return (length) => {
    const text = Array.from({ length }, () => words[(next() >>> 8) % words.length]).join(' ');
    return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
  };
}

function article(number: number, authority: string, topic: string): string {
  const sentence = sentenceMaker(number);
  const paragraph = () => Array.from({ length: 5 }, () => sentence(13)).join(' ');
  return `---
id: tag:${authority},2026:bench-${number}
title: ${sentence(6).slice(0, -1)} ${number}
kind: ${number % 4 === 0 ? 'notice' : 'news'}
summary: ${sentence(18)}
topics: [${topic}]
---

${paragraph()}

## ${sentence(4).slice(0, -1)}

${paragraph()} Dazu *${sentence(5)}*[^1]

- ${sentence(8)}
- ${sentence(8)}

## ${sentence(4).slice(0, -1)}

${paragraph()}

| Stelle | Anzahl |
| ------ | -----: |
| Amt    | ${number} |

${paragraph()}

[^1]: ${sentence(9)}
`;
}

/**
 * Writes a site folder with `count` articles of about 3.5 kB, `perIssue` to an issue and one issue a week, ending in the
 * last week before 2026; site data, terms and legal texts are those of `example`, a site folder.
 */
export function generateArchive(
  folder: string,
  count: number,
  example: string,
  topics: readonly string[],
  perIssue = 5,
): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'public'), { recursive: true });
  for (const name of ['site.md', 'terms.yaml', 'legal']) {
    cpSync(join(example, 'content', name), join(folder, 'content', name), { recursive: true });
  }
  let [year, week] = [2025, weeksIn(2025)];
  for (let first = 0; first < count; first += perIssue) {
    const issue = join(folder, 'content', 'issues', issueKey({ year, week }));
    mkdirSync(issue, { recursive: true });
    writeFileSync(
      join(issue, 'index.md'),
      `---\nid: tag:kurrende.example,2026:bench-issue-${first}\ntitle: Woche ${week}\nlead: Fünf Beiträge.\npublishedOn: ${thursdayOf({ year, week })}\n---\n\nGuten Tag.\n`,
    );
    for (let n = first; n < Math.min(first + perIssue, count); n += 1) {
      const topic = topics[n % topics.length] ?? '';
      writeFileSync(join(issue, `0${n - first + 1}-beitrag-${n}.md`), article(n, 'kurrende.example', topic));
    }
    week -= 1;
    if (week === 0) {
      year -= 1;
      week = weeksIn(year);
    }
  }
}
