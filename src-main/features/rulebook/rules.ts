import type { LocalDate } from '../../kernel/local-date';
import { limitFor } from './limits';
import type { Limit } from './limits';
import { judgeOpening } from './opening';
import type { Opening } from './opening';
import { HALF_UP } from './exact';
import type { Adjustment, AbsenceRow, Admission, BookingRow, Calendar, Counter, Deadline, Measure, PriceRow, Regular, Rounding, Rulebook, Scale, Service, Version, Window } from './schema';
import { calendarOf } from './town-calendar';
import type { TownCalendar } from './town-calendar';
import { versionOn } from './versions';
import { windowOn } from './windows';
import type { Span } from './windows';

/** The rows of a version that concern one service, in file order. */
export interface ServiceRules {
  service: Service;
  prices: readonly PriceRow[];
  adjustments: readonly Adjustment[];
  absences: readonly AbsenceRow[];
  booking: readonly BookingRow[];
  admission: readonly Admission[];
  regular: Regular | undefined;
  openingOn(day: LocalDate): Opening;
  limitOn(deadline: Deadline, day: LocalDate): Limit;
}

/** A version with its calendar, its rows found by their ids and services. */
export interface Rules {
  version: Version;
  calendar: TownCalendar;
  rounding: Rounding;
  services: ReadonlyMap<string, ServiceRules>;
  deadlines: ReadonlyMap<string, Deadline>;
  measures: ReadonlyMap<string, Measure>;
  counters: ReadonlyMap<string, Counter>;
  scales: ReadonlyMap<string, Scale>;
  prices: ReadonlyMap<string, PriceRow>;
  /** The window that holds a day; null outside every period of a kind. */
  windowOn(window: Window, day: LocalDate): Span | null;
}

export const concerns = (row: { services?: readonly string[] | undefined }, service: string | null): boolean =>
  row.services === undefined || (service !== null && row.services.includes(service));

const byId = <Row extends { id: string }>(rows: readonly Row[] | undefined): Map<string, Row> => new Map((rows ?? []).map((row) => [row.id, row]));

/** Remembers what was answered for a key and a day: the same are asked for every child. */
function rememberedByDay<Key, Answer>(answer: (key: Key, day: LocalDate) => Answer): (key: Key, day: LocalDate) => Answer {
  const known = new Map<Key, Map<LocalDate, Answer>>();
  return (key, day) => {
    let ofKey = known.get(key);
    if (!ofKey) {
      ofKey = new Map();
      known.set(key, ofKey);
    }
    let found = ofKey.get(day);
    if (found === undefined) {
      found = answer(key, day);
      ofKey.set(day, found);
    }
    return found;
  };
}

function readService(version: Version, calendar: TownCalendar, service: Service): ServiceRules {
  const rowsOf = <Row extends { services?: readonly string[] | undefined }>(rows: readonly Row[] | undefined): Row[] => (rows ?? []).filter((row) => concerns(row, service.id));
  const openings = new Map<LocalDate, Opening>();
  return {
    limitOn: rememberedByDay((deadline: Deadline, day) => limitFor(deadline, service, calendar, day)),
    service,
    prices: rowsOf(version.prices),
    adjustments: rowsOf(version.adjustments),
    absences: rowsOf(version.absences),
    booking: rowsOf(version.booking),
    admission: rowsOf(version.admission),
    regular: rowsOf(version.regular)[0],
    openingOn(day) {
      const opening = openings.get(day) ?? judgeOpening(service, calendar, day);
      openings.set(day, opening);
      return opening;
    },
  };
}

function readRules(version: Version, added: Calendar | undefined): Rules {
  const calendar = calendarOf(version, added);
  return {
    version,
    calendar,
    rounding: version.rounding ?? HALF_UP,
    services: new Map(version.services.map((service) => [service.id, readService(version, calendar, service)])),
    deadlines: byId(version.deadlines),
    measures: byId(version.measures),
    counters: byId(version.counters),
    scales: byId(version.scales),
    prices: byId(version.prices),
    windowOn: rememberedByDay((window: Window, day) => windowOn(window, day, calendar, version.schoolYearFrom)),
  };
}

/** The rules in force day by day. */
export interface RulesByDay {
  /** Null before the first version. */
  on(day: LocalDate): Rules | null;
  all: readonly Rules[];
}

const NO_CALENDAR: Calendar = {};
const read = new WeakMap<Rulebook, WeakMap<Calendar, RulesByDay>>();

function buildRulesByDay(rulebook: Rulebook, added: Calendar): RulesByDay {
  const byVersion = new Map(rulebook.versions.map((version) => [version, readRules(version, added)]));
  const byDay = new Map<LocalDate, Rules | null>();
  return {
    all: [...byVersion.values()],
    on(day) {
      let rules = byDay.get(day);
      if (rules === undefined) {
        const version = versionOn(rulebook, day);
        rules = version && (byVersion.get(version) ?? null);
        byDay.set(day, rules);
      }
      return rules;
    },
  };
}

/** Reads a rulebook once for a calendar of facts. Neither may be changed afterwards. */
export function rulesByDay(rulebook: Rulebook, added: Calendar = NO_CALENDAR): RulesByDay {
  const ofRulebook = read.get(rulebook) ?? new WeakMap<Calendar, RulesByDay>();
  read.set(rulebook, ofRulebook);
  const rules = ofRulebook.get(added) ?? buildRulesByDay(rulebook, added);
  ofRulebook.set(added, rules);
  return rules;
}
