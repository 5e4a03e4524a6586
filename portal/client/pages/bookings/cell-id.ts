import type { CellAddress } from '../../state/pending-changes';

/** Identifier of a cell's button, so that a summary can lead to it. */
export const cellId = ({ childId, service, day }: CellAddress): string => `case-${childId}-${service}-${day}`;
