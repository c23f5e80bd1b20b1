import { firstFew } from '../../core/first-few.js';
import { fold } from '../../core/text.js';
import { cellText } from '../cells/cell-text.js';
import { headName } from '../cells/group-mark.js';
import { DIGITAL, TEAM_WORD } from '../cells/team-words.js';
import type { Recognition } from '../header/recognise.js';
import type { GroupName } from '../places/group-name.js';
import type { RecordReader } from '../records/record.js';
import type { TableFindings } from '../table/table-findings.js';
import type { SheetRow } from '../table-context.js';

/** `Tổ 1`, `Tổ số 2`, `Tổ CNSCĐ III`: a team by its number; what stands behind may be anybody's name. */
const TEAM = new RegExp(
  `^${TEAM_WORD}(?: ${DIGITAL})?(?: số)? (?:\\d{1,2}|[ivx]{1,4}|[a-e])(?![\\p{L}\\d])`,
  'iu',
);

/**
 * In a list of people who work in teams and that has no column for them, heads of groups that
 * number teams (`Tổ 1`, `Tổ 2`) name the team of the rows below.
 */
export class GroupTeams {
  private readonly field: string;
  private readonly reader: RecordReader;
  /** By folded name: as it is written, and its first head's cell. */
  private readonly teams = new Map<string, { name: string; row: number; column: number }>();

  private constructor(field: string, reader: RecordReader) {
    this.field = field;
    this.reader = reader;
  }

  /** Null for all other tables. */
  static of({ layout, fields }: Recognition, reader: RecordReader): GroupTeams | null {
    const field = layout.layout === 'list' ? layout.form.list?.team?.name : undefined;
    const isOpen = field !== undefined && !fields.has(field);
    return isOpen ? new GroupTeams(field, reader) : null;
  }

  /**
   * The rows from here on are below this one: a head, or a text that divides the rows above from
   * them. What names another unit ends the team above.
   */
  below({ number, values }: SheetRow, level: GroupName['level'] = null): void {
    const texts = values.map((value) => headName(cellText(value)));
    const column = texts.findIndex((text) => TEAM.test(text));
    const name = column < 0 ? '' : TEAM.exec(texts[column]!)![0];
    if (name === '' && level === null) return;
    this.reader.keep(this.field, name === '' ? null : name);
    const key = fold(name);
    if (name !== '' && !this.teams.has(key)) this.teams.set(key, { name, row: number, column });
  }

  /** Tells them, where there are several. */
  end(findings: TableFindings): void {
    const teams = [...this.teams.values()];
    if (teams.length < 2) return;
    findings.atCells(teams, 'CCDS-T07', (places) => ({
      count: teams.length,
      header: firstFew(teams.map(({ name }) => `“${name}”`)),
      places: firstFew(places),
    }));
  }
}
