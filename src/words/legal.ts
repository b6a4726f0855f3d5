/** What the legal pages, the redirects and the calendar say by themselves. */
import { NBSP } from './phrases.ts';

export const imprintWords = {
  title: 'Impressum',
  description: 'Wer diese Website herausgibt, wer für den Inhalt verantwortlich ist und wie Sie uns erreichen.',
  example: 'Herausgeber, Personen und Anschriften auf dieser Seite sind erfundene Beispiele.',
  publisher: 'Herausgeber',
  publisherNamed: (name: string) => `Herausgeber: ${name}`,
  responsible: `Verantwortlich für den Inhalt nach §${NBSP}18 Abs.${NBSP}2 MStV`,
  editors: 'Redaktion',
  name: 'Name',
  inLiquidation: (name: string) => `${name} in Liquidation`,
  legalForm: 'Rechtsform',
  address: 'Anschrift',
  nameAndAddress: 'Name und Anschrift',
  representedBy: 'Vertreten durch',
  withFunction: (name: string, office: string) => `${name}, ${office}`,
  email: 'E-Mail',
  phone: 'Telefon',
  website: 'Website',
  vatId: 'Umsatzsteuer-Identifikationsnummer',
  economicId: 'Wirtschafts-Identifikationsnummer',
  legalSupervision: 'Rechtsaufsicht',
  licensingAuthority: 'Aufsichtsbehörde',
  supervisoryBoardChair: 'Vorsitz des Aufsichtsrats',
  auditAssociation: 'Prüfungsverband',
  dataProtectionOfficer: 'Datenschutzbeauftragte oder -beauftragter',
  answersFor: (part: string) => `Für den Teil „${part}“`,
  credits: 'Von wem die Bilder stammen, steht bei jedem Bild und gesammelt unter',
};

/** Registers by the letters that stand before their numbers. */
export const registerWords: Record<'HRA' | 'HRB' | 'GnR' | 'VR' | 'PR', string> = {
  HRA: 'Handelsregister',
  HRB: 'Handelsregister',
  GnR: 'Genossenschaftsregister',
  VR: 'Vereinsregister',
  PR: 'Partnerschaftsregister',
};

export const redirectWords = {
  title: 'Diese Seite ist umgezogen',
  text: 'Ihre neue Adresse ist',
};

export const calendarWords = {
  moreOn: (address: string) => `Im Netz: ${address}`,
  online: (address: string) => `Online: ${address}`,
  registration: (address: string, deadline: string | undefined) =>
    `Anmeldung${deadline ? ` bis ${deadline}` : ''}: ${address}`,
};
