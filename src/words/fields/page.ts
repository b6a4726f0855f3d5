/** Help for the author of a page of the organisation's own, at each field of its front matter. */
export const ownPageHelp = {
  title: 'Überschrift der Seite; so heißt auch der Link in den Menüs.',
  description:
    'Ein oder zwei Sätze für Suchmaschinen und Vorschauen, höchstens 400 Zeichen; auf der Seite stehen sie nicht.',
  showIn:
    'Wo jede Seite auf diese verweist: menu (oben) oder footer (unten); ohne das Feld führen nur Links in Ihren Texten dorthin.',
  updatedOn:
    'Tag der letzten Änderung in der Form JJJJ-MM-TT, er steht unter dem Text; lassen Sie das Feld weg, wenn er keine Rolle spielt.',
  draft: 'true hält die Seite zurück, nur die Vorschau zeigt sie; zum Veröffentlichen lassen Sie das Feld weg.',
  example: 'true steht in der Seite, die als Beispiel mitkommt; schreiben Sie sie neu, und löschen Sie die Zeile.',
};
