import type { SetupFinding } from '../doctor/finding.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { doctorWords as words } from '../words/doctor.ts';
import { commandHelp } from '../words/help.ts';
import { checkMail } from './doctor/mail.ts';
import { checkSetup } from './doctor/setup.ts';
import { setupSettings } from './doctor/setup-settings.ts';
import { defineCommand } from './door/command.ts';

/** `npm run doctor`: what is set up, missing, wrong, with what mends it. Exit code 1 if anything is missing or wrong. */
export const command = defineCommand({
  help: commandHelp.doctor,
  options: { mail: { type: 'boolean' } },
  words: 0,
  settings: [...setupSettings, 'DNS_SERVER'],
  async run({ flags }, surroundings) {
    const { title, findings } = await (flags.mail === true ? checkMail(surroundings) : checkSetup(surroundings));
    return tell(title, findings, surroundings);
  },
});

function tell(title: string, findings: readonly SetupFinding[], { print }: Surroundings): number {
  print([title, '', ...findings.map(words.line), '', words.sum(findings)].join('\n'));
  return findings.some(({ state }) => state === 'wrong' || state === 'missing') ? 1 : 0;
}
