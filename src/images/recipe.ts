/**
 * Part of every picture's key: raise it when the files of a picture or a drawing come out otherwise than before, so
 * that all of them are made anew under new addresses.
 */
export const recipe = 1;
