/** A visit shorter than this that went back to the stage before was a slip (PRODUCT section 4). */
export const ACCIDENTAL_MINUTES = 5;
