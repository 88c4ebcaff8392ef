/** The modifier key of shortcuts, as labeled on this computer's keyboard. */
export const modifierKey: string = /Mac|iP(hone|ad)/.test(navigator.userAgent) ? '⌘' : 'Ctrl'
