import { decide } from '../../src-main/features/rulebook/decide';
import { evaluate } from '../../src-main/features/rulebook/evaluate';
import { limitOf } from '../../src-main/features/rulebook/limits';
import { openingOf } from '../../src-main/features/rulebook/opening';
import type { Event, Facts, Family, Rulebook } from '../../src-main/features/rulebook/schema';
import { unitPriceOf } from '../../src-main/features/rulebook/show-price';
import { addDays, daysFrom, localDate, weekdayOf } from '../../src-main/kernel/local-date';
import type { LocalDateTime } from '../../src-main/kernel/local-date';
import { town, valFleuri } from '../support/val-fleuri';
import { percentile } from './table';
import type { Measure } from './table';

const november = { from: localDate('2026-11-01'), to: localDate('2026-11-30') };
const schoolDays = daysFrom(november.from, november.to).filter((day) => ['mon', 'tue', 'thu', 'fri'].includes(weekdayOf(day)));

/** A family of three: usual weeks, evenings with their hours, meals without booking, an illness. */
function buildMonth(number: number): { family: Family; events: Event[] } {
  const children = ['a', 'b', 'c'].map((letter, index) => ({
    id: `e${number}${letter}`, birthOn: localDate(`201${4 + index}-03-01`), level: 'CE1',
    enrolments: [{ service: 'cantine', from: localDate('2026-09-01'), week: ['mon', 'tue'] as ('mon' | 'tue')[] }],
  }));
  const events = children.flatMap((child): Event[] => [
    { type: 'book', at: '2026-10-20T10:00' as LocalDateTime, child: child.id, service: 'soir', days: schoolDays },
    { type: 'attend', child: child.id, service: 'soir', days: schoolDays, departure: number % 5 === 0 ? '18:40' : '17:40' },
    { type: 'attend', child: child.id, service: 'cantine', days: schoolDays.slice(0, 12) },
    { type: 'tellAbsence', at: '2026-11-19T08:00' as LocalDateTime, child: child.id, days: [localDate('2026-11-23'), localDate('2026-11-24')], reason: 'illness' },
  ]);
  return { family: { id: `f${number}`, zone: 'hors', fund: 'CAF', flags: ['travaille-ici'], measures: { qf: [{ value: String(300 + (number % 1200)), from: localDate('2026-01-01') }] }, children }, events };
}

function buildTown(families: number): Facts {
  const months = Array.from({ length: families }, (_, number) => buildMonth(number));
  return { families: months.map(({ family }) => family), events: months.flatMap(({ events }) => events) };
}

function pricedPer(families: number): { lines: number; ms: number } {
  const facts = buildTown(families);
  const start = performance.now();
  const { lines } = evaluate(valFleuri, facts, november);
  return { lines: lines.length, ms: performance.now() - start };
}

const samples = (turns: number, work: (turn: number) => void): number[] => Array.from({ length: turns }, (_, turn) => {
  const start = performance.now();
  work(turn);
  return performance.now() - start;
});

/** What a parent's page asks for a month: each day of ten services, its opening, limit, price and decision. */
function showMonth(rulebook: Rulebook, facts: Facts, services: readonly string[]): void {
  const version = rulebook.versions[0]!;
  for (let day = november.from; day <= november.to; day = addDays(day, 1)) {
    for (const service of services) {
      if (!openingOf(version, facts.calendar, service, day).open) continue;
      limitOf(version, facts.calendar, 'veille', service, day);
      unitPriceOf(rulebook, facts, 'e1a', service, day);
      decide(rulebook, facts, { action: 'book', child: 'e1a', service, day, at: '2026-11-05T10:00' as LocalDateTime });
    }
  }
}

/** The engine of prices and decisions, without database. */
export function benchRulebook(): Promise<Measure[]> {
  pricedPer(50);
  const small = pricedPer(12);
  const large = pricedPer(1250);
  const one = buildTown(2);
  const month = { families: one.families.slice(0, 1), events: one.events.slice(0, 12) };
  const family = samples(60, () => void evaluate(valFleuri, { ...month }, november));
  const base = valFleuri.versions[0]!;
  const services = Array.from({ length: 10 }, (_, index) => ({ ...base.services[index % 2]!, id: `s${index}` }));
  const ids = services.map((service) => service.id);
  const ten = town({
    services, booking: [{ ...base.booking[0]!, services: ids }], prices: [{ ...base.prices[1]!, services: ids }], adjustments: [], bundles: [], charges: [], aids: [],
  });
  const calendar = samples(40, () => showMonth(ten, { ...one }, ids));
  return Promise.resolve([
    { name: `rulebook: ${small.lines} lines`, value: small.ms, unit: 'ms' },
    { name: 'rulebook: 100 000 mixed lines', value: (large.ms / large.lines) * 100_000, unit: 'ms', goal: { kind: 'atMost', value: 2000 } },
    { name: 'rulebook: a family\'s month, p50', value: percentile(family, 0.5), unit: 'ms', goal: { kind: 'atMost', value: 2 } },
    { name: 'rulebook: a month of ten services for a child, p50', value: percentile(calendar, 0.5), unit: 'ms', goal: { kind: 'atMost', value: 20 } },
  ]);
}
