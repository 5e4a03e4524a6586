import type { ParentActor } from '../../src-main/kernel/actor';
import { formatDay, formatMoment } from '../../src-main/kernel/french-dates';
import { addDays, dayOf, mondayOf } from '../../src-main/kernel/local-date';
import type { LocalDate, LocalDateTime } from '../../src-main/kernel/local-date';
import { counted } from '../../src-main/kernel/text';
import { parentProcedure, router } from '../../src-main/platform/procedures/procedures';
import type { Context } from '../../src-main/platform/procedures/services';
import { accountById } from '../../src-main/features/accounts/portal-account-lookup';
import { invoicesOfParent } from '../../src-main/features/billing/parent-invoices';
import type { ParentDue } from '../../src-main/features/billing/schema';
import type { Household } from '../../src-main/features/bookings/family-week';
import { householdOfPerson } from '../../src-main/features/bookings/household';
import { judgedChildren } from '../../src-main/features/bookings/judged-children';
import type { JudgedChild } from '../../src-main/features/bookings/judged-children';
import { loadDays } from '../../src-main/features/bookings/load-week';
import { noticesOf } from '../../src-main/features/bookings/notices';
import { pricePeriod } from '../../src-main/features/bookings/week-table';
import { documentNews } from '../../src-main/features/documents/parent-desk';
import { documentsOfParent } from '../../src-main/features/documents/published-queries';
import type { DocumentNews, ParentDocument } from '../../src-main/features/documents/schema';
import { unreadOf } from '../../src-main/features/messages/queries';
import type { Rulebook } from '../../src-main/features/rulebook/schema';
import { newsShown } from '../../src-main/features/news/queries';
import type { ShownNews } from '../../src-main/features/news/schema';
import { certificationAsked } from '../../src-main/features/portal-desk/certify';
import { localNow } from '../../src-main/features/town/queries';
import { deadlineToday, farDays } from './home-deadline';
import type { DeadlineToday } from './home-deadline';

/** A child on the home page: what is booked today, in the words of the services. */
export interface HomeChild {
  readonly childId: number;
  readonly name: string;
  readonly schoolAndClass: string;
  readonly bookedToday: readonly string[];
}

/** A week to look after. */
export interface HomeWeek {
  readonly monday: LocalDate;
  readonly title: string;
  /** "3 réservations", "rien n’est réservé". */
  readonly summary: string;
  /** The next limit still to come, as a sentence; null when nothing can change any more. */
  readonly deadline: string | null;
}

/** What there is to pay. Amounts in cents. */
export interface HomeMoney extends ParentDue {
  readonly overdueCents: number;
  /** Above zero: the parent's families owe; below: they have a credit. */
  readonly balanceCents: number;
}

export interface Home {
  readonly firstName: string;
  readonly today: LocalDate;
  readonly children: readonly HomeChild[];
  readonly weeks: readonly HomeWeek[];
  /** Null before the first invoice. */
  readonly money: HomeMoney | null;
  readonly notices: readonly string[];
  /** The town's own words, on top (guide v3, 2). */
  readonly news: readonly ShownNews[];
  readonly unreadMessages: number;
  /** Documents to read, papers to send: the most pressing first. */
  readonly documents: DocumentNews;
  /** What the town handed out last, the newest first. */
  readonly recentDocuments: readonly RecentDocument[];
  /** A limit that ends today; null when none does. */
  readonly deadline: DeadlineToday | null;
  /** The school year for which the family's file is still to be certified; null when it is. */
  readonly certify: string | null;
}

export type RecentDocument = Pick<ParentDocument, 'id' | 'name' | 'isNew'>;
const MOST_RECENT = 3;

/** Some days of the household's children. */
interface HomeDays {
  readonly from: LocalDate;
  readonly children: readonly JudgedChild[];
}

export const homeParent = router({
  read: parentProcedure.query(({ ctx }) => readHome(ctx)),
});

/** The first page: today, then this week and the next, with what can still be done. */
async function readHome(context: Context<ParentActor>): Promise<Home> {
  const household = await householdOfPerson(context.db, context.actor.personId);
  const now = await localNow(context);
  const today = dayOf(now);
  const monday = mondayOf(today);
  const account = await accountById(context.db, context.actor.accountId);
  // Both weeks are read at once: most of the page's time goes into it.
  const loaded = await loadDays(context, household.familyIds, { from: monday, to: addDays(monday, 13) });
  const weekFrom = (from: LocalDate): HomeDays => ({ from, children: judgedChildren(loaded, household, { from, to: addDays(from, 6) }) });
  const [thisWeek, nextWeek] = [weekFrom(monday), weekFrom(addDays(monday, 7))];
  const { invoices, due, overdueCents, balanceCents } = await invoicesOfParent(context, context.actor.personId);
  return {
    firstName: account?.firstName ?? '',
    today,
    children: childrenToday(thisWeek, today),
    weeks: [homeWeek(thisWeek, 'Cette semaine', now), homeWeek(nextWeek, 'La semaine prochaine', now)],
    money: invoices.length === 0 ? null : { ...due, overdueCents, balanceCents },
    notices: noticesOf(loaded.rulebook, nextWeek.children.length, [...loaded.judges.values()].map((judge) => pricePeriod(judge, { from: nextWeek.from, to: addDays(nextWeek.from, 6) })), 'parent'),
    news: await newsShown(context.db, today),
    unreadMessages: await unreadOf(context.db, context.actor.personId),
    documents: await documentNews(context.db, today, context.actor.personId),
    recentDocuments: await recentDocuments(context, today),
    deadline: deadlineToday([thisWeek, nextWeek, ...(await farDaysOf(context, household, loaded.rulebook, today))], now),
    certify: await certificationAsked(context, today, context.actor.personId),
  };
}

async function recentDocuments({ db, actor }: Context<ParentActor>, today: LocalDate): Promise<RecentDocument[]> {
  const documents = (await documentsOfParent(db, today, actor.personId)).flatMap((category) => category.documents);
  const newest = documents.sort((left, right) => (left.fromOn < right.fromOn ? 1 : left.fromOn > right.fromOn ? -1 : right.id - left.id));
  return newest.slice(0, MOST_RECENT).map(({ id, name, isNew }) => ({ id, name, isNew }));
}

/** The period that closes by a day of the month or on a date, on the day that it does. */
async function farDaysOf(context: Context<ParentActor>, household: Household, rulebook: Rulebook, today: LocalDate): Promise<HomeDays[]> {
  const days = farDays(rulebook, today);
  return days ? [{ from: days.from, children: judgedChildren(await loadDays(context, household.familyIds, days), household, days) }] : [];
}

function childrenToday({ children }: HomeDays, today: LocalDate): HomeChild[] {
  return children.map(({ childId, name, schoolAndClass, rows }) => ({
    childId, name, schoolAndClass,
    bookedToday: rows.filter(({ cells }) => cells.some((cell) => cell.day === today && cell.booked)).map(({ label }) => label),
  }));
}

function homeWeek({ from: monday, children }: HomeDays, name: string, now: LocalDateTime): HomeWeek {
  const cells = children.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const booked = cells.filter((cell) => cell.booked).length;
  const limit = cells.filter((cell) => cell.mayChange && cell.until !== null && cell.until >= now).map(({ until }) => until!).sort()[0];
  return {
    monday,
    title: `${name}, à partir du ${formatDay(monday)}`,
    summary: booked === 0 ? 'Rien n’est réservé.' : `${counted(booked, 'réservation', 'réservations')}.`,
    deadline: limit ? `Prochain délai : ${formatMoment(limit)}.` : null,
  };
}
