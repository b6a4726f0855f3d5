/** How the help at a field is said in a form. */

/** What is left out of a file is left empty in a form, where nobody writes lists and days by hand. */
export const inForm = (help: string) =>
  help
    .replace(/lassen Sie das Feld (nur )?weg/g, 'lassen Sie das Feld $1leer')
    .replace(/lassen das Feld weg/g, 'lassen das Feld leer')
    .replace(/ohne das Feld/g, 'ohne Angabe')
    .replace(/, eine Liste(?=[;.,])/g, '')
    .replace(/,? in der Form JJJJ-MM-TT(?!T)/g, '');
