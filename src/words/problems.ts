import { approvalRules } from './problems/approvals.ts';
import { articleRules } from './problems/articles.ts';
import { characterRules } from './problems/characters.ts';
import { eventRules } from './problems/events.ts';
import { exampleRules } from './problems/example.ts';
import { fieldRules } from './problems/fields.ts';
import { fileRules } from './problems/files.ts';
import { issueRules } from './problems/issues.ts';
import { legalRules } from './problems/legal.ts';
import { logoRules } from './problems/logo.ts';
import { markRules } from './problems/marks.ts';
import { notMeantRules } from './problems/not-meant.ts';
import { pageRules } from './problems/pages.ts';
import { pictureFileRules } from './problems/picture-files.ts';
import { pictureRules } from './problems/pictures.ts';
import { publisherRules } from './problems/publisher.ts';
import type { Rule, Sentences, Severity } from './problems/rule.ts';
import { styleRules } from './problems/style.ts';
import { textRules } from './problems/text.ts';
import { valueRules } from './problems/values.ts';

/** Every mistake that a user can make, in one place. A rule's name is stable: tests and tools refer to it. */
const rules = {
  ...fileRules,
  ...valueRules,
  ...issueRules,
  ...articleRules,
  ...approvalRules,
  ...eventRules,
  ...pageRules,
  ...pictureRules,
  ...pictureFileRules,
  ...logoRules,
  ...textRules,
  ...markRules,
  ...notMeantRules,
  ...characterRules,
  ...fieldRules,
  ...publisherRules,
  ...legalRules,
  ...exampleRules,
  ...styleRules,
} as const;

export type { ForeignMark } from './problems/marks.ts';
export type { LineEdit } from './problems/rule.ts';

export type RuleName = keyof typeof rules;
type FactsOf<Name extends RuleName> = Parameters<(typeof rules)[Name]['say']>[0];

/** What an editor is told about a problem, apart from its place. */
export interface Finding extends Sentences {
  severity: Severity;
  rule: RuleName;
}

/** The finding of a rule about the given facts, in the words that the editor reads. */
export function finding<Name extends RuleName>(rule: Name, facts: FactsOf<Name>): Finding {
  const { severity, say } = rules[rule] as Rule<FactsOf<Name>>;
  return { rule, severity, ...say(facts) };
}

export const styleRuleNames = Object.keys(styleRules) as (keyof typeof styleRules)[];
export const ruleNames = Object.keys(rules) as RuleName[];
