import fc from 'fast-check';

/** A hamlet of fixtures/intake/registry, with the units above it. */
export interface Hamlet {
  readonly code: string;
  readonly name: string;
  readonly commune: string;
  readonly district: string;
}

const of = (district: string, commune: string, names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([code, name]): Hamlet => ({ code, name, commune, district }));

export const HAMLETS: readonly Hamlet[] = [
  ...of('Huyện Ngọc Hiển', 'Xã Tân Ân', {
    '3223601': 'Ấp Rạch Gốc A',
    '3223602': 'Ấp Rạch Gốc B',
    '3223603': 'Ấp Tân Thủy',
    '3223604': 'Ấp 4',
    '3223605': 'Ấp Ô Rô',
  }),
  ...of('Huyện Ngọc Hiển', 'Thị trấn Rạch Gốc', {
    '3224401': 'Khóm 1',
    '3224402': 'Khóm 2',
    '3224403': 'Khóm 3',
  }),
  ...of('Huyện Ngọc Hiển', 'Xã Viên An', { '3224501': 'Ấp Tân Thủy', '3224502': 'Ấp Ông Như' }),
  ...of('Huyện U Minh', 'Xã Khánh Hòa', {
    '3204401': 'Ấp 1',
    '3204402': 'Ấp 2',
    '3204403': 'Ấp 3',
  }),
  ...of('Huyện U Minh', 'Phường 1', { '3204701': 'Khóm 1', '3204702': 'Khóm 2' }),
];

export type Cell = string | number | null;

/** What a sheet is to say: a form's rows, each of a hamlet, by field. */
export interface Truth {
  readonly form: string;
  readonly layout: 'list' | 'tally';
  readonly fields: readonly string[];
  readonly rows: readonly {
    readonly hamlet: Hamlet;
    readonly values: Readonly<Record<string, Cell>>;
  }[];
}

const count = fc.oneof(fc.nat(99), fc.nat(9_999), fc.nat(2_000_000));
const pick = <T>(...list: readonly T[]) => fc.constantFrom(...list);
const name = fc
  .tuple(
    pick('Nguyễn', 'Trần', 'Lê', 'Cộng', 'Tổng', 'Đỗ', 'Hòa', 'Ký', 'Tạ'),
    pick('Văn', 'Thị', 'Ngọc', 'Thúy'),
    pick('An', 'Bé', 'Chín', 'Dũng', 'Ấp', 'Khóm', 'Ghi', 'Tổ', 'Xã'),
  )
  .map((words) => words.join(' '));
const phone = fc.nat(99_999_999).map((n) => `09${String(n).padStart(8, '0')}`);
/** Not ending in zeros: those may be what a spreadsheet has left of a number. */
const identity = fc.nat(99_999_999).map((n) => `096${String(n).padStart(8, '0')}1`);

const TALLIES = {
  members: ['teams', 'members', 'female', 'trained', 'zalo'],
  households: ['total_households', 'assisted', 'cumulative', 'public_services', 'safety'],
  eid: ['eligible', 'level1', 'level2', 'total'],
  merchants: ['total_merchants', 'cashless'],
} as const;
const LISTS = {
  members: { name, position: pick('Tổ trưởng', 'Tổ phó', 'Thành viên'), phone },
  households: { head: name, address: pick('Tổ 1', 'Tổ 2', 'Nhà số 12'), phone },
  eid: { name, id_number: identity, level: pick(1, 2) },
} as const;

const tally: fc.Arbitrary<Truth> = fc
  .constantFrom(...Object.entries(TALLIES))
  .chain(([form, fields]) =>
    fc
      .subarray([...HAMLETS], { minLength: 1, maxLength: 8 })
      .chain((hamlets) =>
        fc.tuple(
          ...hamlets.map((hamlet) =>
            fc
              .record(Object.fromEntries(fields.map((id) => [id, count])))
              .map((values) => ({ hamlet, values })),
          ),
        ),
      )
      .map((rows): Truth => ({ form, layout: 'tally', fields, rows })),
  );

const list: fc.Arbitrary<Truth> = fc
  .constantFrom(...Object.entries(LISTS))
  .chain(([form, record]) =>
    fc
      .subarray([...HAMLETS], { minLength: 1, maxLength: 4 })
      .chain((hamlets) => fc.tuple(...hamlets.map((hamlet) => rowsOf(hamlet, record))))
      .map(
        (rows): Truth => ({ form, layout: 'list', fields: Object.keys(record), rows: rows.flat() }),
      ),
  );

function rowsOf(hamlet: Hamlet, record: Readonly<Record<string, fc.Arbitrary<Cell>>>) {
  return fc.array(
    fc.record(record).map((values) => ({ hamlet, values: values as Record<string, Cell> })),
    { minLength: 1, maxLength: 4 },
  );
}

/** A random true table; people may share a name, and bear names like words of a form. */
export const truth: fc.Arbitrary<Truth> = fc.oneof(tally, list);
