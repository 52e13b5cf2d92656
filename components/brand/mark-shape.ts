/**
 * The mark: two seats of one row seen from behind, one of them yours. Drawn on a 32 by 32 field;
 * app/icon.svg and the social image hold the same paths.
 */
export const MARK_VIEW_BOX = "0 0 32 32";
export const MARK_FREE_BACK = "M2.75 25.25V12.5a5.5 5.5 0 0 1 11 0v12.75a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1z";
export const MARK_TAKEN_BACK = "M17 25V12.5a6.75 6.75 0 0 1 13.5 0V25a2.5 2.5 0 0 1-2.5 2.5h-8.5A2.5 2.5 0 0 1 17 25z";
