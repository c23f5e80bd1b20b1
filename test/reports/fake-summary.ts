/**
 * Summaries made by hand, for the reports' tests: a few units, facts and baselines, added
 * up here by the plainest code there is, so that reports are tested without the roll-up.
 */
import type { Finding } from '../../src/core/finding.js';
import type { Month, Period } from '../../src/core/period.js';
import type { Node, Target, Tree, Unit } from '../../src/geography/types.js';
import { BASELINES, INDICATORS } from '../../src/indicators/index.js';
import type { Indicator } from '../../src/indicators/types.js';
import type { Describe } from '../../src/reports/types.js';
import type {
  Fact,
  RowCounts,
  SheetLine,
  SubmissionLine,
  Summary,
  UnitLine,
  UnitValue,
} from '../../src/rollup/types.js';

export interface Plan {
  readonly period?: Period;
  readonly units: readonly (readonly [
    code: string,
    name: string,
    level: string,
    parent: string | null,
  ])[];
  /** Counts by hamlet and base indicator; a hamlet that is absent has not reported. */
  readonly reports: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
  /** Own baselines by unit. */
  readonly baselines?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly targets?: readonly Target[];
  readonly findings?: readonly Finding[];
  readonly indicators?: readonly Indicator[];
  readonly forms?: Summary['forms'];
}

export const FORMS: Summary['forms'] = [
  { id: 'members', label: { vi: 'Thành viên tổ', en: 'Team members' } },
  { id: 'households', label: { vi: 'Hộ được hỗ trợ', en: 'Households assisted' } },
  { id: 'eid', label: { vi: 'Tài khoản định danh điện tử', en: 'e-ID accounts' } },
  { id: 'merchants', label: { vi: 'Hộ kinh doanh không tiền mặt', en: 'Cashless merchants' } },
];

/** Stands in for `rules/`. */
export const describe: Describe = (finding, lang) => ({
  title: lang === 'vi' ? 'Thiếu giá trị' : 'A value is missing',
  message:
    lang === 'vi'
      ? `Cột “${finding.args.field ?? '?'}” để trống ở dòng này.`
      : `Column “${finding.args.field ?? '?'}” is blank in this row.`,
  fix: lang === 'vi' ? 'Điền giá trị rồi gửi lại.' : 'Fill the value in and send it again.',
});

export function makeTree(units: Plan['units'], date = '2024-09-14'): Tree {
  const byCode = new Map<string, Node & { children: Node[] }>();
  for (const [code, name, level, parent] of units) {
    const unit: Unit = { code, name, level, parent, validFrom: null, validTo: null };
    const above = parent === null ? null : byCode.get(parent)!;
    const node = { unit, parent: above, children: [] as Node[] };
    above?.children.push(node);
    byCode.set(code, node);
  }
  for (const node of byCode.values())
    node.children.sort((a, b) => (a.unit.code < b.unit.code ? -1 : 1));
  const levels = ['province', 'district', 'commune', 'hamlet'].filter((level) =>
    units.some((unit) => unit[2] === level),
  );
  return { date, roots: [...byCode.values()].filter((n) => n.parent === null), byCode, levels };
}

export function makeSummary(plan: Plan): Summary {
  const tree = makeTree(plan.units);
  const indicators = plan.indicators ?? INDICATORS;
  const period = plan.period ?? '2024-09';
  const facts = makeFacts(plan, indicators);
  const baselineValues = sumBaselines(tree, plan.baselines ?? {});
  const sheets = makeSheets(plan);
  return {
    period,
    months: ['2024-09'],
    tree,
    indicators,
    baselines: BASELINES,
    forms: plan.forms ?? FORMS,
    values: addUp(tree, indicators, facts, baselineValues),
    baselineValues,
    targets: plan.targets ?? [],
    facts,
    sheets,
    submissions: sheets.map(toSubmission),
    units: toUnitLines(plan),
    findings: plan.findings ?? [],
    leftOut: { 'lock-file': 2 },
  };
}

function formOf(indicators: readonly Indicator[], id: string): string {
  const found = indicators.find((one) => one.id === id);
  return found && 'source' in found ? found.source.form : 'members';
}

function makeFacts(plan: Plan, indicators: readonly Indicator[]): Fact[] {
  const forms = (plan.forms ?? FORMS).map((form) => form.id);
  return Object.entries(plan.reports).flatMap(([unit, values], n) =>
    Object.entries(values).map(([indicator, value]) => ({
      unit,
      month: '2024-09' as Month,
      indicator,
      value,
      source: n * forms.length + forms.indexOf(formOf(indicators, indicator)),
    })),
  );
}

