import type { Findings, Path } from './findings';
import { eachCondition } from './findings';
import { concerns } from './rules';
import type { Service, Version } from './schema';

const ACTION_NAMES = { book: 'réservation', change: 'modification', cancel: 'annulation', enrol: 'inscription' } as const;

function checkConsequences(version: Version, at: Path, findings: Findings): void {
  version.booking.forEach((row, index) => {
    for (const action of ['book', 'change', 'cancel', 'enrol'] as const) {
      const rule = row[action];
      if (!rule || rule.after != null) continue;
      if (version.deadlines.some((deadline) => deadline.id === rule.limit && deadline.kind === 'none')) continue;
      findings.error('noConsequence', `${at}.booking.${index}.${action}.after`, `Après la limite, ${ACTION_NAMES[action]} : refusée, hors délai, ou à valider ?`);
    }
  });
}

function checkService(version: Version, service: Service, at: Path, findings: Findings): void {
  const rows = version.booking.filter((row) => concerns(row, service.id));
  for (const action of ['book', 'cancel'] as const) {
    if (!rows.some((row) => row[action])) findings.warning('noLimit', at, `« ${service.label} » : jusqu'à quand pour la ${ACTION_NAMES[action]} ? Rien n'est dit : toujours possible.`);
  }
  if (!rows.some((row) => row.unbooked != null)) findings.warning('unbooked', at, `« ${service.label} » : un enfant venu sans réservation est-il accepté ou refusé ?`);
  const absences = (version.absences ?? []).filter((row) => concerns(row, service.id));
  if (!absences.some((row) => row.when === undefined || Object.keys(row.when).length === 0)) {
    findings.warning('absence', at, `« ${service.label} » : une absence dans un autre cas est-elle facturée ? Rien n'est dit : elle l'est.`);
  }
}

/** What may change a price after the day cannot be paid when booked (spec §12). */
function checkPaidInAdvance(version: Version, at: Path, findings: Findings): void {
  version.booking.forEach((row, index) => {
    if (!row.payment) return;
    const here = `${at}.booking.${index}.payment`;
    const ask = (what: string): void => findings.error('paidInAdvance', here, `${what} peut changer le prix après coup : comment payer en réservant ?`);
    const priced = [...version.prices, ...(version.adjustments ?? [])].filter((one) => one.services === undefined || one.services.some((service) => row.services.includes(service)));
    let byRank = false;
    eachCondition(priced, '', (when) => { byRank ||= when.rank !== undefined; });
    if (version.siblings?.among === 'present' && byRank) ask('Le rang parmi les présents');
    if (version.regular?.some((rule) => rule.by === 'share' && row.services.some((service) => concerns(rule, service)))) ask('Le statut constaté en fin de mois');
    if (version.bundles?.some((bundle) => bundle.services.some((service) => row.services.includes(service)))) ask('Un forfait, un plafond ou un minimum');
  });
}

function checkMeasures(version: Version, at: Path, findings: Findings): void {
  version.measures.forEach((measure, index) => {
    const here = `${at}.measures.${index}`;
    if (measure.missing == null) findings.error('noMissing', here, `« ${measure.label} » : quel prix sans justificatif ?`);
    if (measure.effective == null) findings.warning('effective', here, `« ${measure.label} » : une nouvelle valeur compte-t-elle du mois suivant, du mois même ou du jour prouvé ?`);
  });
}

/** Consequences after a limit, unbooked children, absences, payment in advance, missing proofs (spec §9, §12). */
export function validateBooking(version: Version, at: Path, findings: Findings): void {
  checkConsequences(version, at, findings);
  version.services.forEach((service, index) => checkService(version, service, `${at}.services.${index}`, findings));
  checkPaidInAdvance(version, at, findings);
  checkMeasures(version, at, findings);
  version.regular?.forEach((rule, index) => {
    if (rule.by === 'share') findings.warning('shareStatus', `${at}.regular.${index}`, 'Le statut n\'est définitif qu\'en fin de mois : les prix affichés avant peuvent changer. Est-ce voulu ?');
  });
}
