import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { bugOf } from '../../src/app/reading/bugs.js';
import { SheetReader } from '../../src/forms/sheet-reader.js';
import { H, HEAD, type Province, province } from '../helpers/province.js';

// A sheet that ccds fails on for a bug of its own costs that sheet, not the month.

let p: Province;
beforeEach(() => {
  p = province();
});
afterEach(() => {
  vi.restoreAllMocks();
  p.remove();
});

const eid = (name: string, number: string) => [
  ['Ấp: Rạch Gốc', 'Xã: An Bình'],
  ['Kỳ báo cáo: Tháng 9/2024'],
  HEAD.eid,
  [name, number, 1],
];

/** Has the reader fail, as a bug would, on sheets of a name. */
function failOn(name: RegExp, error?: Error) {
  const { end } = SheetReader.prototype;
  vi.spyOn(SheetReader.prototype, 'end').mockImplementation(function (this: SheetReader) {
    const report = end.call(this);
    if (name.test(report.name)) throw error ?? new TypeError('Nguyễn Văn An is not a function');
    return report;
  });
}

it('is told of the sheet with what its developers need, and the others are counted', async () => {
  await p.book('a.xlsx', { Tốt: eid('An', '096080001234'), Lỗi: eid('Bé', '096080001235') });
  failOn(/Lỗi/);
  const r = await p.rollup();
  expect(r.value(H.goc, 'eid_accounts')).toBe(1);
  expect(r.status).toBe(1);
  const [found, ...more] = r.found('CCDS-S10');
  expect(more).toEqual([]);
  expect(found).toMatchObject({ severity: 'error', file: 'a.xlsx', sheet: 'Lỗi' });
  expect(found!.message).toMatch(
    /^The sheet could not be read to its end: ccds met an error of its own; .* \(TypeError, SheetReader\./,
  );
  expect(JSON.stringify(r.findings)).not.toContain('Nguyễn Văn An');
});

it('ends the run where there is nothing else to read', async () => {
  await p.book('a.xlsx', { Lỗi: eid('Bé', '096080001235') });
  failOn(/Lỗi/);
  const { status, stderr } = await p.rollup();
  expect(status).toBe(2);
  expect(stderr).toMatch(/^ccds: .*TypeError, SheetReader\.\S+ \(a\.xlsx\)/);
});

it('is named by its kind and place, never by its message', () => {
  expect(bugOf(new RangeError('Trần Thị Bé'))).toMatch(/^RangeError(?:, [\w.]+)?$/);
  expect(bugOf('Trần Thị Bé')).toBe('string');
});

it('what the system fails on is no bug', async () => {
  await p.book('a.xlsx', { Tốt: eid('An', '096080001234') });
  await p.book('b.xlsx', { Lỗi: eid('Bé', '096080001235') });
  failOn(/Lỗi/, Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' }));
  const r = await p.rollup();
  expect(r.found('CCDS-S10')).toEqual([]);
  expect(r.found('CCDS-F09')).toMatchObject([{ severity: 'error', file: 'b.xlsx' }]);
});