const ROWS: RowCounts = { read: 12, accepted: 9, rejected: 1, ignored: 2 };

function makeSheets(plan: Plan): SheetLine[] {
  const forms = plan.forms ?? FORMS;
  const parents = new Map(plan.units.map(([unit, , , parent]) => [unit, parent]));
  return Object.keys(plan.reports).flatMap((unit) =>
    forms.map((form) => ({
      file: `xa-${parents.get(unit)}/ap-${unit}.xlsx`,
      sheet: form.label.vi,
      form: form.id,
      layout: 'list' as const,
      month: '2024-09' as Month,
      status: 'partial' as const,
      rows: ROWS,
      counted: [
        { unit, mergedFrom: undefined, spans: SPANS, count: ROWS.accepted, columns: COLUMNS },
      ],
    })),
  );
}

/** `11–18, 20`. */
const SPANS = [
  [11, 8],
  [20, 1],
] as const;
/** Columns of all lists' fields that figures are counted by, and one that none is. */
const COLUMNS = { name: 'B', sex: 'E', trained: 'H', level: 'D' };

function toSubmission(sheet: SheetLine): SubmissionLine {
  return {
    file: sheet.file,
    sha256: hash(sheet.file),
    status: sheet.status,
    unit: /ap-(\w+)/.exec(sheet.file)![1]!,
    form: sheet.form,
    period: '2024-09',
    receivedAt: '2024-09-15T01:02:03Z',
    rows: sheet.rows,
  };
}

function hash(text: string): string {
  let n = 7;
  for (const c of text) n = (n * 31 + c.codePointAt(0)!) % 0xffffffff;
  return n.toString(16).padStart(8, '0').repeat(8);
}

function toUnitLines(plan: Plan): UnitLine[] {
  const forms = (plan.forms ?? FORMS).length;
  return Object.keys(plan.reports).map((unit) => ({
    unit,
    accepted: ROWS.accepted * forms,
    rejected: ROWS.rejected * forms,
    ignored: ROWS.ignored * forms,
  }));
}

type Known = Map<string, ReadonlyMap<string, number>>;

function sumBaselines(tree: Tree, own: NonNullable<Plan['baselines']>): Known {
  const known: Known = new Map();
  const visit = (node: Node): void => {
    for (const child of node.children) visit(child);
    const found = new Map<string, number>();
    for (const { id } of BASELINES) {
      const below = node.children.map((child) => known.get(child.unit.code)?.get(id));
      const sum =
        below.length > 0 && below.every((n) => n !== undefined)
          ? below.reduce((a, b) => a! + b!, 0)
          : undefined;
      const value = own[node.unit.code]?.[id] ?? sum;
      if (value !== undefined) found.set(id, value);
    }
    known.set(node.unit.code, found);
  };
  for (const root of tree.roots) visit(root);
  return known;
}

function addUp(tree: Tree, indicators: readonly Indicator[], facts: Fact[], baselines: Known) {
  const reported = new Map<string, Map<string, number>>();
  for (const fact of facts) {
    if (fact.value === null) continue;
    const of = reported.get(fact.unit) ?? new Map<string, number>();
    reported.set(fact.unit, of.set(fact.indicator, fact.value));
  }
  const values = new Map<string, ReadonlyMap<string, UnitValue>>();
  for (const node of tree.byCode.values()) {
    const hamlets = leaves(node);
    const told = sumsOf(hamlets.flatMap(({ unit }) => reported.get(unit.code) ?? []));
    const row = new Map<string, UnitValue>();
    const given = { row, expected: hamlets.length, baselines: baselines.get(node.unit.code) };
    for (const one of indicators) row.set(one.id, figure(one, told, given));
    values.set(node.unit.code, row);
  }
  return values;
}

export function leaves(node: Node): Node[] {
  return node.unit.level === 'hamlet' ? [node] : node.children.flatMap(leaves);
}

/** How many hamlets report each indicator, and what that comes to. */
type Told = ReadonlyMap<string, Pick<UnitValue, 'value' | 'reported'>>;

