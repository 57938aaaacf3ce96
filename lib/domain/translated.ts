/** Stands for the language of a page that the browser has translated; a private-use tag of BCP 47. */
export const TRANSLATED = 'x-translated'
