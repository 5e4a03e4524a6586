import type { Version } from '../../../../src-main/features/rulebook/schema';
import { LEVELS } from '../../../../src-main/features/schools/schema';
import type { Choice } from '../../ui/choice';
import type { WordList } from './field';

const named = (rows: readonly { id: string; label?: string | undefined }[] | undefined): Choice<string>[] => (rows ?? []).map((row) => ({ value: row.id, label: row.label ?? row.id }));
const once = (choices: readonly Choice<string>[]): Choice<string>[] => choices.filter((choice, index) => choices.findIndex((one) => one.value === choice.value) === index);
const HAPPENINGS: readonly Choice<string>[] = [{ value: 'carte-perdue', label: 'carte perdue' }, { value: 'reminder', label: 'relance de paiement' }];
const EVENTS: readonly Choice<string>[] = [
  { value: 'lateBooking', label: 'les réservations hors délai' }, { value: 'unbooked', label: 'les venues sans réservation' }, { value: 'late', label: 'les deux : hors délai ou sans réservation' },
  { value: 'lateCollection', label: 'les enfants repris en retard' }, { value: 'untoldAbsence', label: 'les absences non signalées' }, { value: 'presence', label: 'les présences' },
  { value: 'lateCancel', label: 'les annulations hors délai' }, { value: 'lateChange', label: 'les changements hors délai' }, { value: 'lateEnrolment', label: 'les inscriptions hors délai' },
];

/** The words that a list of the text offers, in its order. */
export function wordsOf(version: Version, list: WordList): Choice<string>[] {
  const periods = version.calendar?.periods ?? [];
  switch (list) {
    case 'categories': return once([{ value: 'enfant', label: 'Enfant (sans catégorie)' }, ...named(version.categories)]);
    case 'options': return once(version.services.flatMap((service) => named(service.options)));
    case 'kinds': return once(periods.map(({ kind }) => ({ value: kind, label: kind })));
    case 'periods': return once([...periods.map(({ kind }) => ({ value: kind, label: `toutes les périodes « ${kind} »` })), ...named(periods)]);
    case 'levels': return LEVELS.map((level) => ({ value: level, label: level }));
    case 'proofs': return [{ value: 'medical', label: 'certificat médical' }, { value: 'letter', label: 'courrier des parents' }, { value: 'employer', label: 'attestation de l’employeur' }];
    case 'happenings': return once([...HAPPENINGS, ...(version.charges ?? []).flatMap(({ happening }) => (happening ? [{ value: happening, label: happening }] : []))]);
    case 'events': return once([...EVENTS, ...wordsOf(version, 'happenings')]);
    default: return named(version[list]);
  }
}

/** Those words, and those that the row holds already though the list has them no more. */
export function choicesFor(version: Version, list: WordList, held: readonly string[]): Choice<string>[] {
  const known = wordsOf(version, list);
  return [...known, ...held.filter((id) => !known.some((choice) => choice.value === id)).map((id) => ({ value: id, label: `« ${id} »` }))];
}
