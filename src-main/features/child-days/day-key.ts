import type { LocalDate } from '../../kernel/local-date';

/** Names a child, a service and a day in maps. */
export const dayKey = (childId: number, service: string, day: LocalDate): string => `${childId} ${service} ${day}`;
