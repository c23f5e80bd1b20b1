import { cellAddress } from '../../core/address.js';
import type { Code, CodeArguments } from '../../core/codes.js';
import {
  type Finding,
  finding,
  findingOf,
  ownSeverity,
  placeAt,
  type SeverityOf,
} from '../../core/finding.js';
import { fold } from '../../core/text.js';
import { parseName } from '../../geography/names.js';
import { nodeAt } from '../../geography/tree.js';
import type { Node } from '../../geography/types.js';
import { cellText } from '../cells/cell-text.js';
import { saysOtherMeasure } from '../cells/uncounted-text.js';
import type { Recognition } from '../header/recognise.js';
import type { UnitLevel } from '../header/unit-columns.js';
import { levelFinder } from '../places/level-finder.js';
import { type Problem, quoteOf } from '../places/place.js';
import { withoutPerson, withoutSecond } from '../places/stray-person.js';
import type { Title } from '../rows/uncounted.js';
import type { CellsOf, SheetRow, TableContext } from '../table-context.js';
import { Alike } from './alike.js';

/** A row's value of a field, as a finding points at it. */
interface OfField {
  readonly row: number;
  readonly field: string;
  /** The row's hamlet, where it is known. */
  readonly node: Node | null;
  /** Where the value stands, if not in the field's own column. */
  readonly column?: number | undefined;
}

/** What is told of, as it is written: of an old unit above the hamlet its name. */
function saidIn({ args }: Problem): string {
  if ('unknown' in args && args.secondFrom === 'column') return args.second;
  return 'first' in args ? args.first : 'name' in args ? args.name : '';
}

/** What a row or its group's head may say beside the sheet's lines. */
function isSaidByRow({ code, args }: Problem): boolean {
  return code === 'CCDS-U04' || ('unknown' in args && args.secondFrom === 'column');
}

/** Speaks for one table: puts each finding at its cell, and tells once what need not be repeated. */
export class TableFindings {
  private readonly context: TableContext;
  private readonly found: Recognition;
  private readonly severityOf: SeverityOf;
  private readonly levelOf: (text: string) => UnitLevel | null;
  private readonly alike = new Alike();
  private readonly told = new Set<string>();
  private doubt: { row: number; note: Problem; node: Node } | null = null;
  private head: SheetRow | null = null;
  /** A row of the commune that the sheet names elsewhere has been seen. */
  private agreed = false;
  /** A finding at the row in hand is an error: the row is rejected. */
  spoilt = false;
  /** The row in hand was decided to be right as it stands: what is only raised rejects it not. */
  accepted = false;

  constructor(found: Recognition, context: TableContext) {
    this.found = found;
    this.context = context;
    this.levelOf = levelFinder(context.base, context.match);
    this.severityOf = context.severityOf ?? ownSeverity;
  }

  /** At the cell of a field. What many rows have alike is held back, and told once. */
  atField<C extends Code>(
    { row, field, node, column = this.found.fields.get(field) }: OfField,
    code: C,
    args: CodeArguments[C],
  ): void {
    const at = this.at(column, row);
    const told = finding(code, placeAt(this.context.place, at.row, at.cell), args, {
      field,
      form: this.found.layout.form.id,
      ...(node && { unit: node.unit.code }),
    });
    this.tell(told);
  }

  /** Once for several rows, at the first of the cells. */
  atCells<C extends Code>(
    cells: readonly { readonly row: number; readonly column: number }[],
    code: C,
    argsOf: (places: readonly string[]) => CodeArguments[C],
  ): void {
    const at = cells.map(({ row, column }) => this.at(column, row));
    const places = at.flatMap(({ cell }) => cell ?? []);
    const told = finding(code, placeAt(this.context.place, at[0]!.row, places[0]), argsOf(places));
    this.emit(places.length > 1 ? { ...told, area: places.join(' ') } : told);
  }

  /** At a cell of a column that is no field's. */
  atColumn(row: number, column: number, letters: string): void {
    const place = placeAt(this.context.place, row, cellAddress(column, row));
    this.tell(finding('CCDS-S11', place, { column: letters }));
  }

  /** What rejects a row is told at each row; so is what stands in no column of its own. */
  private tell(told: Finding): void {
    const { code } = told;
    const isHeld = Alike.has(code) && this.severityOf(code) !== 'error';
    if (isHeld && this.context.cells === undefined) this.alike.add(told);
    else this.emit(told);
  }

  private at(column: number | undefined, row: number): ReturnType<CellsOf> {
    if (this.context.cells !== undefined) return this.context.cells(column, row);
    return column === undefined ? { row } : { row, cell: cellAddress(column, row) };
  }

  /** At the title of rows that are not counted. */
  atTitle(title: Title, args: Omit<CodeArguments['CCDS-S20'], 'header'>): void {
    const { text, row, cell, isOfNew } = title;
    const place = placeAt(this.context.place, row, cell);
    const told = { header: text, ...args };
    if (isOfNew) this.emit(finding('CCDS-S23', place, told));
    else if (!saysOtherMeasure(text)) this.emit(finding('CCDS-S20', place, told));
    else this.emit(finding('CCDS-S20', place, { ...told, rows: '', measured: args.rows }));
  }

