import { describe, expect, it } from 'vitest';
import type { Formula } from '../../../src-main/features/rulebook/schema';
import { addRow, following, fromTable, removeRow, setMeasure, setZones, toTable } from '../../../src-renderer/components/rules/price-table';

const brackets: Formula = { kind: 'brackets', measure: 'qf', rows: [{ from: '0', upTo: '700', price: 100 }, { from: '701', price: 310 }] };
const byZone: Formula = { kind: 'choose', cases: [{ label: 'Commune', when: { zone: ['commune'] }, price: brackets }, { label: 'Hors commune', price: 520 }] };
const ZONES = [{ id: 'commune', label: 'Commune' }, { id: 'hors', label: 'Hors commune' }];

describe('a price as the council’s table', () => {
  it.each([['one price', 320], ['a price to fix', null], ['brackets', brackets], ['zones', byZone]] as [string, Formula][])('goes there and back: %s', (_, formula) => {
    expect(fromTable(toTable(formula)!)).toEqual(formula);
  });

  it.each([
    ['a rate', { kind: 'rate', measure: 'qf', factor: '0.001' }],
    ['a case by level', { kind: 'choose', cases: [{ when: { level: ['CP'] }, price: 100 }, { price: 200 }] }],
    ['brackets of formulas', { kind: 'brackets', measure: 'qf', rows: [{ price: { kind: 'sum', of: [1, 2] } }] }],
    ['columns with other bounds', { kind: 'choose', cases: [{ when: { zone: ['commune'] }, price: brackets }, { price: { ...brackets, rows: [{ price: 1 }] } }] }],
    ['no default column', { kind: 'choose', cases: [{ when: { zone: ['commune'] }, price: 100 }] }],
  ] as [string, Formula][])('is left alone when it is richer: %s', (_, formula) => {
    expect(toTable(formula)).toBeNull();
  });

  it('gets a row that starts where the last one ends, and loses one', () => {
    const table = toTable({ kind: 'brackets', measure: 'qf', rows: [{ from: '0', upTo: '700', price: 100 }] })!;
    addRow(table);
    expect(table.rows).toEqual([{ from: '0', upTo: '700' }, { from: '701' }]);
    addRow(table);
    expect(table.rows.map((row) => row.upTo)).toEqual(['700', null, undefined]);
    removeRow(table, 1);
    expect(fromTable(table)).toEqual({ kind: 'brackets', measure: 'qf', rows: [{ from: '0', upTo: '700', price: 100 }, { price: null }] });
  });

  it('counts bounds as towns print them', () => {
    expect([following('700'), following('500.50'), following('0')]).toEqual(['701', '500.51', '1']);
  });

  it('follows the quotient or not, and the zone or not', () => {
    const table = toTable(320)!;
    setMeasure(table, 'qf');
    expect(fromTable(table)).toEqual({ kind: 'brackets', measure: 'qf', rows: [{ from: '0', upTo: null, price: 320 }, { price: 320 }] });
    setZones(table, ZONES);
    expect(table.columns.map((column) => column.zones)).toEqual([['commune'], null]);
    setZones(table, null);
    setMeasure(table, null);
    expect(fromTable(table)).toBe(320);
  });
});
