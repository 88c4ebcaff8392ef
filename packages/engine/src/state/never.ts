/** Stands for a time that is not known yet. */
export const NEVER = -1
