/** Cards a column has at first: two screens' worth, for a board is opened more often than scrolled. */
export const FIRST_CARDS = 20;
/** Cards each further step of scrolling brings. */
export const NEXT_CARDS = 50;
/** Cards one answer holds at most. */
export const MOST_CARDS = 500;
