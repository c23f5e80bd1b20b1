import type { Month } from '../../../src/core/period.js';
import { FORMS } from '../../../src/forms/declared/index.js';
import { measuresOf } from '../../../src/forms/measures.js';
import type { Entries, FileReport, Part, TableReport } from '../../../src/forms/report.js';
import { treeAsOf } from '../../../src/geography/tree.js';
import type { Registry, Tree, Unit } from '../../../src/geography/types.js';
import { INDICATORS } from '../../../src/indicators/index.js';

/** A list's row, as numbers: keys by the form's identity, 0 where the row lacks one. */
export interface ListRow {
  readonly unit: string;
  readonly keys: readonly number[];
  readonly weak?: number;
  readonly group?: number;
  readonly visit?: number;
  /** Indicators that the row counts for; every one, if absent. */
  readonly counts?: readonly string[];
}

/** A table as a submitter means it. */
export type TableSpec = {
  readonly form: string;
  readonly month?: Month;
  /** Rows that the sheet itself rejected, by hamlet ('' where not known). */
  readonly rejectedBy?: Readonly<Record<string, number>>;
  /** Rows without data: titles, blanks. */
  readonly other?: number;
  readonly state?: TableReport['state'];
} & (
  | { readonly list: readonly ListRow[] }
  | { readonly tally: readonly { unit: string; values: Readonly<Record<string, number | null>> }[] }
);

export interface FileSpec {
  readonly name: string;
  readonly saved?: string;
  readonly sha256?: string;
  readonly tables: readonly TableSpec[];
}

/** What reading such a file would come to. */
export function fileReport(spec: FileSpec): FileReport {
  const savedAt = spec.saved ?? '2024-09-16T00:00:00.000Z';
  return {
    file: spec.name,
    sha256: spec.sha256 ?? spec.name,
    bytes: 1,
    receivedAt: savedAt,
    savedAt,
    state: 'read',
    sheets: spec.tables.map((table, i) => ({
      name: `S${i + 1}`,
      state: 'read',
      rows: tableReport(table).read,
      width: 5,
      tables: [tableReport(table)],
    })),
    findings: [],
  };
}

function tableReport(spec: TableSpec): TableReport {
  const rows = 'list' in spec ? spec.list.length : spec.tally.length;
  const rejected = Object.values(spec.rejectedBy ?? {}).reduce((a, b) => a + b, 0);
  const state = spec.state ?? 'read';
  const data = rows + rejected;
  return {
    form: spec.form,
    layout: 'list' in spec ? 'list' : 'tally',
    month: spec.month ?? '2024-09',
    periodText: spec.month ?? '2024-09',
    state,
    headerRow: 1,
    firstRow: 2,
    lastRow: 1 + data,
    endRow: 1 + data + (spec.other ?? 0),
    base: null,
    read: 1 + data + (spec.other ?? 0),
    rejected: state === 'rejected' ? data : state === 'read' ? rejected : 0,
    data,
    rejectedBy: state === 'rejected' ? { '': data } : (spec.rejectedBy ?? {}),
    parts: state === 'read' ? partsOf(spec) : [],
    columns: { name: 'A' },
  };
}

function partsOf(spec: TableSpec): Part[] {
  const rows = 'list' in spec ? spec.list : spec.tally;
  const form = FORMS.find(({ id }) => id === spec.form)!;
  return [...new Set(rows.map(({ unit }) => unit))].map((unit) => {
    const own = rows.map((row, i) => ({ ...row, row: i + 2 })).filter((row) => row.unit === unit);
    const reported = (form['list' in spec ? 'list' : 'tally']?.fields ?? []).map(({ id }) => id);
    const list = 'list' in spec;
    return {
      unit,
      layout: list ? 'list' : 'tally',
      entries: list ? entriesOf(spec.form, own as never) : null,
      tally: list ? [] : (own as never),
      rows: own.length,
      reported,
    };
  });
}

type Placed = ListRow & { readonly row: number };

export function entriesOf(formId: string, rows: readonly Placed[]): Entries {
  const form = FORMS.find(({ id }) => id === formId)!;
  const { keys, weak, within, visits } = form.list!.identity!;
  const column = (of: (row: Placed) => number) => rows.map(of);
  return {
    row: column(({ row }) => row),
    keys: keys.map((_, k) => column((row) => row.keys[k] ?? 0)),
    weak: weak ? column((row) => row.weak ?? 0) : [],
    group: within ? column((row) => row.group ?? 0) : [],
    visit: visits ? column((row) => row.visit ?? 0) : [],
    mask: column((row) => maskOf(formId, row.counts)),
  };
}

/** Bits of the indicators that a row counts for. */
function maskOf(formId: string, counts: readonly string[] | undefined): number {
  const form = FORMS.find(({ id }) => id === formId)!;
  return measuresOf(form, INDICATORS).reduce((mask, { indicator, bit }) => {
    const isSet = bit !== null && (counts === undefined || counts.includes(indicator));
    return isSet ? mask | (1 << bit) : mask;
  }, 0);
}

/** Eight hamlets in four communes of two districts. */
export const HAMLETS = ['111', '112', '121', '122', '211', '212', '221', '222'];

const unit = (code: string, level: string, parent: string | null): Unit => ({
  code,
  name: `${level} ${code}`,
  level,
  parent,
  validFrom: null,
  validTo: null,
});

export const REGISTRY: Registry = {
  units: [
    unit('0', 'province', null),
    ...['1', '2'].map((code) => unit(code, 'district', '0')),
    ...['11', '12', '21', '22'].map((code) => unit(code, 'commune', code.slice(0, 1))),
    ...HAMLETS.map((code) => unit(code, 'hamlet', code.slice(0, 2))),
  ],
  baselines: [],
  targets: [],
  changes: [],
  teams: [],
  tables: {},
};

export const TREE: Tree = treeAsOf(REGISTRY, '2024-09-14');
