import { formatDay } from '../../kernel/french-dates';
import { addDays } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';
import { counted, enumerated, registerName } from '../../kernel/text';
import type { Context } from '../../platform/procedures/services';
import { rollCallGaps } from '../attendance/gaps';
import { grouped } from '../families/grouped';
import { serviceLabel } from '../enrolments/service-choices';
import { rulebookOf } from '../town-rules/rulebook-of';
import { localToday } from '../town/queries';
import { previewLines } from './preview-lines';
import { runById } from './run-rows';
import type { RunRow } from './run-rows';
import type { Anomaly, AnomalyCase, AnomalyKind, PreviewFlag, PreviewLine, RunAnomalies } from './schema';

type Reading = Pick<Context, 'db' | 'clock'>;
const MOST_CASES = 200;
/** Children named one by one; more are counted. */
const FEW = 3;

interface Words {
  readonly title: (count: number) => string;
  readonly consequence: string;
}

const WORDS: Readonly<Record<AnomalyKind, Words>> = {
  noRollCall: {
    title: (count) => `${counted(count, 'enfant réservé n’a pas été pointé', 'enfants réservés n’ont pas été pointés')}`,
    consequence: 'Ces jours seront facturés comme réservés.',
  },
  notEnrolled: {
    title: (count) => counted(count, 'jour sans inscription', 'jours sans inscription'),
    consequence: 'Un enfant présent est facturé comme venu sans réservation\u00a0; un jour réservé sans inscription n’est pas facturé.',
  },
  unknownQuotient: {
    title: (count) => `Quotient familial inconnu pour ${counted(count, 'famille', 'familles')}`,
    consequence: 'Le règlement dit ce qui s’applique, souvent le tarif le plus élevé.',
  },
  priceNotSet: {
    title: (count) => `Prix non fixé pour ${counted(count, 'famille', 'familles')}`,
    consequence: 'Ces prestations seraient facturées 0\u00a0€, puis régularisées quand le prix sera fixé.',
  },
  noPayer: {
    title: (count) => `Payeur à indiquer pour ${counted(count, 'famille', 'familles')}`,
    consequence: 'Ces familles n’auront pas de facture\u00a0: leurs montants sont reportés.',
  },
  noAddress: {
    title: (count) => `Adresse incomplète pour ${counted(count, 'famille', 'familles')}`,
    consequence: 'La facture n’aura pas d’adresse complète\u00a0: elle ne pourra pas partir par courrier.',
  },
};

/** What staff should look at before they issue, each with the place where it is mended. Throws AppError `notFound`. */
export async function runAnomalies(context: Reading, runId: number): Promise<RunAnomalies> {
  const run = await runById(context.db, runId);
  const lines = await previewLines(context, run);
  const { noRollCall, notEnrolled } = await gapsOf(context, run);
  const found: [AnomalyKind, Cases][] = [
    ['noRollCall', noRollCall], ['notEnrolled', notEnrolled],
    ...(['priceNotSet', 'noPayer', 'unknownQuotient', 'noAddress'] as const).map((flag): [AnomalyKind, Cases] => [flag, flagged(lines, flag, flag === 'unknownQuotient' ? run.period.from : null)]),
  ];
  return { anomalies: found.filter(([, { count }]) => count > 0).map(([kind, cases]) => anomaly(kind, cases)) };
}

interface Cases {
  readonly count: number;
  readonly cases: readonly AnomalyCase[];
}

const anomaly = (kind: AnomalyKind, { count, cases }: Cases): Anomaly =>
  ({ kind, title: WORDS[kind].title(count), consequence: WORDS[kind].consequence, count, cases: cases.slice(0, MOST_CASES) });

const FLAG_WORDS: Partial<Record<PreviewFlag, string>> = {
  priceNotSet: 'une prestation n’a pas de prix dans le règlement', noPayer: 'personne à qui adresser la facture', unknownQuotient: 'aucun quotient en vigueur',
  noAddress: 'l’adresse du payeur est incomplète',
};

