/** Where prepared pictures lie: apart from the store, which whoever clears up need not load. */

/** The store's folder below the organisation's. */
export const pictureFolder = '.cache/bilder';

/** How the names of folders begin in which a picture lies until it is whole. */
export const unfinishedPrefix = 'unfinished-';
