import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayInVietnam } from '../../src/core/days.js';
import { treeAsOf } from '../../src/geography/tree.js';
import { daysAfter, deadlineOf } from '../../src/history/deadline.js';
import { type Arrival, receiptsOf } from '../../src/history/receipt.js';
import { HAMLETS, REGISTRY } from './made.js';

const FORMS = ['members', 'households', 'eid'];
const receipts = (arrivals: readonly Arrival[], now = '2024-09-30T05:00:00Z') =>
  receiptsOf(arrivals, {
    month: '2024-09',
    tree: treeAsOf(REGISTRY, '2024-09-14'),
    deadline: '2024-09-17',
    now,
    forms: FORMS,
  });

const came = (unit: string, form: string, receivedAt: string, isEmpty = false): Arrival => ({
  unit,
  form,
  receivedAt,
  isEmpty,
});

const TET_2026 = [16, 17, 18, 19, 20].map((day) => `2026-02-${day}`);

describe('the deadline', () => {
  it('is so many working days after the last day, without weekends and holidays', () => {
    expect(deadlineOf('2024-09-14', 2, new Set())).toBe('2024-09-17');
    expect(deadlineOf('2024-09-14', 2, new Set(['2024-09-16']))).toBe('2024-09-18');
    expect(deadlineOf('2024-02-09', 2, new Set(['2024-02-12', '2024-02-13']))).toBe('2024-02-15');
    expect(deadlineOf('2026-02-14', 2, new Set(TET_2026))).toBe('2026-02-24');
    expect(deadlineOf('2025-01-14', 10, new Set(['2025-01-27', '2025-01-28']))).toBe('2025-01-30');
    expect(deadlineOf('2024-02-28', 1, new Set())).toBe('2024-02-29');
  });

  it('counts Saturdays and Sundays that are worked to make up for a day off', () => {
    const [off, madeUp] = [new Set(['2025-05-02']), new Set(['2025-04-26'])];
    expect(deadlineOf('2025-04-25', 1, off, madeUp)).toBe('2025-04-26');
    expect(deadlineOf('2025-04-25', 6, off, madeUp)).toBe('2025-05-05');
    expect(deadlineOf('2025-04-26', 0, off, madeUp)).toBe('2025-04-26');
  });

  it('is the last day itself with none, or the next working day', () => {
    expect(deadlineOf('2024-08-14', 0, new Set())).toBe('2024-08-14');
    expect(deadlineOf('2024-09-14', 0, new Set())).toBe('2024-09-16');
    expect(deadlineOf('2024-09-14', 0, new Set(['2024-09-16']))).toBe('2024-09-17');
  });

  it('is a day in Vietnam: what comes late in the evening there is of that day', () => {
    expect(dayInVietnam('2024-09-17T16:59:59Z')).toBe('2024-09-17');
    expect(dayInVietnam('2024-09-17T17:00:00Z')).toBe('2024-09-18');
    expect(daysAfter('2024-09-17', '2024-10-01')).toBe(14);
    expect(daysAfter('2024-09-17', '2024-09-16')).toBe(0);
  });
});

describe('receipts', () => {
  it('are on time when the last form first came by the deadline; a correction is not late', () => {
    const { hamlets } = receipts([
      came('1011', 'members', '2024-09-16T01:00:00Z'),
      came('1011', 'eid', '2024-09-17T01:00:00Z'),
      came('1011', 'eid', '2024-09-25T01:00:00Z'),
      came('1012', 'members', '2024-09-16T01:00:00Z'),
      came('1012', 'eid', '2024-09-20T01:00:00Z'),
    ]);
    expect(hamlets.get('1011')).toEqual({
      received: 'full',
      timeliness: 'on_time',
      receivedAt: '2024-09-17T01:00:00Z',
      daysLate: 0,
      missing: [],
    });
    expect(hamlets.get('1012')).toMatchObject({ timeliness: 'late', daysLate: 3 });
  });

  it('expect the forms that any hamlet sent: who lacks one is partial', () => {
    const { hamlets, forms } = receipts([
      came('1011', 'members', '2024-09-16T01:00:00Z'),
      came('1012', 'eid', '2024-09-16T01:00:00Z'),
    ]);
    expect(forms).toEqual(['members', 'eid']);
    expect(hamlets.get('1011')).toMatchObject({ received: 'partial', missing: ['eid'] });
    expect(hamlets.get('1021')).toMatchObject({ received: 'missing', missing: ['members', 'eid'] });
    expect(receipts([]).forms).toEqual(FORMS);
  });

  it('take an empty report for none: of a hamlet, or of all those of a commune', () => {
    const { hamlets, units } = receipts([
      came('1011', 'members', '2024-09-16T01:00:00Z'),
      came('1011', 'eid', '2024-09-16T01:00:00Z', true),
      came('102', 'members', '2024-09-16T01:00:00Z', true),
    ]);
    expect(hamlets.get('1011')!.received).toBe('full');
    expect(hamlets.get('1021')).toMatchObject({
      received: 'empty',
      timeliness: 'missing',
      daysLate: 13,
    });
    expect(units.get('102')!.received).toEqual({ full: 0, partial: 0, empty: 3, missing: 0 });
    expect(units.get('1')!.received).toEqual({ full: 1, partial: 0, empty: 3, missing: 2 });
  });

  it('are not due until the deadline has passed', () => {
    const of = (now: string) => receipts([], now).units.get('1')!.timeliness;
    expect(of('2024-09-17T16:59:00Z')).toMatchObject({ not_due: 6, missing: 0 });
    expect(of('2024-09-17T17:00:00Z')).toMatchObject({ not_due: 0, missing: 6 });
  });

  it('count every hamlet once, in both ways', () => {
    const arrival = fc.record({
      unit: fc.constantFrom(...HAMLETS, '101'),
      form: fc.constantFrom(...FORMS),
      receivedAt: fc.constantFrom('2024-09-15T01:00:00Z', '2024-09-20T01:00:00Z'),
      isEmpty: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(arrival, { maxLength: 20 }), (arrivals) => {
        const sum = (all: object) => Object.values(all).reduce((a, b) => a + b, 0);
        for (const unit of receipts(arrivals).units.values()) {
          expect(sum(unit.received)).toBe(unit.expected);
          expect(sum(unit.timeliness)).toBe(unit.expected);
        }
      }),
    );
  });
});
