/**
 * Folder of the search engine's files, made at the end of a build. In a file of its own, since the search page's script
 * loads it into the browser and all that stands beside it.
 */
export const searchIndexFolder = '/pagefind/';
