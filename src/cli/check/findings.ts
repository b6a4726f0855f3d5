import { createHash } from 'node:crypto';
import type { Problem } from '../../model/problem.ts';
import { problemLabels } from '../../words/commands.ts';

/** How findings are written for programs that show them beside the changed lines. */
export const findingFormats = { github: forGitHub, gitlab: forGitLab } as const;
export type FindingFormat = keyof typeof findingFormats;

/** What a program calls our kinds: a draft's errors and hints hold nothing up. */
const kindOf = ({ severity, isUnfinished }: Problem) => (isUnfinished ? 'hint' : severity);

/** One workflow command of GitHub Actions for each, which sets it as a remark at its line. */
function forGitHub(problems: readonly Problem[]): string {
  const commands = { error: 'error', warning: 'warning', hint: 'notice' } as const;
  return problems
    .map((problem) => {
      const { file, line, rule, found, expected, advice } = problem;
      const message = [
        `${problemLabels.found} ${found}`,
        `${problemLabels.expected} ${expected}`,
        `${problemLabels.advice} ${advice}`,
      ];
      const place = `file=${inProperty(file)},line=${line},title=${inProperty(rule)}`;
      return `::${commands[kindOf(problem)]} ${place}::${inMessage(message.join('\n'))}`;
    })
    .join('\n');
}

// The escapes of workflow commands: all of a percent sign and line ends, in properties colons and commas too.
const inMessage = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const inProperty = (text: string) => inMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** A code quality report of GitLab: JSON that a merge request shows at the changed lines. */
function forGitLab(problems: readonly Problem[]): string {
  const severities = { error: 'major', warning: 'minor', hint: 'info' } as const;
  const known = new Map<string, number>();
  return JSON.stringify(
    problems.map((problem) => {
      const { file, line, rule, found, advice } = problem;
      // Without the line: what only moves is no new finding. The same in one file twice is counted.
      const same = `${file}\0${rule}\0${found}`;
      const times = known.get(same) ?? 0;
      known.set(same, times + 1);
      return {
        description: `${problemLabels.found} ${found}. ${problemLabels.advice} ${advice}`,
        check_name: rule,
        fingerprint: createHash('sha256').update(`${same}\0${times}`).digest('hex'),
        severity: severities[kindOf(problem)],
        location: { path: file, lines: { begin: line } },
      };
    }),
    null,
    2,
  );
}
