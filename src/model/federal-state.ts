/** The Länder by name, as `state` in content names them. */
export const federalStates = [
  'Baden-Württemberg',
  'Bayern',
  'Berlin',
  'Brandenburg',
  'Bremen',
  'Hamburg',
  'Hessen',
  'Mecklenburg-Vorpommern',
  'Niedersachsen',
  'Nordrhein-Westfalen',
  'Rheinland-Pfalz',
  'Saarland',
  'Sachsen',
  'Sachsen-Anhalt',
  'Schleswig-Holstein',
  'Thüringen',
] as const;
export type FederalState = (typeof federalStates)[number];

/** Where one turns to when a public body doesn't mend a barrier, and what happens there. */
export interface ConciliationBody {
  name: string;
  website: string;
  procedure?: string;
}

/** Who receives complaints under Art. 77 GDPR. */
interface SupervisoryAuthority {
  name: string;
  website: string;
}

/** What the law of a Land adds to that of the Union. */
interface StateLaw {
  /** The provisions that make the web sites of public bodies accessible (Directive (EU) 2016/2102). */
  accessibilityAct?: string;
  /** Where they allow for a disproportionate burden, and what they leave out. */
  burdenClause?: string;
  exemptionClause?: string;
  conciliationBody?: ConciliationBody;
  /** The provision that lets a public body process data for its task (Art. 6 (3) GDPR). */
  publicTaskAct?: string;
  supervisoryAuthority?: SupervisoryAuthority;
}

/**
 * Only what somebody has read at its source stands here; for the rest the content itself has to say it. Add a Land
 * when its act and its offices have been looked up, and look again when an act is amended.
 */
const laws: Partial<Record<FederalState, StateLaw>> = {
  // NBGG as amended in December 2023, NDSG; read in November 2026.
  Niedersachsen: {
    accessibilityAct: '§§ 9 bis 9e des Niedersächsischen Behindertengleichstellungsgesetzes (NBGG)',
    burdenClause: '§ 9a Abs. 4 NBGG',
    exemptionClause: '§ 9 Abs. 2 NBGG',
    conciliationBody: {
      name: 'Schlichtungsstelle nach § 9d NBGG bei der oder dem Niedersächsischen Landesbeauftragten für Menschen mit Behinderungen',
      website:
        'https://www.behindertenbeauftragter-niedersachsen.de/DE/Schlichtungsstelle/Schlichtungsverfahren/Ablauf/Ablauf',
      procedure:
        'Ein Antrag schildert, worum es geht, und nennt Namen und Anschrift beider Seiten. Sie können ihn online oder per Post stellen, auch in Leichter Sprache.',
    },
    publicTaskAct: '§ 3 des Niedersächsischen Datenschutzgesetzes (NDSG)',
    supervisoryAuthority: {
      name: 'Der Landesbeauftragte für den Datenschutz Niedersachsen',
      website: 'https://www.lfd.niedersachsen.de',
    },
  },
  // LDSG as Dataport's own notice cites it; read in November 2026.
  'Schleswig-Holstein': {
    publicTaskAct: '§ 3 Abs. 1 des Landesdatenschutzgesetzes Schleswig-Holstein (LDSG)',
  },
};

/** What is known of the law of a Land; empty where nobody has looked yet. */
export function lawOf(state: FederalState): StateLaw {
  return laws[state] ?? {};
}
