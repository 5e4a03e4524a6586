import { expect, it } from 'vitest';
import { demoMonths } from '../../src-main/demo/demo-months';
import { localDate } from '../../src-main/kernel/local-date';

it.each([
  ['2026-11-05', '2026-09-01', '2026-09-01 issued 2026-10-03'],
  ['2027-03-20', '2027-01-01', '2027-01-01 issued 2027-02-03'],
  ['2026-10-15', '2026-09-01', '2026-09-01 issued 2026-10-03'],
  ['2026-10-01', '2026-09-01', 'none'],
  ['2026-09-20', '2026-09-01', 'none'],
])('on %s rolls are called from %s, and the invoiced month is %s', (today, calledFrom, told) => {
  const months = demoMonths(localDate(today), 2026);
  expect(months.calledFrom).toBe(calledFrom);
  expect(months.invoiced ? `${months.invoiced.from} issued ${months.invoiced.issuedOn}` : 'none').toBe(told);
});
