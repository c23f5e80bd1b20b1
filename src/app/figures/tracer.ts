import { rowOf } from '../../core/address.js';
import { getOrMake } from '../../core/memo.js';
import { byCodePoint } from '../../core/order.js';
import { measuresOf, sourcedFrom } from '../../forms/measures.js';
import type { Entries, FileReport, Part, TableReport, TallyRow } from '../../forms/report.js';
import { cellsOf } from '../../forms/tally-cells.js';
import type { Form } from '../../forms/types.js';
import type { Node } from '../../geography/types.js';
import { HAMLET } from '../../geography/validity.js';
import type { Indicator } from '../../indicators/types.js';
import type { SourceKind, TracedSource, TracedUnit } from '../../reports/trace-text.js';
import type { HamletValues } from '../../rollup/fold.js';
import { tablesOf } from '../../rollup/hold.js';
import type { Fact, Summary } from '../../rollup/types.js';

/** A fact whose value is known. */
type Known = Fact & { readonly value: number };

/** A part of a table, and what is a fact of it. */
const keyOf = ({ unit, mergedFrom }: Pick<Part, 'unit' | 'mergedFrom'>) =>
  mergedFrom === undefined ? unit : `${unit} ${mergedFrom}`;

interface Read {
  readonly table: TableReport;
  /** By the key of each. */
  readonly parts: ReadonlyMap<string, Part>;
}

/** Running totals of the months before, as they were closed, and the last of those months. */
export interface Earlier {
  readonly month: string;
  readonly totals: HamletValues;
}

/** Finds the submissions, sheets and rows that made the figures of a summary. */
export class Tracer {
  private readonly summary: Summary;
  private readonly forms: readonly Form[];
  /** By the facts' `source`. */
  private readonly reads: readonly (Read | null)[];
  private readonly facts = new Map<string, Fact[]>();
  private readonly earlier: Earlier;
  /** `file\nsheet` → rows that a finding rejected after the sheet was read. */
  private readonly rejected = new Map<string, Set<number>>();

  constructor(
    summary: Summary,
    reports: readonly FileReport[],
    forms: readonly Form[],
    earlier: Earlier,
  ) {
    this.summary = summary;
    this.earlier = earlier;
    this.forms = forms;
    const files = [...reports].sort((a, b) => byCodePoint(a.file, b.file));
    this.reads = tablesOf(files).map(({ table }) =>
      table === null
        ? null
        : { table, parts: new Map(table.parts.map((part) => [keyOf(part), part])) },
    );
    for (const fact of summary.facts)
      getOrMake(this.facts, `${fact.unit}\n${fact.indicator}`, () => []).push(fact);
    for (const { severity, place } of summary.findings) {
      if (severity !== 'error' || place.row === undefined) continue;
      const key = `${place.file}\n${place.sheet ?? ''}`;
      getOrMake(this.rejected, key, () => new Set()).add(place.row);
    }
  }

  unit(node: Node, indicator: Indicator): TracedUnit {
    const { code, name, level } = node.unit;
    const of = this.summary.values.get(code)?.get(indicator.id);
    const value = of?.value ?? null;
    const children = node.children.map((child) => this.unit(child, indicator));
    return {
      ...{ code, name, level, value },
      reported: of?.reported ?? 0,
      expected: of?.expected ?? 0,
      children,
      sources:
        level === HAMLET
          ? this.sources(code, indicator, value)
          : this.held(code, indicator, value, children),
    };
  }

  /** What a unit above the hamlet has beyond those below: of hamlets that nobody knows the parts of. */
  private held(
    unit: string,
    indicator: Indicator,
    value: number | null,
    children: readonly TracedUnit[],
  ): TracedSource[] {
    const ids = indicator.kind === 'cumulative' ? [indicator.id, indicator.of] : [indicator.id];
    if (value === null || ids.every((id) => this.known(unit, id).length === 0)) return [];
    const beyond = children.reduce((left, child) => left - (child.value ?? 0), value);
    return beyond === 0 ? [] : this.sources(unit, indicator, beyond);
  }

