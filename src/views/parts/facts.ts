/** Facts as pairs of a name and one or more values, shown as a description list. */

export interface FactValue {
  text: string;
  href?: string;
  /** Said behind it: what is in a file. */
  description?: string;
  /** The language of its text, where it isn't German. */
  lang?: string;
  /** For a value that is a time. */
  datetime?: string;
}

export interface Fact {
  name: string;
  values: FactValue[];
}

/** The facts that are known: pairs without a value are left out. */
export function facts(...pairs: [name: string, values: (FactValue | undefined)[]][]): Fact[] {
  return pairs
    .map(([name, values]) => ({ name, values: values.filter((value) => value !== undefined) }))
    .filter(({ values }) => values.length > 0);
}

/** A value that is plain text, if there is one. */
export function textFact(text: string | undefined): FactValue | undefined {
  return text === undefined ? undefined : { text };
}

/** A link to another site, named by its host, since the same words would lead to many places. */
export function siteFact(url: string | undefined): FactValue | undefined {
  return url === undefined ? undefined : { text: new URL(url).host.replace(/^www\./, ''), href: url };
}