function sumsOf(hamlets: readonly ReadonlyMap<string, number>[]): Told {
  const sums = new Map<string, { value: number; reported: number }>();
  for (const own of hamlets)
    for (const [id, value] of own) {
      const sum = sums.get(id) ?? { value: 0, reported: 0 };
      sums.set(id, { value: sum.value + value, reported: sum.reported + 1 });
    }
  return sums;
}

interface Given {
  /** The unit's figures that were made before. */
  readonly row: ReadonlyMap<string, UnitValue>;
  readonly expected: number;
  readonly baselines: ReadonlyMap<string, number> | undefined;
}

function figure(one: Indicator, told: Told, { row, expected, baselines }: Given): UnitValue {
  const none = { numerator: null, denominator: null, expected };
  const having = (id: string) => told.get(id) ?? { value: null, reported: 0 };
  if (one.kind === 'hamlets') return { ...none, value: expected, reported: expected };
  if (one.kind === 'base' || one.kind === 'cumulative') return { ...none, ...having(one.id) };
  if (one.kind === 'sum') {
    const parts = one.of.map((id) => row.get(id)!).filter((part) => part.value !== null);
    return {
      ...none,
      value: parts.length === 0 ? null : parts.reduce((a, b) => a + b.value!, 0),
      reported: Math.max(0, ...parts.map((part) => part.reported)),
    };
  }
  const top =
    'indicator' in one.numerator
      ? row.get(one.numerator.indicator)!
      : {
          value: having(one.numerator.hamletsWith).reported || null,
          reported: having(one.numerator.hamletsWith).reported,
        };
  const bottom =
    'indicator' in one.denominator
      ? row.get(one.denominator.indicator)!.value
      : (baselines?.get(one.denominator.baseline) ?? null);
  const value = top.value === null || !bottom ? null : top.value / bottom;
  return { value, numerator: top.value, denominator: bottom, reported: top.reported, expected };
}

const REPORT = {
  teams: 1,
  members: 5,
  members_female: 2,
  members_trained: 4,
  members_zalo: 3,
  households_assisted: 40,
  households_assisted_total: 120,
  skill_public_services: 30,
  skill_shopping: 10,
  skill_payment: 25,
  skill_safety: 5,
  skill_other: 0,
  eid_level1: 100,
  eid_level2: 400,
  merchants_cashless: 12,
};

/** Two districts, four communes, ten hamlets; two of them have not reported. */
export const SMALL: Plan = {
  units: [
    ['96', 'Tỉnh Cà Mau', 'province', null],
    ['964', 'Thành phố Cà Mau', 'district', '96'],
    ['973', 'Huyện Ngọc Hiển', 'district', '96'],
    ['32005', 'Phường 1', 'commune', '964'],
    ['32026', 'Xã An Xuyên', 'commune', '964'],
    ['32248', 'Xã Tân Ân', 'commune', '973'],
    ['32245', 'Xã Đất Mũi', 'commune', '973'],
    ['3200501', 'Khóm 1', 'hamlet', '32005'],
    ['3200502', 'Khóm 2', 'hamlet', '32005'],
    ['3202601', 'Ấp 1', 'hamlet', '32026'],
    ['3202602', 'Ấp 2', 'hamlet', '32026'],
    ['3202603', 'Ấp 3', 'hamlet', '32026'],
    ['3224801', 'Ấp Nhà Diệu', 'hamlet', '32248'],
    ['3224802', 'Ấp Ông Quyền', 'hamlet', '32248'],
    ['3224501', 'Ấp Cồn Mũi', 'hamlet', '32245'],
    ['3224502', 'Ấp Kinh Đào', 'hamlet', '32245'],
    ['3224503', 'Ấp Rạch Tàu', 'hamlet', '32245'],
  ],
  reports: {
    '3200501': REPORT,
    '3200502': { ...REPORT, members: 7, households_assisted: 0 },
    '3202601': REPORT,
    '3202602': { ...REPORT, skill_shopping: null },
    '3202603': { teams: 1, members: 4, eid_level2: 33 },
    '3224501': { ...REPORT, members: 9, eid_level1: null },
    '3224502': REPORT,
    '3224503': { ...REPORT, merchants_cashless: 31 },
  },
  baselines: {
    '964': { households: 900, eligible_citizens: 3400, merchants: 90 },
    '973': { households: 700, eligible_citizens: 2100 },
    '3224501': { households: 210, eligible_citizens: 611 },
    '3224502': { households: 190, eligible_citizens: 598 },
    '3224503': { households: 205, eligible_citizens: 604 },
  },
  targets: [
    { unit: '96', indicator: 'eid_rate', period: '2024', value: 0.8 },
    { unit: '973', indicator: 'eid_rate', period: '2024', value: 0.75 },
    { unit: '96', indicator: 'members', period: '2024', value: 60 },
  ],
  findings: [
    {
      code: 'CCDS-R01',
      severity: 'error',
      place: { file: 'xa-32005/ap-3200501.xlsx', sheet: 'Thành viên', cell: 'B7', row: 7 },
      field: 'name',
      unit: '3200501',
      args: { field: '=Họ và tên' },
    },
    {
      code: 'CCDS-C01',
      severity: 'info',
      place: { file: '' },
      unit: '3224801',
      args: { unit: 'Ấp Nhà Diệu', forms: '' },
    },
    {
      code: 'CCDS-R03',
      severity: 'warning',
      place: { file: '=cmd.xlsx', sheet: '+x', cell: 'C12', row: 12 },
      field: 'year',
      unit: '3224501',
      args: { field: 'Năm sinh' },
    },
  ],
};

