/** How far the portal follows the RGAA, as the law has it told on every page (décret n° 2019-768, arrêté du 20 septembre 2019). */
export const ACCESSIBILITY_STATES = ['none', 'partial', 'full'] as const;
export type AccessibilityState = (typeof ACCESSIBILITY_STATES)[number];

/** The words of the law. Without an audit still valid, "non conforme" is the only one allowed. */
const WORDS: Readonly<Record<AccessibilityState, string>> = { none: 'non conforme', partial: 'partiellement conforme', full: 'totalement conforme' };

/** "Accessibilité : partiellement conforme", as the foot of every page and the statement say. */
export const accessibilityTitle = (state: AccessibilityState): string => `Accessibilité\u00a0: ${WORDS[state]}`;
