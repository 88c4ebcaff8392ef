/** The key that shortcuts go with, as it is written on this computer's keyboard. */
export const modifierKey: string = /Mac|iP(hone|ad)/.test(navigator.userAgent) ? '⌘' : 'Ctrl'