  /** At the table's header. */
  atHeader<C extends Code>(row: number, code: C, args: CodeArguments[C]): void {
    this.emit(finding(code, placeAt(this.context.place, row, cellAddress(0, row)), args));
  }

  /** The rows from here on are those of the group that this row heads. */
  below(head: SheetRow): void {
    this.head = head;
  }

  /** At the cell that names the place: of the row, else of its group's head, else of the line. */
  atPlace(row: number, problem: Problem, node: Node | null): void {
    const { units, address } = this.found;
    const stated = this.headCell(problem) ?? this.lineCell(problem);
    const nearest = stated === undefined ? (units.hamlet ?? address ?? 0) : undefined;
    const at = this.columnOf(problem.level) ?? nearest;
    const own = this.at(at, row);
    const place = placeAt(this.context.place, own.row, own.cell ?? stated!);
    this.emit(
      findingOf(this.asShown(problem), place, {
        field: problem.level,
        ...(node && { unit: node.unit.code }),
      }),
    );
  }

  /** The column in which rows name units of a level; an address names those that the sheet does not misname. */
  private columnOf(level: UnitLevel): number | null {
    const { units, address = null } = this.found;
    const isInAddress = level === 'hamlet' || this.context.base.nodes[level] !== undefined;
    return units[level] ?? (isInAddress ? address : null);
  }

  /** Of a group's head the cell that says what is told. */
  private headCell(problem: Problem): string | undefined {
    const said = fold(saidIn(problem));
    if (this.head === null || said === '') return undefined;
    const column = this.head.values.findIndex((value) => fold(cellText(value)).includes(said));
    return column < 0 ? undefined : cellAddress(column, this.head.number);
  }

  /** Of the sheet's line the cell, where it says what is told and no row does. */
  private lineCell(problem: Problem): string | undefined {
    const stated = this.context.base.chosen[problem.level];
    if (stated === undefined || !isSaidByRow(problem)) return stated?.cell;
    const { bare } = parseName(saidIn(problem), problem.level);
    return fold(quoteOf(stated)).includes(bare) ? stated.cell : undefined;
  }

  /** Of a unit that is not known, what may be shown; one that is known is no person, whatever it is called. */
  private asShown(problem: Problem): Problem {
    const { layout } = this.found.layout;
    if (problem.code === 'CCDS-U01')
      return { ...problem, args: withoutPerson(problem.args, layout) };
    if (problem.code === 'CCDS-U05')
      return { ...problem, args: withoutSecond(problem.args, layout) };
    if (problem.code !== 'CCDS-U06' || this.levelOf(problem.args.name) !== null) return problem;
    return { ...problem, args: withoutPerson(problem.args, layout) };
  }

  /**
   * What is to be said of a row's place, once a hamlet, or once a unit above that it is of. A sheet over several communes
   * or districts disagrees with its title only if no row bears it out, so that waits for the end; none
   * bears out a commune that is not known.
   */
  notes(row: number, notes: readonly Problem[], node: Node): void {
    if (!this.agreed && this.isBorneOut(node)) this.agreed = true;
    for (const note of notes) {
      if (note.code === 'CCDS-R05') {
        const column = this.found.units.hamlet!;
        this.atField({ row, field: note.level, node, column }, note.code, note.args);
        continue;
      }
      const waits =
        note.code === 'CCDS-U05' && note.level !== 'hamlet' && note.args.unknown === undefined;
      if (waits) this.doubt ??= { row, note, node };
      else this.once(row, note, node);
    }
  }

  /** The row lies in the lowest unit above the hamlet that the sheet names. */
  private isBorneOut(node: Node): boolean {
    const { commune, district, province } = this.context.base.nodes;
    const named = commune ?? district ?? province;
    return named !== undefined && nodeAt(node, named.unit.level) === named;
  }

  private once(row: number, note: Problem, node: Node): void {
    const { name = '', successor = '' } = note.code === 'CCDS-U04' ? note.args : {};
    const { unknown = '' } = note.code === 'CCDS-U05' ? note.args : {};
    const key = `${note.code} ${nodeAt(node, note.level)?.unit.code} ${name}${unknown} ${successor}`;
    // What rejects a row is told at each row.
    if (this.told.has(key) && this.severityOf(note.code) !== 'error') return;
    this.told.add(key);
    this.atPlace(row, note, note.code === 'CCDS-U04' ? lowestOf(node, note.level) : node);
  }

  /** Tells what was held back. */
  end(): void {
    if (this.doubt !== null && !this.agreed)
      this.once(this.doubt.row, this.doubt.note, this.doubt.node);
    this.alike.end((found) => this.emit(found));
  }

  private emit(found: Finding): void {
    const isError = this.severityOf(found.code) === 'error';
    if (isError && !(this.accepted && ownSeverity(found.code) !== 'error')) this.spoilt = true;
    this.context.emit(found);
  }
}

/** What came of a unit that has ended: the hamlet, or the one above it. */
function lowestOf(node: Node, level: Problem['level']): Node {
  return level === 'hamlet' ? node : (node.parent ?? node);
}
