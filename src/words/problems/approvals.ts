import { warning } from './rule.ts';

/** Four eyes. A warning while one writes; whatever is released or sent is refused with it. */
export const approvalRules = {
  approvalMissing: warning(() => ({
    found: 'keine Freigabe durch eine zweite Person',
    expected: 'eine Freigabe in der Redaktion, weil content/site.md es mit fourEyesSince verlangt',
    advice: 'Bitten Sie jemanden, der den Text nicht zuletzt geändert hat, ihn in der Redaktion freizugeben.',
  })),
  approvalOutdated: warning(({ by, on }: { by: string; on: string }) => ({
    found: `eine Freigabe von ${by} vom ${on} für einen früheren Stand`,
    expected: 'eine Freigabe für den Text, wie er jetzt ist',
    advice:
      'Der Text oder eine Datei, die er zeigt oder zum Herunterladen nennt, wurde danach geändert. Lassen Sie ihn noch einmal freigeben, oder holen Sie im Verlauf den freigegebenen Stand zurück.',
  })),
};
