/** Help at what a house sets about its style, and at what a text does otherwise. */
export const houseStyleHelp = {
  gender:
    'Form für alle Geschlechter: star (Kolleg*innen), colon (Kolleg:innen), underscore (Kolleg_innen), inner-i (KollegInnen), slash (Kolleg/-innen) oder pairs (Kolleginnen und Kollegen); ohne das Feld fällt nur auf, was in einem Text wechselt.',
  words:
    'Abkürzungen, Namen und Wörter, die alle Ihre Leserinnen und Leser kennen und die in keinem Wörterbuch stehen müssen, eine Liste.',
};

export const styleExceptionHelp = {
  rule: 'Name des Hinweises: longSentence (langer Satz), nominalStyle (Hauptwörter statt Verben), genderForm oder genderForms (Form für alle Geschlechter), weekdayWrong (falscher Wochentag), abbreviationUnexplained (Abkürzung ohne Erklärung), quotationOpen (Anführung ohne Ende), speakerUnnamed (Zitat ohne Namen), wordUnknown (Wort, das nicht im Wörterbuch steht) oder municipalityUnreleased (Kommune ohne Freigabe).',
  reason: 'Grund, aus dem der Hinweis hier nicht gilt.',
};
