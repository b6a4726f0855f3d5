/**
 * Part of every picture's key and of the register of originals: raise it when the files of a picture or a drawing come
 * out otherwise than before, or another original is refused, so that all of them are made and looked at anew, the
 * files under new addresses.
 */
export const recipe = 4;