function flagged(lines: readonly PreviewLine[], flag: 'priceNotSet' | 'noPayer' | 'unknownQuotient' | 'noAddress', day: LocalDate | null): Cases {
  const cases = lines.filter(({ flags, state }) => flags.includes(flag) && state !== 'held').map(({ familyId, name }): AnomalyCase => ({
    sentence: `Famille ${name}\u00a0: ${FLAG_WORDS[flag]}`, familyId, childId: null, day,
    place: flag === 'priceNotSet' ? { page: 'rules' } : { page: 'family', familyId },
  }));
  return { count: cases.length, cases };
}

async function gapsOf(context: Reading, { period }: RunRow): Promise<{ noRollCall: Cases; notEnrolled: Cases }> {
  const yesterday = addDays(await localToday(context), -1);
  const to = period.to < yesterday ? period.to : yesterday;
  const gaps = to < period.from ? [] : await rollCallGaps(context.db, period.from, to);
  const missing = gaps.filter(({ kind }) => kind === 'notCalled');
  const days = [...grouped(missing, ({ day, service }) => `${day} ${service}`).values()].map((group): AnomalyCase => {
    const { day, service, serviceLabel: label } = group[0]!;
    return {
      sentence: `${label}, ${formatDay(day)}\u00a0: ${group.length > FEW ? counted(group.length, 'enfant', 'enfants') : enumerated(group.map(({ name }) => name))} sans pointage`,
      familyId: null, childId: null, day, place: { page: 'rollCall', day, service },
    };
  });
  const seen = gaps.filter(({ kind }) => kind === 'notEnrolled').map(({ name, service, serviceLabel: label, day, familyId, childId }) => ({ name, service, label, day, familyId, childId, what: 'présence' }));
  const strangers = [...seen, ...await bookedNotEnrolled(context, period.from, period.to)];
  const cases = [...grouped(strangers, ({ childId, label, what }) => `${childId} ${label} ${what}`).values()].map((group): AnomalyCase => {
    const { name, service, label, day, familyId, childId, what } = group[0]!;
    return {
      sentence: `${name}, ${label}\u00a0: ${counted(group.length, `${what} sans inscription`, `${what}s sans inscription`)}, la première le ${formatDay(day)}`, familyId, childId, day,
      place: familyId === null ? { page: 'rollCall', day, service } : { page: 'family', familyId },
    };
  });
  return { noRollCall: { count: missing.length, cases: days }, notEnrolled: { count: strangers.length, cases } };
}

interface Stranger {
  readonly name: string;
  readonly service: string;
  readonly label: string;
  readonly day: LocalDate;
  readonly familyId: number | null;
  readonly childId: number;
  readonly what: string;
}

/** Days booked that no enrolment covers (any more). */
async function bookedNotEnrolled({ db }: Reading, from: LocalDate, to: LocalDate): Promise<Stranger[]> {
  const rulebook = await rulebookOf(db);
  const rows = await db.select<{ childId: number; lastName: string; firstName: string; service: string; day: LocalDate; familyId: number }>(
    `SELECT child.id AS childId, child.last_name AS lastName, child.first_name AS firstName, one.service, one.day, one.family_id AS familyId
     FROM bookings one JOIN children child ON child.id = one.child_id
     WHERE one.state = 'booked' AND one.day BETWEEN $from AND $to AND NOT EXISTS (SELECT 1 FROM enrolments enrolment WHERE enrolment.child_id = one.child_id
       AND enrolment.service = one.service AND enrolment.from_on <= one.day AND (enrolment.to_on IS NULL OR enrolment.to_on >= one.day))
     ORDER BY one.day`,
    { from, to },
  );
  return rows.map(({ lastName, firstName, service, ...row }) => ({ ...row, service, name: registerName(lastName, firstName), label: serviceLabel(rulebook, service), what: 'réservation' }));
}
