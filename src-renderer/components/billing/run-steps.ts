import type { RunOverview } from '../../../src-main/features/billing/schema';
import { counted } from '../../../src-main/kernel/text';
import { papersWords } from './billing-words';

export const STEPS = ['verifier', 'apercu', 'emettre', 'imprimer', 'envoyer'] as const;
export type Step = (typeof STEPS)[number];

export const STEP_TITLES: Readonly<Record<Step, string>> = {
  verifier: 'Vérifier', apercu: 'Aperçu', emettre: 'Émettre', imprimer: 'Imprimer', envoyer: 'Envoyer',
};

export interface PathStep {
  readonly step: Step;
  /** `done`: nothing is left; `open`: something is left or can be done; `later`: not before another step. */
  readonly state: 'done' | 'open' | 'later';
  readonly isTroubled: boolean;
  /** What is done and what is left, in a few words. */
  readonly note: string;
}

/** The step that an address names, or the one where a run stands. */
export function stepOf(asked: unknown, run: RunOverview): Step {
  const named = STEPS.find((step) => step === asked);
  if (named) return named;
  if (run.state === 'preparing' || run.state === 'abandoned') return 'verifier';
  if (run.state !== 'issued') return 'emettre';
  return run.papers.printed < run.papers.invoices ? 'imprimer' : 'envoyer';
}

/** The five steps of a month end as they stand. `anomalies`: points to look at, null while they are not known. */
export function pathOf(run: RunOverview, anomalies: number | null): PathStep[] {
  return [checking(run, anomalies), previewing(run), issuing(run), printing(run), sending(run)];
}

function checking({ state }: RunOverview, anomalies: number | null): PathStep {
  const isOver = state !== 'preparing';
  const note = isOver ? 'terminé' : anomalies === null ? 'à regarder' : anomalies === 0 ? 'rien à signaler' : counted(anomalies, 'point à regarder', 'points à regarder');
  return { step: 'verifier', state: isOver || anomalies === 0 ? 'done' : 'open', isTroubled: !isOver && (anomalies ?? 0) > 0, note };
}

function previewing({ state, families }: RunOverview): PathStep {
  const held = families.held > 0 ? `, ${counted(families.held, 'gardée', 'gardées')} pour plus tard` : '';
  return { step: 'apercu', state: state === 'preparing' ? 'open' : 'done', isTroubled: false, note: `${counted(families.total, 'famille', 'familles')}${held}` };
}

function issuing(run: RunOverview): PathStep {
  const { state, families, isAtWork } = run;
  const settled = families.total - families.waiting;
  const isCut = state === 'stopped' || (state === 'issuing' && !isAtWork);
  const notes: Readonly<Record<RunOverview['state'], string>> = {
    preparing: 'pas commencé',
    issuing: isCut ? `interrompue, ${counted(families.waiting, 'famille reste', 'familles restent')}` : `${settled} sur ${counted(families.total, 'famille', 'familles')}`,
    stopped: `arrêtée, ${counted(families.waiting, 'famille reste', 'familles restent')}`,
    issued: papersWords(run),
    abandoned: 'abandonnée',
  };
  return { step: 'emettre', state: state === 'issued' ? 'done' : 'open', isTroubled: isCut, note: notes[state] };
}

function printing({ state, papers }: RunOverview): PathStep {
  if (papers.invoices === 0) return { step: 'imprimer', state: state === 'issued' ? 'done' : 'later', isTroubled: false, note: state === 'issued' ? 'rien à imprimer' : 'après l’émission' };
  const isDone = papers.printed >= papers.invoices;
  return { step: 'imprimer', state: isDone && state === 'issued' ? 'done' : 'open', isTroubled: false, note: isDone ? counted(papers.printed, 'PDF prêt', 'PDF prêts') : `${papers.printed} PDF sur ${papers.invoices}` };
}

function sending({ state, papers }: RunOverview): PathStep {
  if (papers.invoices === 0) return { step: 'envoyer', state: state === 'issued' ? 'done' : 'later', isTroubled: false, note: state === 'issued' ? 'rien à envoyer' : 'après l’impression' };
  const parts = [
    ...(papers.toMail > 0 ? [papers.mailed < papers.toMail ? `${papers.mailed} mails sur ${papers.toMail}` : counted(papers.mailed, 'mail parti', 'mails partis')] : []),
    ...(papers.toPost > 0 ? [`${papers.toPost} à poster`] : []),
  ];
  return { step: 'envoyer', state: papers.mailed >= papers.toMail && state === 'issued' ? 'done' : 'open', isTroubled: papers.mailFailed > 0, note: parts.join(', ') || 'rien à envoyer' };
}