/** A province of any size, with figures from a small generator (no chance in it). */
export function big(options: {
  districts: number;
  communes: number;
  hamlets: number;
  twoTier?: boolean;
}): Plan {
  const units: Plan['units'][number][] = [['96', 'Tỉnh Cà Mau', 'province', null]];
  const reports: Record<string, Record<string, number>> = {};
  const baselines: Record<string, Record<string, number>> = {
    '96': { households: 301_639, eligible_citizens: 1_118_560, merchants: 24_310 },
  };
  const districts = [
    'Thành phố Cà Mau',
    'Huyện U Minh',
    'Huyện Thới Bình',
    'Huyện Trần Văn Thời',
    'Huyện Cái Nước',
    'Huyện Đầm Dơi',
    'Huyện Năm Căn',
    'Huyện Phú Tân',
    'Huyện Ngọc Hiển',
  ];
  const random = generator(42);
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  if (!options.twoTier)
    for (let d = 0; d < options.districts; d++)
      units.push([`${964 + d}`, districts[d] ?? `Huyện số ${d}`, 'district', '96']);
  for (let c = 0; c < options.communes; c++) {
    const parent = options.twoTier ? '96' : `${964 + (c % options.districts)}`;
    units.push([
      `${31999 + 3 * c}`,
      c % 9 === 0 ? `Phường ${c + 1}` : `Xã Tân Hưng ${COMPASS[c % 4]} ${c}`,
      'commune',
      parent,
    ]);
  }
  for (let h = 0; h < options.hamlets; h++) {
    const commune = `${31999 + 3 * (h % options.communes)}`;
    const code = `${commune}${String(1 + Math.floor(h / options.communes)).padStart(3, '0')}`;
    units.push([
      code,
      `Ấp ${['Rạch', 'Kinh', 'Cái', 'Tân', 'Xẻo'][h % 5]} ${HAMLETS[h % 7]} ${h}`,
      'hamlet',
      commune,
    ]);
    const members = between(4, 9);
    const total = between(150, 270);
    reports[code] = {
      teams: 1,
      members,
      members_female: between(1, 3),
      members_trained: between(1, members),
      members_zalo: between(1, members),
      households_assisted: between(20, 60),
      households_assisted_total: total,
      skill_public_services: between(5, 50),
      skill_shopping: between(5, 50),
      skill_payment: between(5, 50),
      skill_safety: between(5, 50),
      skill_other: between(0, 20),
      eid_level1: between(100, 300),
      eid_level2: between(400, 800),
      merchants_cashless: between(3, 20),
    };
    baselines[code] = {
      households: between(280, 420),
      eligible_citizens: between(1100, 1500),
      merchants: between(18, 40),
    };
  }
  const findings: Finding[] = Object.keys(reports).map((unit, n) => ({
    ...SMALL.findings![n % 3 === 1 ? 2 : 0]!,
    place: {
      file: `xa-${unit.slice(0, 5)}/ap-${unit}.xlsx`,
      sheet: 'Thành viên',
      cell: `B${n + 5}`,
      row: n + 5,
    },
    unit,
  }));
  return { units, reports, baselines, targets: SMALL.targets!, findings };
}

const COMPASS = ['Đông', 'Tây', 'Nam', 'Bắc'];
const HAMLETS = ['Gốc', 'Tàu', 'Ngang', 'Dài', 'Đước', 'Mắm', 'Bần'];

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
