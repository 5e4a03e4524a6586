import { enumerated } from '../../../kernel/text';
import { typeset } from '../../rulebook/explain';
import type { Version } from '../../rulebook/schema';
import type { ReadLine, ReadSection } from '../schema';
import { namesOf } from './names';
import { wordBounds } from './read-formulas';
import { wordAdmission, wordBookingRow, wordDeadline } from './read-deadlines';
import { wordAbsence, wordAdjustment, wordAid, wordBilling, wordBundle, wordCharge, wordCounter, wordPrice, wordRounding } from './read-pricing';
import { wordAssimilation, wordCalendar, wordClosure, wordMeasure, wordRegular, wordService, wordSiblings } from './read-words';

/**
 * A version as plain French sentences, section by section, in the order of the form. Every block of
 * the format has one, so that nothing in force stays unread, edited here or not.
 */
export function readVersion(version: Version): ReadSection[] {
  const names = namesOf(version);
  const rows = <Row>(path: string, list: readonly Row[] | undefined, word: (row: Row) => string): ReadLine[] =>
    (list ?? []).map((row, index) => ({ at: `${path}.${index}`, text: word(row) }));
  const words = (path: string, title: string, list: readonly { label: string }[] | undefined): ReadLine[] =>
    list?.length ? [{ at: path, text: `${title} : ${enumerated(list.map((word) => `« ${word.label} »`))}.` }] : [];

  const sections: ReadSection[] = [
    { key: 'services', title: 'Prestations', lines: rows('services', version.services, (row) => wordService(row, names)) },
    {
      key: 'words', title: 'Familles et quotients', lines: [
        ...words('zones', 'Où habite la famille', version.zones),
        ...words('categories', 'Catégories', version.categories),
        ...words('flags', 'Situations cochées', version.flags),
        ...words('schools', 'Écoles', version.schools),
        ...rows('measures', version.measures, (row) => wordMeasure(row, names)),
        ...rows('scales', version.scales, (row) => `Barème ${row.label ?? row.id} : ${row.rows.map(wordBounds).join(' ; ')}.`),
        ...rows('assimilations', version.assimilations, (row) => wordAssimilation(row, names)),
        ...(version.siblings ? [{ at: 'siblings', text: wordSiblings(version.siblings, names) }] : []),
        ...rows('regular', version.regular, (row) => wordRegular(row, names)),
      ],
    },
    {
      key: 'calendar', title: 'Calendrier et fermetures', lines: [
        ...wordCalendar(version),
        ...(version.schoolYearFrom ? [{ at: 'schoolYearFrom', text: `L’année scolaire commence le ${version.schoolYearFrom.slice(3)}/${version.schoolYearFrom.slice(0, 2)}.` }] : []),
        ...rows('calendar.closures', version.calendar?.closures, (row) => wordClosure(row, names)),
      ],
    },
    { key: 'deadlines', title: 'Délais', lines: rows('deadlines', version.deadlines, (row) => `${row.label} : ${wordDeadline(row)}.`) },
    {
      key: 'booking', title: 'Réserver et annuler', lines: [
        ...rows('admission', version.admission, (row) => wordAdmission(row, names)),
        ...rows('booking', version.booking, (row) => wordBookingRow(row, names)),
        ...rows('counters', version.counters, (row) => wordCounter(row, names)),
      ],
    },
    { key: 'prices', title: 'Tarifs', lines: rows('prices', version.prices, (row) => wordPrice(row, names)) },
    { key: 'adjustments', title: 'Suppléments et réductions', lines: rows('adjustments', version.adjustments, (row) => wordAdjustment(row, names)) },
    { key: 'absences', title: 'Absences', lines: rows('absences', version.absences, (row) => wordAbsence(row, names)) },
    { key: 'bundles', title: 'Forfaits, plafonds, minimums', lines: rows('bundles', version.bundles, (row) => wordBundle(row, names)) },
    { key: 'charges', title: 'Frais, abonnements, pénalités', lines: rows('charges', version.charges, (row) => wordCharge(row, names)) },
    { key: 'aids', title: 'Aides', lines: rows('aids', version.aids, (row) => wordAid(row, names)) },
    {
      key: 'billing', title: 'Arrondis et facturation', lines: [
        ...(version.rounding ? [{ at: 'rounding', text: wordRounding(version.rounding) }] : []),
        ...(version.billing ? [{ at: 'billing', text: wordBilling(version.billing) }] : []),
      ],
    },
    { key: 'notes', title: 'Questions tranchées', lines: rows('notes', version.notes, (note) => `${note.question} ${note.answer ? `— ${note.answer}` : '— sans réponse'}${note.source ? ` (${note.source})` : ''}`) },
  ];
  return sections
    .filter((section) => section.lines.length > 0)
    .map((section) => ({ ...section, lines: section.lines.map(({ at, text }) => ({ at, text: typeset(text) })) }));
}
