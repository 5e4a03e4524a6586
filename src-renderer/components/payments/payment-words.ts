import type { Means } from '../../../src-main/features/payments/schema';
import { formatDate } from '../../../src-main/kernel/french-dates';
import type { LocalDate } from '../../../src-main/kernel/local-date';
import { cents, formatEuros } from '../../../src-main/kernel/money';

export const euros = (amount: number): string => formatEuros(cents(amount));

export const MEANS_ICONS: Readonly<Record<Means, string>> = {
  cash: 'i-lucide-coins', cheque: 'i-lucide-signature', card: 'i-lucide-credit-card', transfer: 'i-lucide-landmark',
};

/** The key that chooses a means while nothing is being typed. */
export const MEANS_KEYS: Readonly<Record<Means, string>> = { cash: 'e', cheque: 'c', card: 'b', transfer: 'v' };

export interface BalanceMark {
  readonly label: string;
  readonly icon: string;
  readonly tone: string;
}

/** A balance in words: above zero the family owes, below it has a credit. */
export function balanceMark(balanceCents: number): BalanceMark {
  if (balanceCents > 0) return { label: `Doit ${euros(balanceCents)}`, icon: 'i-lucide-clock', tone: 'bg-late text-late-ink' };
  if (balanceCents < 0) return { label: `Avoir de ${euros(-balanceCents)}`, icon: 'i-lucide-piggy-bank', tone: 'bg-queue text-queue-ink' };
  return { label: 'À jour', icon: 'i-lucide-check', tone: 'bg-booked text-booked-ink' };
}

/** "La famille devra 12,00 €.", for what would follow. */
export function balanceToCome(balanceCents: number): string {
  if (balanceCents > 0) return `La famille devra ${euros(balanceCents)}.`;
  return balanceCents < 0 ? `La famille gardera un avoir de ${euros(-balanceCents)}.` : 'La famille sera à jour.';
}

/** "La famille doit encore 12,00 €.", for what follows a payment. */
export function balanceSentence(balanceCents: number): string {
  if (balanceCents > 0) return `La famille doit encore ${euros(balanceCents)}.`;
  if (balanceCents < 0) return `La famille a un avoir de ${euros(-balanceCents)} pour sa prochaine facture.`;
  return 'La famille est à jour.';
}

/** "échéance le 4 décembre 2026", "en retard depuis le 4 novembre 2026" */
export function dueWords(dueOn: LocalDate | null, overdue: boolean): string {
  if (dueOn === null) return 'sans échéance';
  return overdue ? `en retard, échéance le ${formatDate(dueOn)}` : `échéance le ${formatDate(dueOn)}`;
}
