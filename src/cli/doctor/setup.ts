import { knownSite } from '../../build/known-site.ts';
import { databaseFindings } from '../../doctor/database-findings.ts';
import type { SetupFinding } from '../../doctor/finding.ts';
import { serverName } from '../../mail/mail-server.ts';
import type { Surroundings } from '../../settings/surroundings.ts';
import { serverState } from '../../store/engine/server-state.ts';
import { doctorWords as words } from '../../words/doctor.ts';
import { databaseWords } from '../../words/doctor-database.ts';
import { serviceErrors } from '../../words/service-errors.ts';
import { dataFindings, restoreFindings, rightsFindings } from './data-findings.ts';
import { serviceFinding } from './service-finding.ts';
import type { SetupSetting } from './setup-settings.ts';
import { contentFindings, frameFindings } from './site-findings.ts';

const { topics } = words;

/** What is set up here, one finding each, in the order in which one sets it up. */
export async function checkSetup(
  surroundings: Surroundings<SetupSetting>,
): Promise<{ title: string; findings: SetupFinding[] }> {
  // First, while it is still the moment at which the command was called.
  const server = await serverFindings(surroundings);
  const site = knownSite(surroundings);
  const data = await dataFindings(surroundings);
  const findings = [
    ...contentFindings(surroundings),
    ...frameFindings(surroundings, site !== undefined),
    ...mailFindings(surroundings),
    ...server,
    ...data,
    ...restoreFindings(surroundings),
    ...rightsFindings(surroundings),
    await serviceFinding(surroundings, data),
    operatorFinding(surroundings),
  ];
  return { title: words.title(site?.title), findings };
}

function mailFindings({ settings }: Surroundings<SetupSetting>): SetupFinding[] {
  const { SMTP_URL: url, DKIM, DKIM_KEY } = settings;
  const signature: SetupFinding = DKIM_KEY
    ? { state: 'ok', topic: topics.signature, text: words.signatureHere }
    : DKIM
      ? { state: 'ok', topic: topics.signature, text: words.signatureRelay }
      : { state: 'missing', topic: topics.signature, text: words.signatureMissing, remedy: 'DKIM=relay' };
  const server: SetupFinding =
    url === undefined
      ? {
          state: 'missing',
          topic: topics.mailServer,
          text: words.mailServerMissing,
          remedy: 'SMTP_URL=smtp://benutzer@mail.example:587',
        }
      : {
          state: 'ok',
          topic: topics.mailServer,
          text: words.mailServerSet(serverName(url)),
          remedy: 'npm run doctor -- --mail',
        };
  return [server, signature];
}

/** How the server of the database is set up, where it isn't a file. */
async function serverFindings({ settings, now }: Surroundings<SetupSetting>): Promise<SetupFinding[]> {
  if (settings.DATABASE_URL === undefined) return [];
  const state = await serverState(settings.DATABASE_URL);
  if (!('problem' in state)) return databaseFindings(state, now);
  const text = serviceErrors.databaseServer[state.problem](state.place);
  return [{ state: 'wrong', topic: databaseWords.topic, text }];
}

function operatorFinding({ settings }: Surroundings<SetupSetting>): SetupFinding {
  return settings.OPERATOR_MAIL
    ? { state: 'ok', topic: topics.operator, text: words.operatorSet }
    : {
        state: 'missing',
        topic: topics.operator,
        text: words.operatorMissing,
        remedy: 'OPERATOR_MAIL=betrieb@kurrende.example',
      };
}
