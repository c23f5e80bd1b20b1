import { SEVERITY_ORDER } from '../../core/finding.js';
import { STATUSES } from '../../rollup/types.js';
import { type CsvCell, csvPieces, wholeText } from './csv.js';

/** A field of a data file, as a Frictionless Table Schema has it. */
export interface Field {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'datetime';
  readonly description: string;
  readonly constraints?: Readonly<Record<string, unknown>>;
}

/** A data file: its columns in order, and what makes a row one of a kind. */
export interface Table {
  readonly name: string;
  readonly title: string;
  readonly fields: readonly Field[];
  readonly primaryKey?: readonly string[];
}

const REQUIRED = { required: true };
const COUNT = { minimum: 0 };
const PERIOD = '^\\d{4}(-(0[1-9]|1[0-2]|Q[1-4]|H[12]))?$';

export const VALUES = {
  name: 'values',
  title: 'Every unit and indicator, reported or not',
  fields: [
    text('period', 'Month (2024-09), quarter, half-year or year', {
      ...REQUIRED,
      pattern: PERIOD,
    }),
    text('level', 'Level of the unit', {
      ...REQUIRED,
      enum: ['hamlet', 'commune', 'district', 'province'],
    }),
    text('unit_code', 'Official code of the unit on the last day of the period', REQUIRED),
    text('unit_name', 'Name of the unit with its type', REQUIRED),
    text('parent_code', 'Code of the unit above; blank for a province'),
    text('indicator', 'Id of the indicator', REQUIRED),
    number('value', 'Blank: not reported. A ratio is a fraction: 0.7015 is 70.15%'),
    number('numerator', 'For ratios alone'),
    number('denominator', 'For ratios alone'),
    count('reported', 'Hamlets with a value for this indicator'),
    count('expected', 'Hamlets in the registry'),
  ],
  primaryKey: ['period', 'unit_code', 'indicator'],
} as const satisfies Table;

export const FINDINGS = {
  name: 'findings',
  title: 'Everything found wrong, doubtful or worth knowing',
  fields: [
    text('code', 'Stable code of the rule', { ...REQUIRED, pattern: '^CCDS-[A-Z]\\d{2}$' }),
    text('severity', 'error: not counted; warning: counted, needs a look; info', {
      ...REQUIRED,
      enum: SEVERITY_ORDER,
    }),
    text('file', 'Path from the input folder'),
    text('sheet', 'Sheet of the workbook; blank for a CSV'),
    text('cell', 'A1 address in the submitter’s own sheet'),
    integer('row', 'Row of the sheet; record number in a CSV', { minimum: 1 }),
    text('field', 'Field of the form'),
    text('unit_code', 'Unit concerned'),
    text('message', 'What was found; personal values are masked', REQUIRED),
  ],
} as const satisfies Table;

export const SUBMISSIONS = {
  name: 'submissions',
  title: 'Every file received, a line for each form in it',
  fields: [
    text('file', 'Path from the input folder', REQUIRED),
    text('sha256', 'SHA-256 of the file', { pattern: '^[0-9a-f]{64}$' }),
    text('status', 'What became of it', {
      ...REQUIRED,
      enum: STATUSES,
    }),
    text('unit_code', 'The lowest unit that covers it'),
    text('form', 'Id of the form; blank where none was recognised'),
    text('period', 'Period that it states or was taken for'),
    {
      name: 'received_at',
      type: 'datetime',
      description: 'When it was first seen, else its saved time; UTC',
    },
    count('rows_read', 'Equals accepted + rejected + ignored'),
    count('rows_accepted', 'Rows counted'),
    count('rows_rejected', 'Rows with an error, not counted'),
    count('rows_ignored', 'Rows that hold no data, or were set aside'),
  ],
} as const satisfies Table;

/** Written where figures stand on another map than their month's own. */
export const RESTATEMENT = {
  name: 'restatement',
  title: 'That nothing was lost in putting figures on another map',
  fields: [
    text('as_of', 'Day whose map the figures stand on', REQUIRED),
    text('month', 'Month of the figures', REQUIRED),
    text('indicator', 'Id of the indicator', REQUIRED),
    text('old_code', 'Unit whose amount could not be allocated; blank in the line of the total'),
    text('old_name', 'Its name'),
    number('before', 'Total on the map of the month: after + not_allocated'),
    number('after', 'Allocated to units of the new map'),
    number('not_allocated', 'In a total above alone'),
    text('held_by', 'Unit of the new map whose total holds the amount; blank: none'),
    text('among', 'Units of the new map that it may belong to'),
  ],
} as const satisfies Table;

/** What a unit's figure is of, in files that stand beside `values.csv`. */
const OF_FIGURE = [
  text('period', 'Period of the figures', { ...REQUIRED, pattern: PERIOD }),
  text('level', 'Level of the unit', REQUIRED),
  text('unit_code', 'Official code of the unit on the last day of the period', REQUIRED),
  text('unit_name', 'Name of the unit with its type', REQUIRED),
  text('indicator', 'Id of the indicator', REQUIRED),
] as const;