  /** @param value what they come to */
  private sources(unit: string, indicator: Indicator, value: number | null): TracedSource[] {
    const own = this.known(unit, indicator.id);
    if (indicator.kind === 'cumulative') return this.runUp(unit, indicator, own, value);
    const made = indicator.time === 'stock' ? this.standing(own, value) : own;
    return made.map((fact) => this.source(fact));
  }

  /**
   * Of a stock the unit's own last month, where that makes the figure: nothing before it does; else
   * what stands in the last month of those that it was made of.
   */
  private standing(own: readonly Known[], value: number | null): readonly Known[] {
    const made = [own.filter((fact) => !this.hasMoved(fact)), own].map(ofLastMonth);
    return made.find((some) => sumOf(some) === value) ?? own;
  }

  /**
   * A running total is the last one that a sheet states, else that of the closed months; and
   * the flow of the months since, but for what an earlier list has already. Of a unit that others
   * became part of, or that was a part of another, the rest of it is theirs.
   */
  private runUp(
    unit: string,
    { id, of }: Extract<Indicator, { kind: 'cumulative' }>,
    own: readonly Known[],
    total: number | null,
  ): TracedSource[] {
    const stated = own.filter(({ isRunUp }) => !isRunUp);
    const last = lastMonth(stated);
    const flows = this.known(unit, of).filter(({ month }) => month > last);
    const facts = [...stated.filter(({ month }) => month === last), ...flows];
    // A sheet left it blank, and nothing before it is known: no cell makes it.
    if (total === null && flows.length > 0) return [];
    if (stated.length < own.length && this.known(unit, of).some((fact) => this.hasMoved(fact)))
      return this.withRest(this.known(unit, of), total!);
    const isWhole = sumOf(facts) === total;
    const lacking = isWhole ? [] : this.lacking(stated, this.known(unit, of), last);
    if (lacking.length > 0) return this.withRest([...facts, ...lacking], total!);
    const before = last === '' ? this.earlier.totals.get(unit)?.get(id) : undefined;
    const sum = sumOf(facts) + (before ?? 0);
    const again = facts.length === 0 || total === null ? 0 : total - sum;
    return [
      ...(before === undefined ? [] : [this.aside('earlier-total', before)]),
      ...facts.map((fact) => this.source(fact)),
      ...(again === 0 ? [] : [this.aside('counted-earlier', again)]),
    ];
  }

  /** The month's counts of hamlets that were merged with those that state a total in it. */
  private lacking(stated: readonly Known[], flows: readonly Known[], last: string): Known[] {
    const said = new Set(stated.filter(({ month }) => month === last).map((one) => one.mergedFrom));
    const ofLast = flows.filter(({ month }) => month === last);
    return said.has(undefined) ? [] : ofLast.filter(({ mergedFrom }) => !said.has(mergedFrom));
  }

  /** True of a figure that another unit reported. */
  private hasMoved(fact: Known): boolean {
    const read = this.readOf(fact);
    return read !== null && partOf(read, fact) === undefined;
  }

  /** What a figure was read from; null where that is no table of this run's. */
  private readOf({ source }: Fact): Read | null {
    return this.reads[source] ?? null;
  }

  /** What the sheets say of a total, and before them what it has beyond. */
  private withRest(flows: readonly Known[], total: number): TracedSource[] {
    const rest = flows.reduce((left, { value }) => left - value, total);
    return [
      ...(rest === 0 ? [] : [this.aside('earlier-total', rest)]),
      ...flows.map((fact) => this.source(fact)),
    ];
  }

  /** Facts with a value. */
  private known(unit: string, indicator: string): Known[] {
    const facts = this.facts.get(`${unit}\n${indicator}`) ?? [];
    return facts.flatMap((fact) => (fact.value === null ? [] : [{ ...fact, value: fact.value }]));
  }

  /** What no sheet of the period gives. */
  private aside(kind: SourceKind, value: number): TracedSource {
    return { kind, file: '', sheet: '', month: this.earlier.month, value, cell: '', rows: [] };
  }

