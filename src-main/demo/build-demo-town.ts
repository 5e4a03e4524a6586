import { addDays, makeDate, monthOf, yearOf } from '../kernel/local-date';
import type { LocalDate } from '../kernel/local-date';
import type { Services } from '../platform/procedures/services';
import { foundTown } from '../features/town/save-town';
import { findTown, townOf } from '../features/town/queries';
import { townInput } from '../features/town/schema';
import { openHolidays } from './demo-holidays';
import { leaveDraft, putRulesInForce } from './demo-rules';
import { openSchools } from './demo-schools';
import { openStaffAccounts } from './demo-staff';
import type { StaffAccount } from './demo-staff';
import { planInvitations } from './invite-families';
import type { ParentAccount } from './invite-families';
import { planHolidays } from './book-holidays';
import { planMeals } from './book-meals';
import type { FamilyPlan } from './plan';
import { giveActivities } from './plan-activities';
import { planDocuments } from './plan-documents';
import { planFamilies } from './plan-families';
import { planGuideFamilies } from './plan-guide-families';
import { planInvoices } from './plan-invoices';
import { planMessages } from './plan-messages';
import { planRequests } from './plan-requests';
import { planNews } from './plan-news';
import { planPayments } from './plan-payments';
import { planRollCalls } from './plan-roll-calls';
import { Random } from './random';
import { planFiles } from './settle-families';
import { Stage } from './stage';

/** Who may sign in to the demo, as the host prints it and writes it in `demo-accounts.json`. */
export interface DemoAccounts {
  readonly staff: readonly StaffAccount[];
  readonly parents: readonly ParentAccount[];
}

const SEED = 22_300;

const TOWN = {
  name: 'Saint-Aubin-des-Préaux', address: '1 place de la Mairie', postcode: '22300', city: 'Saint-Aubin-des-Préaux', phone: '02 61 91 00 10',
  email: 'mairie@saint-aubin.example', siret: '21220999300014', schoolZone: 'B', holidayRegion: '', timeZone: 'Europe/Paris',
} as const;

/**
 * Fills a database with Saint-Aubin-des-Préaux as it stands on a day, through the program's own
 * commands on a clock that goes from deed to deed: all or nothing. A town that is founded already
 * keeps its settings. The same day gives the same town, but for what is drawn as a secret.
 */
export function buildDemoTown(services: Services, { today }: { readonly today: LocalDate }): Promise<DemoAccounts> {
  return services.db.write(async () => {
    const schoolYear = monthOf(today) >= 9 ? yearOf(today) : yearOf(today) - 1;
    const start = makeDate(schoolYear, 9, 1);
    const town = await findTown(services.db);
    const random = new Random(SEED);
    const stage = new Stage(services, random, today, schoolYear, town?.timeZone ?? TOWN.timeZone);
    stage.setTime(addDays(start, -85), '09:00');
    if (!town) await foundTown(stage.as({ kind: 'system', name: 'Préau' }), townInput.parse(TOWN), true);
    const staff = await openStaffAccounts(stage);
    stage.setTime(addDays(start, -84), '10:30');
    const places = await openSchools(stage.as(staff.admin));
    stage.setTime(addDays(start, -78), '15:15');
    const holidays = openHolidays((await townOf(services.db)).schoolZone, schoolYear);
    const versionId = await putRulesInForce(stage.as(staff.admin), schoolYear, holidays);

    const canteenPlans = [...planGuideFamilies(schoolYear), ...planFamilies(random, schoolYear)];
    const keys = activeFamilies(canteenPlans);
    const activities = new Random(SEED + 1);
    const plans = giveActivities(activities, canteenPlans, keys);
    const settled = planFiles(stage, plans, places, staff);
    const active = planInvitations(stage, plans, settled, staff.secretary, keys);
    planMeals(stage, settled, active, staff.secretary, activities);
    planHolidays(stage, settled, holidays, staff.secretary, activities);
    planRollCalls(stage, settled, places, staff, new Random(SEED + 2));
    planInvoices(stage, settled, staff.secretary);
    planPayments(stage, settled, staff.secretary, new Random(SEED + 3));
    planDocuments(stage, settled, places, active, staff, new Random(SEED + 4));
    planMessages(stage, settled, active, staff);
    planRequests(stage, settled, active, staff.secretary);
    planNews(stage, staff.secretary);
    stage.plan(addDays(today, -5), '11:45', () => leaveDraft(stage.as(staff.admin), versionId, schoolYear, today));
    await stage.play();
    return { staff: staff.accounts, parents: active.sort((left, right) => keys.indexOf(left.key) - keys.indexOf(right.key)).map(({ account }) => account) };
  });
}

/** Families whose first guardian has a password: those of the guides, two homes of the same children, a large one. */
function activeFamilies(plans: readonly FamilyPlan[]): string[] {
  const large = plans.find((plan) => plan.children.length >= 3 && plan.arrivedDaysAgo === null && plan.guardians[0]?.email !== '');
  const father = plans.find((plan) => plan.sharedWith && plan.guardians[0]?.email !== '' && plans.some((other) => other.key === plan.sharedWith?.key && other.guardians[0]?.email !== ''));
  return ['alain', 'baconnais', father?.sharedWith?.key, father?.key, large?.key].filter((key) => key !== undefined);
}