/** Written where earlier months or targets are known. */
export const COMPARISON = {
  name: 'comparison',
  title:
    'Units above the hamlet against earlier periods and against targets; hamlets against targets of their own',
  fields: [
    ...OF_FIGURE,
    text('comparison', 'What it is held against', {
      ...REQUIRED,
      enum: ['previous', 'last_year', 'since_year_start', 'since_launch', 'target'],
    }),
    text('base_period', 'Earlier period, or the period of the target', REQUIRED),
    number('value', 'Of a flow against a target of the year: the year so far'),
    number('base_value', 'On the map of the later period; or the target'),
    number('change', 'value - base_value'),
    integer('like_hamlets', 'Hamlets that reported the indicator in both periods', COUNT),
    integer(
      'like_unequal',
      'Hamlets left out of it: a flow of another number of months, a stock of another time in the period',
      COUNT,
    ),
    number('like_value', 'Of these hamlets alone'),
    number('like_base_value', 'Of these hamlets alone'),
    number('like_change', 'like_value - like_base_value'),
    number('accumulated', 'Of a flow: all months from the first of base_period on'),
    integer('months_known', 'Months in it that are known', COUNT),
    integer('months_elapsed', 'Months that have passed', COUNT),
    number('attainment', 'value / target'),
    integer(
      'months_reported',
      'Of a flow over several months: in how many of them any hamlet below reported it',
      COUNT,
    ),
    integer(
      'base_months_reported',
      'Of base_period; where either is not all of its months, change is no rise or fall',
      COUNT,
    ),
  ],
} as const satisfies Table;

/** Written where earlier months are known, or a period stands with figures of its own earlier ones. */
export const CARRIED = {
  name: 'carried',
  title: 'Stocks with the last figures of the hamlets that did not report this time',
  fields: [
    ...OF_FIGURE,
    number('value', 'Of what was reported: the figure in values.csv'),
    number('value_with_last', 'With the last figures of the hamlets that did not report'),
    count('hamlets_carried', 'Hamlets whose last figure is in value_with_last alone'),
    count('hamlets_within', 'Hamlets whose figure in value is of an earlier month of the period'),
    text('last_month', 'Of such a hamlet: the month that its figure is of'),
  ],
} as const satisfies Table;

/** Written where earlier months are known, or published figures changed since. */
export const REVISIONS = {
  name: 'revisions',
  title: 'Published figures that are others now',
  fields: [
    text('month', 'Closed month', REQUIRED),
    text('unit_code', 'Unit, on the map of the month', REQUIRED),
    text('indicator', 'Id of the indicator', REQUIRED),
    number('published', 'As it was closed, or last restated'),
    number('revised', 'As it is made now'),
    text('files', 'These submissions, as far as they bear on the unit; from the month’s folder'),
    text('cells', 'Cells of a corrected sheet: field, before, after, sheet and cell'),
    text('sheets', 'Sheets of these submissions with figures of the unit'),
    text(
      'causes',
      'submission (came or corrected), withdrawn, decision, closing_order (an earlier month was closed later), reopened (one is reopened, and in no total until it is closed again), earlier_month (its figures changed), other (registry, config)',
      REQUIRED,
    ),
    text(
      'decisions',
      'Decisions made or withdrawn since that bear on the unit: file, sheet and cell',
    ),
    text('earlier_months', 'Of closing_order, reopened and earlier_month: these months'),
  ],
} as const satisfies Table;

/** The three data files, in the order of the package. */
export const TABLES: readonly Table[] = [VALUES, FINDINGS, SUBMISSIONS];

/** Written where there are earlier months. */
export const HISTORY_TABLES: readonly Table[] = [COMPARISON, CARRIED, REVISIONS];

/** A row of a data file: a cell for each of its columns, in their order; else it does not compile. */
export type RowOf<T extends Table> = Cells<T['fields']>;

type Cells<F extends readonly Field[]> = { readonly [I in keyof F]: CsvCell };

/** Header of a data file. */
export function columns(table: Table): readonly string[] {
  return table.fields.map((field) => field.name);
}

/** A data file as text. */
export function tableCsv<T extends Table>(table: T, rows: Iterable<RowOf<T>>): string {
  return wholeText(tablePieces(table, rows));
}

/** The same text in pieces. */
export function tablePieces<T extends Table>(table: T, rows: Iterable<RowOf<T>>): Iterable<string> {
  return csvPieces(columns(table), rows);
}

function text(name: string, description: string, constraints?: Field['constraints']): Field {
  return { name, type: 'string', description, ...(constraints && { constraints }) };
}

function integer(name: string, description: string, constraints: Field['constraints']): Field {
  return { name, type: 'integer', description, ...(constraints && { constraints }) };
}

function count(name: string, description: string): Field {
  return integer(name, description, { ...REQUIRED, ...COUNT });
}

function number(name: string, description: string): Field {
  return { name, type: 'number', description };
}
