const KEY = 'preau.parent';

/**
 * Says whether this tab was another parent's until now. What is ticked and written outlives an ended
 * session, for the same parent alone: on the family's computer the next one may be somebody else.
 */
export function changedHands(identifier: string): boolean {
  try {
    const before = sessionStorage.getItem(KEY);
    sessionStorage.setItem(KEY, identifier);
    return before !== null && before !== identifier;
  } catch {
    return false; // a browser that keeps nothing has nothing to hand on
  }
}
