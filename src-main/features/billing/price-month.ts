import type { LocalDate } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';
import { factsOfFamily, loadFamilyDays } from '../child-days/load-facts';
import type { FamilyFacts } from '../families/schema';
import { evaluate } from '../rulebook/evaluate';
import { typeset } from '../rulebook/explain';
import type { Line, LineKind, Rulebook, Version } from '../rulebook/schema';
import { versionOn } from '../rulebook/versions';
import { daysOf } from './months';
import type { Month } from './months';

/** A priced line as bills keep it. Amounts in cents. */
export interface PricedLine {
  readonly kind: LineKind;
  readonly day: LocalDate;
  readonly childId: number | null;
  readonly service: string | null;
  readonly rule: string | null;
  readonly label: string;
  readonly unit: string;
  readonly quantity: number;
  readonly unitPriceCents: number | null;
  readonly totalCents: number;
  /** French sentences, ready for the eye. */
  readonly explanation: readonly string[];
}

/** What one month costs a family, by some rules. */
export interface PricedMonth {
  readonly lines: readonly PricedLine[];
  /** A quotient is missing: the highest bracket was taken, or no price could be. */
  readonly isQuotientUnknown: boolean;
}

/** The month of each family; a constant number of reads. */
export async function priceMonth(db: Database, rulebook: Rulebook, familyIds: readonly number[], month: Month): Promise<Map<number, PricedMonth>> {
  const priced = new Map<number, PricedMonth>();
  if (rulebook.versions.length === 0) return priced;
  const period = daysOf(month);
  const days = await loadFamilyDays(db, familyIds, rulebook, period);
  const labels = new Labels(rulebook);
  for (const family of days.families) {
    const own = withOwnChildren(family);
    if (own.children.length === 0) continue;
    const { lines, flags } = evaluate(rulebook, factsOfFamily(days, own, rulebook), period, { isSilent: true });
    priced.set(family.id, { lines: lines.map((line) => pricedLine(line, labels)), isQuotientUnknown: flags.includes('noProof') });
  }
  return priced;
}

/** Children who left an archived family for another one are priced there. */
function withOwnChildren(family: FamilyFacts): FamilyFacts {
  if (!family.archived) return family;
  return { ...family, children: family.children.filter(({ custody }) => custody.length === 0 || custody.some(({ familyId }) => familyId === family.id)) };
}

function pricedLine(line: Line, labels: Labels): PricedLine {
  return {
    kind: line.kind,
    day: line.day,
    childId: line.child === null ? null : Number(line.child),
    service: line.service,
    rule: line.rule ?? null,
    label: labels.of(line),
    unit: line.kind === 'unit' ? line.unit : '',
    quantity: line.quantity,
    unitPriceCents: line.unitPriceCents,
    totalCents: line.totalCents,
    explanation: line.explanation.map(typeset),
  };
}

/** What a line is called (its service, or the rule that made it) and what it says. */
class Labels {
  private readonly kept = new Map<string, string>();

  constructor(private readonly rulebook: Rulebook) {}

  of(line: Line): string {
    const version = versionOn(this.rulebook, line.day);
    const id = line.kind === 'unit' ? line.service : line.rule;
    const key = `${version?.from} ${line.kind} ${id}`;
    let label = this.kept.get(key);
    if (label === undefined) {
      label = typeset((version && labelIn(version, line)) ?? line.service ?? line.rule ?? '');
      this.kept.set(key, label);
    }
    return label;
  }
}

function labelIn(version: Version, { kind, service, rule }: Line): string | undefined {
  if (kind === 'unit') return version.services.find(({ id }) => id === service)?.label;
  const rows = kind === 'bundle' ? version.bundles : kind === 'charge' ? version.charges : version.aids;
  return rows?.find(({ id }) => id === rule)?.label;
}
