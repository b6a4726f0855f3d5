/** The mails that tell when something failed: to the operators with what helps to mend it, to the editors in their words. */
import { systemMail } from '../mail/system-mail.ts';
import type { ServiceFacts } from '../model/service-facts.ts';
import { messageIdFor, type ServiceMail } from '../subscription/mails/service-mails.ts';
import { type FailedKind, failedWords as words } from '../words/doctor.ts';

interface Failure {
  /** The name of the unit, `kurrende-build.service`. */
  unit: string;
  host: string;
  /** What its log said last. */
  lines: readonly string[];
  /** Errors in the content that editors can mend, as sentences. */
  problems: readonly string[];
  site: ServiceFacts;
  operators: readonly string[];
  date: Temporal.Instant;
  newId: () => string;
}

/** What failed, by the name of its unit after that of the publication, which has no hyphen. */
export function kindOfUnit(unit: string): FailedKind {
  const role = unit.slice(unit.indexOf('-') + 1);
  if (/backup/.test(role)) return 'backup';
  if (/send|mailing|versand/.test(role)) return 'mailing';
  if (/build|fetch|packages|web/.test(role)) return 'build';
  return /abo/.test(role) ? 'service' : 'other';
}

/** So many lines of the log help; more are in the journal. */
const mostLines = 40;

/** One mail to each operator and one to the editors. */
export function failureMails(failure: Failure): { who: string; message: ServiceMail }[] {
  const { unit, host, problems, site, operators, date, newId } = failure;
  const lines = failure.lines
    .map(withoutAddresses)
    .filter((line) => line.trim() !== '')
    .slice(-mostLines);
  const mailTo = (to: string, mail: { subject: string; paragraphs: readonly string[] }): ServiceMail => {
    const delivery = { from: site.sender, to, messageId: messageIdFor(newId(), site), date };
    return systemMail(site, site.siteUrl, mail, delivery);
  };
  return [
    ...operators.map((to) => ({ who: words.operatorsNamed, message: mailTo(to, words.operators(unit, host, lines)) })),
    {
      who: words.editorsNamed,
      message: mailTo(site.editors.address, words.editors(kindOfUnit(unit), problems)),
    },
  ];
}

/** A log should hold no person; where one slipped in, it goes no further. */
function withoutAddresses(line: string): string {
  return line.replace(/[^\s<>"']+@[^\s<>"']+/g, '…@…').slice(0, 500);
}
