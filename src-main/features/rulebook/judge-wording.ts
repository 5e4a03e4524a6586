import { euros, moment } from './explain';
import type { Judgement } from './judgement';
import type { Action } from './schema';

const NOUNS: Readonly<Record<Action, string>> = { book: 'Réservation', change: 'Modification', cancel: 'Annulation', enrol: 'Inscription' };

/** Worded without a date: this can never be done. */
const NEVER: Readonly<Record<Action, string>> = {
  book: 'cette journée ne peut pas être réservée',
  change: 'cette réservation ne peut pas être modifiée',
  cancel: 'cette réservation ne peut pas être annulée',
  enrol: 'l\'inscription ne peut pas être prise pour cette date',
};

/** "jusqu'au mardi 3 novembre à 10 h"; "avant le …" for a strict limit; null without a date. */
function untilWhen({ limit, strict }: Judgement): string | null {
  if (limit === null || limit === 'none' || limit === 'never') return null;
  return strict ? `avant le ${moment(limit)}` : `jusqu'au ${moment(limit)}`;
}

function consequence(action: Action, judgement: Judgement, cents: number | null | undefined): string {
  if (cents === undefined || cents === null) return '';
  if (action === 'cancel') return cents === 0 ? ' ; l\'absence n\'est pas facturée' : ` ; l'absence sera facturée ${euros(cents)}`;
  return judgement.outcome === 'late' ? ` ; elle sera facturée ${euros(cents)}` : '';
}

/** The French sentence of a decision; `cents` is what will be billed. */
export function wordDecision(action: Action, judgement: Judgement, cents?: number | null): string {
  const noun = NOUNS[action];
  const { outcome, ground, reason, opensAt, limit, pastLimit } = judgement;
  if (ground === 'admission' && reason !== null) return reason;
  if (ground === 'closed') return `${noun} refusée : ${reason ?? 'fermé'}.`;
  if (opensAt !== null) return `${noun} refusée : elle ouvre le ${moment(opensAt)}.`;
  const until = untilWhen(judgement);
  const was = until === null ? (limit === 'never' ? NEVER[action] : '') : `elle ${pastLimit ? 'était' : 'est'} possible ${until}`;
  const because = was === '' ? '' : ` : ${was}`;
  const more = consequence(action, judgement, cents);
  switch (outcome) {
    case 'accepted': return `${noun} acceptée${because}${more}.`;
    case 'late': return `${noun} hors délai${because}${more}.`;
    case 'refused': return `${noun} refusée${because}${more}.`;
    case 'ask':
      if (limit === null && !pastLimit) return `${noun} à valider par la mairie : le règlement ne fixe pas la limite.`;
      return `${noun} à valider par la mairie${because}.`;
  }
}
