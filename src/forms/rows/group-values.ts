import { cellText } from '../cells/cell-text.js';
import { headName } from '../cells/group-mark.js';
import { markNamed } from '../header/by-words.js';
import type { CompiledLayout } from '../header/compile.js';
import type { Recognition } from '../header/recognise.js';
import type { GroupName } from '../places/group-name.js';
import type { RecordReader } from '../records/record.js';
import type { TableFindings } from '../table/table-findings.js';
import type { SheetRow } from '../table-context.js';

/** `Ngày 5/9/2024`, `Ngày 05/9`: when the rows below were visited. */
const DAY = /^ngày\s+(\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?)$/iu;
/** `Nữ`, `Thành viên nam`. */
const SEX = /^(?:thành viên |tổ viên |công dân )?(?:là )?(nam|nữ)$/iu;
/** What stands before the name of a skill: `Kỹ năng: …`, `Hộ được hướng dẫn …`. */
const LEADING =
  /^(?:(?:nhóm|các|danh sách) )*(?:kỹ năng|nội dung|lĩnh vực|hộ (?:được )?(?:hỗ trợ|hướng dẫn)(?: về)?)(?: số \d+)?[\s:–-]+/iu;

/** The mark that a head says that the rows below it have: `Kỹ năng: An toàn mạng`; null for none. */
export function markOfHead(layout: CompiledLayout): (text: string) => string | null {
  const markIn = markNamed(layout);
  return (text) => markIn(headName(text).replace(LEADING, '').trim());
}

/** The fields of a list's rows that only heads of groups can tell: those without a column. */
interface Open {
  readonly visit: string | null;
  readonly sex: string | null;
  /** The marks of a list, where none of them has a column. */
  readonly marks: readonly string[];
}

/**
 * What heads of groups say of the rows below them in a list that has no column for it: the day of a
 * visit (`Ngày 5/9/2024`), the mark that they are of (`I. Dịch vụ công`), the sex (`Nữ`).
 */
export class GroupValues {
  /** Told, by the field and the text of the head. */
  private readonly told = new Set<string>();
  private readonly markIn: (text: string) => string | null;

  private constructor(
    private readonly open: Open,
    layout: CompiledLayout,
    private readonly reader: RecordReader,
    private readonly findings: TableFindings,
  ) {
    this.markIn = markOfHead(layout);
  }

  /** Null for all other tables. */
  static of(found: Recognition, reader: RecordReader, findings: TableFindings): GroupValues | null {
    const open = openIn(found);
    const isOpen = open.visit !== null || open.sex !== null || open.marks.length > 0;
    return isOpen ? new GroupValues(open, found.layout, reader, findings) : null;
  }

  /** The rows from here on are below this one, which names a unit of that level, or none. */
  below({ number, values }: SheetRow, level: GroupName['level'] = null): void {
    if (level !== null) {
      this.clear();
      return;
    }
    const texts = values.map((value) => headName(cellText(value)).trim());
    for (const [column, text] of texts.entries()) {
      const field = text === '' ? null : this.take(text);
      if (field === null) continue;
      this.tell(field, text, number, column);
      return;
    }
  }

  private tell(field: string, text: string, number: number, column: number): void {
    // A day says nothing that is counted.
    if (field === this.open.visit || this.told.has(`${field} ${text}`)) return;
    this.told.add(`${field} ${text}`);
    const args = { field, found: text, taken: '' };
    this.findings.atField({ row: number, field, node: null, column }, 'CCDS-R05', args);
  }

  /** Keeps what a head says; the field that it says something of. */
  private take(text: string): string | null {
    const { visit, sex, marks } = this.open;
    const day = visit === null ? undefined : DAY.exec(text)?.[1];
    if (day !== undefined) return this.reader.keepText(visit!, day) ? visit : null;
    const said = sex === null ? undefined : SEX.exec(text)?.[1];
    if (said !== undefined) return this.reader.keepText(sex!, said) ? sex : null;
    const own = marks.length === 0 ? null : this.markIn(text);
    if (own === null) return null;
    for (const id of marks) this.reader.keep(id, id === own);
    return own;
  }

  private clear(): void {
    const { visit, sex, marks } = this.open;
    for (const id of [visit, sex, ...marks]) if (id !== null) this.reader.keep(id, null);
  }
}

/** Those of `Open` that an indicator may count. */
export function countedIn(found: Recognition): readonly string[] {
  const { sex, marks } = openIn(found);
  return [...(sex === null ? [] : [sex]), ...marks];
}

function openIn({ layout, fields, bySex, byWords }: Recognition): Open {
  const { list } = layout.form;
  if (layout.layout !== 'list' || list === undefined) return NONE;
  const visit = list.identity?.visits ?? null;
  const sex = layout.byId.get('sex');
  const marks = list.oneOf ?? [];
  const areTicked = byWords !== undefined || marks.some((id) => fields.has(id));
  return {
    visit: visit === null || fields.has(visit) ? null : visit,
    sex: sex === undefined || fields.has('sex') || bySex !== undefined ? null : 'sex',
    marks: areTicked ? [] : marks,
  };
}

const NONE: Open = { visit: null, sex: null, marks: [] };
