import type { SetupFinding } from '../../doctor/finding.ts';
import type { Surroundings } from '../../settings/surroundings.ts';
import { doctorWords as words } from '../../words/doctor.ts';
import { type HealthTrouble, healthWords } from '../../words/health.ts';
import type { SetupSetting } from './setup-settings.ts';
import { startOr } from './units.ts';

const { topics } = words;

/** Asks the running service how it is; what `found` tells of the backup it needn't say again. */
export async function serviceFinding(
  { settings }: Surroundings<SetupSetting>,
  found: readonly SetupFinding[],
): Promise<SetupFinding> {
  const topic = topics.service;
  const { ABO_HOST: host, ABO_PORT: port } = settings;
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}/abo/health`;
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(5_000) });
    const { message, troubles = [] } = (await response.json()) as { message?: string; troubles?: HealthTrouble[] };
    const isBackupTold = found.some((one) => one.topic === topics.backup && one.state !== 'ok');
    const others = troubles.filter(({ kind }) => !(isBackupTold && kind === 'backup'));
    if (message !== undefined && others.length === troubles.length) {
      return { state: response.ok ? 'ok' : 'wrong', topic, text: message };
    }
    if (message !== undefined) {
      return others.length === 0
        ? { state: 'ok', topic, text: words.serviceElse }
        : { state: 'wrong', topic, text: healthWords(others) };
    }
  } catch {
    // Nobody there, or somebody else: the same to whoever sets it up.
  }
  return {
    state: 'missing',
    topic,
    text: words.serviceAway(address),
    remedy: startOr('kurrende-abo', words.byHand.service),
  };
}
