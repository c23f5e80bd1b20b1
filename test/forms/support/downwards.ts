import fc from 'fast-check';
import { FORMS } from '../../../src/forms/declared/index.js';
import type { Field } from '../../../src/forms/types.js';
import type { GridSheet } from './grid.js';
import { type Cell, HAMLETS, type Hamlet } from './truth.js';

/** What a report of some hamlets is to say of several forms, by form and field. */
export interface DownTruth {
  readonly hamlets: readonly Hamlet[];
  readonly forms: readonly string[];
  readonly values: Readonly<Record<string, Readonly<Record<string, number>>>>[];
}

/** One way to lay it out downwards. */
export interface DownLayout {
  readonly header: readonly [names: string, counts: string] | null;
  readonly serial: 'none' | 'arabic' | 'by-section';
  readonly sections: boolean;
  readonly measures: boolean;
  readonly notes: boolean;
  readonly total: boolean;
  readonly numbered: boolean;
  readonly other: boolean;
  readonly foot: boolean;
  /** Picks among spellings; any numbers. */
  readonly seeds: readonly number[];
}

/** Fields in the order in which a report has them: the whole before its parts. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  members: ['teams', 'members', 'female', 'trained', 'zalo'],
  households: ['total_households', 'assisted', 'public_services', 'safety', 'cumulative'],
  eid: ['eligible', 'level1', 'level2', 'total'],
  merchants: ['total_merchants', 'cashless'],
};
/** Those that may be marked as a part of the one above. */
const PARTS = new Set(['female', 'trained', 'zalo', 'public_services', 'safety']);

const counts = fc.record(
  Object.fromEntries(
    Object.entries(FIELDS).map(([form, ids]) => [
      form,
      fc.record(Object.fromEntries(ids.map((id) => [id, fc.nat(2_000_000)]))),
    ]),
  ),
);

const inOneCommune = HAMLETS.filter(({ commune }) => commune === 'Xã Tân Ân');

export const downTruth: fc.Arbitrary<DownTruth> = fc
  .tuple(
    fc.subarray([...inOneCommune], { minLength: 1, maxLength: 4 }),
    fc.shuffledSubarray(Object.keys(FIELDS), { minLength: 1 }),
  )
  .chain(([hamlets, forms]) =>
    fc
      .tuple(...hamlets.map(() => counts))
      .map((values): DownTruth => ({ hamlets, forms, values: values as DownTruth['values'] })),
  );

export const downLayout: fc.Arbitrary<DownLayout> = fc.record({
  header: fc.option(
    fc.tuple(
      fc.constantFrom(
        'Nội dung',
        'CHỈ TIÊU',
        'Nội dung báo cáo',
        'Tên chỉ tiêu',
        'Nội dung/Chỉ tiêu',
      ),
      fc.constantFrom(
        'Số lượng',
        'Kết quả',
        'Kết quả thực hiện',
        'Thực hiện trong tháng',
        'Tháng 9',
      ),
    ),
    { freq: 4 },
  ),
  serial: fc.constantFrom('none', 'arabic', 'by-section'),
  sections: fc.boolean(),
  measures: fc.boolean(),
  notes: fc.boolean(),
  total: fc.boolean(),
  numbered: fc.boolean(),
  other: fc.boolean(),
  foot: fc.boolean(),
  seeds: fc.array(fc.nat(1_000), { minLength: 7, maxLength: 31 }),
});

/** The records that must be read, by form and hamlet. */
export function recordsOf({ hamlets, forms, values }: DownTruth): Map<string, unknown> {
  const all = forms.flatMap((form) =>
    hamlets.map(({ code }, i) => {
      const record = { form: `${form}.tally`, hamlet: code, ...values[i]![form] };
      return [`${record.form} ${code}`, record] as const;
    }),
  );
  return new Map(all);
}

/** Writes a truth out. The same arguments give the same sheet. */
export function writeDown(truth: DownTruth, how: DownLayout): GridSheet {
  return { name: 'BC', rows: new Writer(truth, how).written() };
}

class Writer {
  private readonly rows: string[] = [];
  private readonly several: boolean;
  private seed = 0;
  private number = 0;

