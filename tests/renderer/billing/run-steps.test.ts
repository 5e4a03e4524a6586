import { describe, expect, it } from 'vitest';
import { pathOf, stepOf } from '../../../src-renderer/components/billing/run-steps';
import { plainSpaces } from '../../support/plain-spaces';
import { buildRun } from './build-run';

const notes = (...args: Parameters<typeof pathOf>) => plainSpaces(pathOf(...args).map(({ state, note }) => `${state} : ${note}`));
const issuedPapers = { invoices: 118, printed: 118, toMail: 90, mailed: 90, mailFailed: 0, hasMailServer: true, toPost: 28, postBundleReady: true };

describe('the five steps of a month end', () => {
  it('say what is done and what is left while it is prepared', () => {
    expect(notes(buildRun(), 14)).toEqual(['open : 14 points à regarder', 'open : 121 familles, 1 gardée pour plus tard', 'open : pas commencé', 'later : après l’émission', 'later : après l’impression']);
    expect(notes(buildRun(), 0)[0]).toBe('done : rien à signaler');
    expect(notes(buildRun(), null)[0]).toBe('open : à regarder');
  });

  it('follow the issue, and tell one that was cut off from one that goes on', () => {
    const families = { total: 121, waiting: 60, held: 1, issued: 58, nothing: 2 };
    expect(notes(buildRun({ state: 'issuing', isAtWork: true, families }), null)[2]).toBe('open : 61 sur 121 familles');
    expect(notes(buildRun({ state: 'issuing', isAtWork: false, families }), null)[2]).toBe('open : interrompue, 60 familles restent');
    const stopped = pathOf(buildRun({ state: 'stopped', families: { ...families, waiting: 1 } }), null)[2];
    expect(plainSpaces(stopped)).toEqual({ step: 'emettre', state: 'open', isTroubled: true, note: 'arrêtée, 1 famille reste' });
  });

  it('follow the print and the mails to the end', () => {
    const run = { state: 'issued', invoices: 118, creditNotes: 2 } as const;
    expect(notes(buildRun({ ...run, papers: { ...issuedPapers, printed: 40, mailed: 12 } }), null).slice(2)).toEqual(['done : 118 factures et 2 avoirs', 'open : 40 PDF sur 118', 'open : 12 mails sur 90, 28 à poster']);
    expect(notes(buildRun({ ...run, papers: issuedPapers }), null).slice(3)).toEqual(['done : 118 PDF prêts', 'done : 90 mails partis, 28 à poster']);
    expect(notes(buildRun({ state: 'issued' }), null).slice(3)).toEqual(['done : rien à imprimer', 'done : rien à envoyer']);
  });

  it('open where the run stands, or where the address says', () => {
    expect(stepOf(undefined, buildRun())).toBe('verifier');
    expect(stepOf(undefined, buildRun({ state: 'stopped' }))).toBe('emettre');
    expect(stepOf(undefined, buildRun({ state: 'issued', papers: { ...issuedPapers, printed: 3 } }))).toBe('imprimer');
    expect(stepOf(undefined, buildRun({ state: 'issued', papers: issuedPapers }))).toBe('envoyer');
    expect(stepOf('apercu', buildRun({ state: 'issued' }))).toBe('apercu');
    expect(stepOf('nulle-part', buildRun())).toBe('verifier');
  });
});