  private source(fact: Known): TracedSource {
    const line = this.summary.sheets[fact.source];
    const read = this.readOf(fact);
    const reported = { ...fact, unit: fact.origin ?? fact.unit };
    const part = read === null ? undefined : partOf(read, reported);
    const { value } = fact;
    const ofTable = read?.table.month ?? '';
    // A stock stands in later months than the one that it was reported in.
    const month = ofTable !== '' && ofTable < fact.month ? ofTable : fact.month;
    const at = { file: line?.file ?? '', sheet: line?.sheet ?? '' };
    const place = { kind: 'sheet' as const, ...at, month, value };
    if (read === null || part === undefined) return { ...place, cell: '', rows: [] };
    const isRejected = (row: number) =>
      this.rejected.get(`${place.file}\n${place.sheet}`)?.has(row) === true;
    if (part.entries === null) return { ...place, ...this.tallied(part, read, fact, isRejected) };
    const rows = this.rows(part.entries, read.table, fact.indicator);
    return { ...place, cell: '', rows: rows.filter((row) => !isRejected(row)) };
  }

  /**
   * The tally's cell that gave a figure, or the several that it is the sum of, and its row; of
   * several weeks their rows.
   */
  private tallied(
    part: Part,
    { table }: Read,
    { indicator }: Fact,
    isRejected: (row: number) => boolean,
  ): Pick<TracedSource, 'cell' | 'rows'> {
    const field = this.field(table, indicator);
    const tally = rowsGiving(part, field);
    const cells = tally.map((one) =>
      field === undefined ? undefined : cellsOf(table, one, field),
    );
    const rows = tally.map(({ row }, i) => (cells[i] === undefined ? row : rowOf(cells[i])));
    const counted = rows.filter((row) => !isRejected(row));
    const cell = counted.length > 1 ? '' : cells[rows.indexOf(counted[0] ?? -1)];
    return { cell: cell ?? '', rows: counted };
  }

  private rows({ row, mask }: Entries, table: TableReport, indicator: string): number[] {
    const form = this.forms.find(({ id }) => id === table.form)!;
    const bit = measuresOf(form, this.summary.indicators).find(
      (one) => one.indicator === indicator,
    )?.bit;
    return [...row].filter(
      (_, i) => bit === undefined || bit === null || ((mask.at(i)! >>> bit) & 1) === 1,
    );
  }

  /** The field of a tally that gives an indicator. */
  private field(table: TableReport, indicator: string): string | undefined {
    const form = this.forms.find(({ id }) => id === table.form)!;
    const tally = sourcedFrom(form, this.summary.indicators).find(({ id }) => id === indicator)
      ?.source.tally;
    return [tally?.field, tally?.oneWhere].find(
      (id) => id !== undefined && table.columns[id] !== undefined,
    );
  }
}

/**
 * A tally's rows but those of the hamlet's parts, where one is of it all, or the other way round
 * where that one is blank.
 */
function rowsGiving({ tally }: Part, field: string | undefined): readonly TallyRow[] {
  const isPart = ({ team, sex }: TallyRow) => team !== undefined || sex !== undefined;
  const wholes = tally.filter((row) => !isPart(row));
  if (field === undefined || wholes.length === 0 || wholes.length === tally.length) return tally;
  const isStated = wholes.some(({ values }) => (values[field] ?? null) !== null);
  return isStated ? wholes : tally.filter(isPart);
}

/** The part that gave a figure; one under the name of a merged hamlet may count as an old one's. */
function partOf({ parts }: Read, fact: Fact): Part | undefined {
  return parts.get(keyOf(fact)) ?? parts.get(fact.unit);
}

function sumOf(facts: readonly Known[]): number {
  return facts.reduce((sum, { value }) => sum + value, 0);
}

function ofLastMonth(facts: readonly Known[]): readonly Known[] {
  const last = lastMonth(facts);
  return facts.filter(({ month }) => month === last);
}

/** '' of no facts, which is before all months. */
function lastMonth(facts: readonly Known[]): string {
  return facts.reduce((last, { month }) => (month > last ? month : last), '');
}