  constructor(
    private readonly truth: DownTruth,
    private readonly how: DownLayout,
  ) {
    this.several = truth.hamlets.length > 1;
  }

  private pick<T>(list: readonly T[]): T {
    const { seeds } = this.how;
    return list[(seeds[this.seed++ % seeds.length]! + this.seed) % list.length]!;
  }

  written(): string[] {
    const [first] = this.truth.hamlets as [Hamlet];
    this.rows.push(`UBND ${first.commune.toUpperCase()}`, 'BÁO CÁO KẾT QUẢ', 'Tháng 9/2024');
    if (!this.several) this.rows.push(`Ấp: | ${first.name}`);
    this.header();
    this.truth.forms.forEach((form, i) => {
      this.form(form, i);
    });
    if (this.how.foot) this.rows.push('', '| Người lập | TỔ TRƯỞNG', '| (Đã ký) | 0912345678');
    return this.rows;
  }

  private header(): void {
    const { header, serial, measures, notes, numbered } = this.how;
    // Without a header the columns of several hamlets are nobody's.
    if (header === null && !this.several) return;
    const [names, count] = header ?? ['Chỉ tiêu', ''];
    const hamlets = this.truth.hamlets.map(({ name }) => name);
    const values = this.several ? [...hamlets, ...(this.how.total ? ['Tổng cộng'] : [])] : [count];
    const head = [names, ...(measures ? ['ĐVT'] : []), ...values, ...(notes ? ['Ghi chú'] : [])];
    const all = serial === 'none' ? head : ['STT', ...head];
    this.rows.push(all.join(' | '));
    if (numbered) this.rows.push(all.map((_, i) => `(${i + 1})`).join(' | '));
  }

  private form(id: string, at: number): void {
    const { label, tally } = FORMS.find((one) => one.id === id)!;
    if (this.how.sections) this.section(['I', 'II', 'III', 'IV'][at]!, label.vi);
    if (this.how.serial === 'by-section' && this.how.sections) this.number = 0;
    for (const field of FIELDS[id]!) {
      const own = tally!.fields.find((one) => one.id === field)!;
      this.row(own, (i) => this.truth.values[i]![id]![field]!);
    }
    if (this.how.other) this.other();
  }

  private section(number: string, name: string): void {
    const text = this.pick([name, name.toUpperCase()]);
    this.rows.push(this.how.serial === 'none' ? `${number}. ${text}` : `${number} | ${text}`);
  }

  private row(field: Field, countOf: (hamlet: number) => number): void {
    const isPart = PARTS.has(field.id) && this.how.seeds[0]! % 2 === 0;
    const name = this.spelled(isPart ? `- ${field.label.vi}` : this.nameOf(field));
    this.line(isPart ? '' : String(++this.number), name, countOf);
  }

  private nameOf({ label, aliases }: Field): string {
    // `Số hộ` below `Hộ được hỗ trợ` would be those assisted.
    const alias = aliases[0] === 'Số hộ' ? label.vi : aliases[0]!;
    return this.pick([label.vi, label.vi, alias]);
  }

  private other(): void {
    this.line(String(++this.number), 'Số buổi tuyên truyền', () => 3);
  }

  private line(serial: string, name: string, countOf: (hamlet: number) => number): void {
    const all = this.truth.hamlets.map((_, i) => countOf(i));
    const sum = all.reduce((total, one) => total + one, 0);
    const values = all.map((one) => this.figure(one));
    if (this.several && this.how.total) values.push(String(sum));
    const { serial: how, measures, notes } = this.how;
    const cells: Cell[] = [...(how === 'none' ? [] : [serial]), name];
    this.rows.push(
      [...cells, ...(measures ? ['người'] : []), ...values, ...(notes ? [''] : [])].join(' | '),
    );
  }

  private figure(value: number): string {
    const grouped = String(value).replace(/\B(?=(\d{3})+$)/g, '.');
    return this.pick([`${value}`, `'${value}`, `'${grouped}`]);
  }

  private spelled(text: string): string {
    return this.pick([text, text.toUpperCase(), text.normalize('NFD'), `${text}:`, `${text} (*)`]);
  }
}
