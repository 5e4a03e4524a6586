import { localDateTime } from '../../kernel/local-date';
import type { LocalDateTime } from '../../kernel/local-date';
import { caseOfUnit, UNHEARD } from './case';
import { holds } from './conditions';
import type { Course, Household, Unit } from './household';
import { judge } from './judge';
import type { CartState, Payment } from './schema';
import { later } from './spells';

/** Bookings that wait for their payment (spec §4 `payment`, §12). */
export interface Cart {
  id: string;
  state: CartState;
  items: { course: Course; unit: Unit; payment: Payment }[];
  /** Last instant at which it may be paid and keep its places; null: no end. */
  payBy: LocalDateTime | null;
}

/** How a unit must be paid when it is booked; null: it need not be. */
export function paymentFor(household: Household, unit: Unit): Payment | null {
  const rules = household.rules.on(unit.day);
  if (!rules) return null;
  const one = caseOfUnit(household, rules, unit, UNHEARD);
  const row = rules.services.get(unit.service)?.booking.find((candidate) => candidate.payment !== undefined && holds(candidate.when, one) !== false);
  return row?.payment ?? null;
}

function payByOf(household: Household, { unit, payment }: Cart['items'][number], since: LocalDateTime): LocalDateTime | null {
  const rules = household.rules.on(unit.day);
  const service = rules?.services.get(unit.service);
  const deadline = payment.by == null ? undefined : rules?.deadlines.get(payment.by);
  const limit = service && deadline ? service.limitOn(deadline, unit.day) : null;
  const by = limit === null || limit === 'none' ? null : limit === 'never' ? localDateTime(unit.day, '00:00') : limit;
  const held = payment.holdMinutes == null ? null : later(since, payment.holdMinutes);
  return by !== null && held !== null ? (by < held ? by : held) : (by ?? held);
}

/** Puts a booking in a cart. The hold runs from the cart's first booking; `by` is the earliest of its days' limits. */
export function addToCart(household: Household, cart: Cart, course: Course, unit: Unit, payment: Payment): void {
  const item = { course, unit, payment };
  cart.items.push(item);
  const since = cart.items[0]?.unit.bookedAt ?? unit.bookedAt;
  const payBy = since && payByOf(household, item, since);
  if (payBy && (cart.payBy === null || payBy < cart.payBy)) cart.payBy = payBy;
  unit.cart = cart.id;
  cart.state = 'pending';
}

/** Gives the places of an unpaid cart back. */
export function release(cart: Cart): void {
  cart.state = 'released';
  for (const { course, unit } of cart.items) if (course.units.get(unit.day) === unit) course.units.set(unit.day, null);
}

/** Releases a pending cart whose time has passed. */
export function releaseIfUnpaid(cart: Cart, now: LocalDateTime): void {
  if (cart.state === 'pending' && cart.payBy !== null && now > cart.payBy) release(cart);
}

function firm(cart: Cart): void {
  cart.state = 'firm';
  for (const { course, unit } of cart.items) {
    unit.cart = null;
    course.units.set(unit.day, unit);
  }
}

/** Booked again at the instant of payment, whole or not at all. */
function bookAgain(household: Household, cart: Cart, at: LocalDateTime): boolean {
  if (cart.items.some(({ payment }) => payment.latePayment !== 'bookElseCredit')) return false;
  const judged = cart.items.map(({ unit }) => {
    const days = cart.items.filter((item) => item.unit.child === unit.child && item.unit.service === unit.service).map((item) => item.unit.day);
    return { unit, outcome: judge(household, { action: 'book', child: unit.child, service: unit.service, day: unit.day, at, days }).outcome };
  });
  if (judged.some(({ outcome }) => outcome !== 'accepted' && outcome !== 'late')) return false;
  for (const { unit, outcome } of judged) unit.booking = outcome === 'late' ? 'late' : 'inTime';
  return true;
}

/** A payment: firm in time; afterwards booked again if place and deadline allow, else credited. `placesLeft` comes from the bookings. */
export function pay(household: Household, cart: Cart, at: LocalDateTime, placesLeft: boolean): void {
  releaseIfUnpaid(cart, at);
  if (cart.state === 'pending') firm(cart);
  else if (cart.state === 'released') {
    if (placesLeft && bookAgain(household, cart, at)) firm(cart);
    else cart.state = 'credited';
  }
}
