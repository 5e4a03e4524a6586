import type { Finding, Rulebook } from './schema';

/** What the rulebook leaves open, as questions to the council. An `error` forbids activation. */
export function validate(rulebook: Rulebook): Finding[] {
  void rulebook;
  return [];
}
