/** What was put right, in the next issue and on the page that lists it all. */

export const correctionWords = {
  title: 'Berichtigungen',
  description: 'Was wir berichtigt oder zurückgezogen haben: alle Beiträge nach Jahren, das Neueste zuerst.',
  none: 'Bisher war nichts zu berichtigen.',
  /** In an issue: what stood in earlier ones. */
  inIssue: 'Berichtigungen zu früheren Ausgaben',
  withdrawn: (date: string) => `Zurückgezogen am ${date}`,
  withdrawnSomeDay: 'Zurückgezogen',
  undated: 'Ohne Datum',
  all: 'Alle Berichtigungen',
};
