import { holds } from './conditions';
import type { Draft } from './drafts';
import { decimal, exact, percentOf, rounded } from './exact';
import { euros, PRICE_NOT_SET } from './explain';
import { amountOf } from './formulas';
import { concerns } from './rules';
import type { Rules } from './rules';
import type { Aid } from './schema';

/** What an aid gives on a line, before its cap; null: not fixed. */
function given(aid: Aid, draft: Draft): number | null {
  const { line, one } = draft;
  if (aid.percent !== undefined) return aid.percent === null ? null : rounded(percentOf(exact(line.totalCents), decimal(aid.percent)), one.rules.rounding);
  const { cents } = amountOf(aid.amount ?? null, one);
  return cents && rounded(cents, one.rules.rounding) * line.quantity;
}

/** Unit and bundle lines; charges only where the aid names them (vouchers on memberships). */
function isAided(aid: Aid, draft: Draft): boolean {
  const { line } = draft;
  if (line.totalCents <= 0 || line.kind === 'aid') return false;
  if (line.kind === 'charge') return aid.charges?.includes(line.rule ?? '') ?? false;
  if (aid.charges && !aid.services) return false;
  return line.kind === 'bundle' ? draft.services.every((service) => concerns(aid, service)) : concerns(aid, line.service);
}

class Cap {
  private readonly used = new Map<string, number>();

  constructor(private readonly aid: Aid, private readonly rules: Rules) {}

  /** What remains of the cap for a line takes part of what is given; null: the cap is not fixed. */
  take(draft: Draft, cents: number): number | null {
    const { cap } = this.aid;
    if (!cap) return cents;
    if (cap.cents === null) return null;
    const window = this.rules.windowOn(cap.every, draft.line.day);
    const key = `${cap.per === 'child' ? draft.line.child : ''} ${window?.from ?? ''}`;
    const used = this.used.get(key) ?? 0;
    const taken = Math.min(cents, Math.max(0, cap.cents - used));
    this.used.set(key, used + taken);
    return taken;
  }
}

function aidLine(aid: Aid, draft: Draft, cents: number): Draft {
  const { line } = draft;
  return {
    ...draft, unit: null, absorbed: [], inside: -cents, outside: 0,
    line: {
      kind: 'aid', nature: aid.payer, day: line.day, child: line.child, family: line.family, service: line.service, unit: 'aide',
      quantity: 1, unitPriceCents: -cents, totalCents: -cents, rule: aid.id, explanation: [`${aid.label} (${aid.payer}) : − ${euros(cents)}`],
    },
  };
}

export interface Aided {
  drafts: Draft[];
  /** Cents counted for each aid, by line day. */
  counted: { aid: string; day: Draft['line']['day']; cents: number }[];
}

/** Step 6: aids on lines above 0. `deduct` makes a negative line, never more than what is left of the line; `track` only counts. */
export function applyAids(drafts: readonly Draft[], versions: readonly Rules[]): Aided {
  const aided: Aided = { drafts: [], counted: [] };
  for (const rules of versions) {
    if (!rules.version.aids?.length) continue;
    const left = new Map<Draft, number>();
    for (const aid of rules.version.aids) {
      const cap = new Cap(aid, rules);
      for (const draft of drafts) {
        if (draft.one.rules !== rules || !isAided(aid, draft)) continue;
        const verdict = holds(aid.when, draft.one);
        if (verdict === false) continue;
        const full = verdict === null ? null : given(aid, draft);
        const remains = left.get(draft) ?? draft.line.totalCents;
        const cents = full === null ? null : cap.take(draft, aid.mode === 'deduct' ? Math.min(full, remains) : full);
        if (cents === null) draft.line.explanation.push(`${aid.label} : ${PRICE_NOT_SET}`);
        else if (cents > 0) {
          aided.counted.push({ aid: aid.id, day: draft.line.day, cents });
          if (aid.mode === 'track') continue;
          left.set(draft, remains - cents);
          aided.drafts.push(aidLine(aid, draft, cents));
        }
      }
    }
  }
  return aided;
}
