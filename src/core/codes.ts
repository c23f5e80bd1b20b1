/**
 * Every finding that ccds can make: its stable code, and the arguments that its
 * sentences use. The texts (title, message, why, fix; Vietnamese and English) live in
 * `rules/`, one file a code; the compiler says when one is missing.
 *
 * Families: F file, S sheet, P period, U unit, R row and value, X cross-field,
 * T team, D duplicate and replacement, B baseline, H against an earlier month, C completeness,
 * K decision, G registry, M figures on another day's map.
 *
 * Arguments are already masked when they could hold personal data.
 */
export interface CodeArguments {
  /** The file is damaged or truncated. `reason`: a `SpreadsheetError` reason. */
  'CCDS-F01': { reason: string };
  /** The workbook is encrypted with a password. */
  'CCDS-F02': Empty;
  /** A limit of the reader was met (zip bomb, too many rows, …). */
  'CCDS-F03': { limit: string; value: number };
  /** A spreadsheet format that ccds does not read (.xlsb, .numbers, …). */
  'CCDS-F04': { kind: string };
  /** No form was recognised anywhere in the workbook: the file is ignored. */
  'CCDS-F05': {
    sheets: number;
    /** The headings that were seen, where, and of which form they may be, which must have `columns`. */
    header?: string;
    headerCell?: string;
    form?: string;
    columns?: string;
    /** Cells whose letters were saved as `?`. */
    lost?: string;
    /** Cells whose letters are typed with their marks behind them. */
    typed?: string;
    /** The first of the rows that stand in one cell each. */
    joined?: string;
  };
  /** Not a spreadsheet (picture, PDF, Word, …): the file is ignored. */
  'CCDS-F06': { kind: string };
  /** The content is of another kind than the file name says; it was read as `kind`. */
  'CCDS-F07': { extension: string; kind: string };
  /** The file is empty (0 bytes). */
  'CCDS-F08': Empty;
  /** The file or folder could not be opened by the operating system. */
  'CCDS-F09': { reason: string };
  /** Made from a template of another version than the one now given out. */
  'CCDS-F10': { found: string; current: string };
  /**
   * A package of a lower level is not whole: none of it is counted. `reason`: `missing`, `changed`,
   * `damaged`.
   */
  'CCDS-F11': { reason: string };
  /** What a package tells under a code that this version does not have; `message`: in its own words. */
  'CCDS-F12': { found: string; message: string };
  /** What of the file is damaged, in words, and not needed for its sheets' values: they were read. */
  'CCDS-F13': { unread: string };

  /**
   * A required column is missing; `nearest` is the header most like it, at `nearestCell`. `places`:
   * columns of several months, of which it is not known which is meant. `means`: columns of means of
   * payment, which may share merchants, so that their sum is not the count that is missing.
   */
  'CCDS-S01': {
    form: string;
    columns: string;
    nearest: string;
    nearestCell: string;
    places?: string;
    means?: string;
  };
  /** Two forms fit the header equally well; `header` is the heading that both need. */
  'CCDS-S02': { forms: string; header: string; headerCell: string };
  /** A hidden sheet was not read. */
  'CCDS-S03': { rows?: number };
  /** A sheet without any of the forms, beside others that have one. */
  'CCDS-S04': {
    rows: number;
    /** As of a file without any form. */
    header?: string;
    headerCell?: string;
    form?: string;
    columns?: string;
  };
  /** A column whose header is not known: its values are not used. */
  'CCDS-S05': { header: string };
  /** Text in a legacy encoding (TCVN3, VNI) was converted; at `places` it was not, if any. */
  'CCDS-S06': { encoding: string; cells: number; places: string };
  /**
   * A subtotal row does not equal the rows it sums, `rows`, or the one that it sums, `line`; of
   * a column of totals these are cells, `places` or `cell`. What does not apply is blank.
   */
  'CCDS-S07': {
    found: number;
    expected: number;
    rows: string;
    line?: string;
    places?: string;
    cell?: string;
    /** Of a commune's row in another table: the hamlets that it sums. */
    hamlets?: string;
  };
  /** Rows of a CSV with more or fewer cells than the header. */
  'CCDS-S08': { rows: number; first: number };
  /** Two columns are headed as the same field: the first is used. */
  'CCDS-S09': { header: string; first: string };
  /**
   * The sheet could not be read to its end. `reason`: a `SpreadsheetError` reason, or `bug` for an
   * error of ccds's own, then with the `bug` as its developers know it.
   */
  'CCDS-S10': { reason: string; bug?: string };
  /** Numbers or marks below no heading at all; in `cells` cells, `places` the first of them. */
  'CCDS-S11': { column: string; cells?: number; places?: string };
  /**
   * `count` rows of a table laid downwards are no field of a form: `header` is what the first of
   * them are called, and their values, at `places`, are not used.
   */
  'CCDS-S12': { count: number; header: string; places: string };
  /** Below a table stands another one whose header is none of a form's: it is left out. */
  'CCDS-S13': { header: string };
  /** `count` rows with numbers are no records: what leads them, `header`, and where, `places`. */
  'CCDS-S14': { count: number; header: string; places: string };
  /** A hamlet's count is not the sum of its teams' in the rows below it. */
  'CCDS-S15': { found: number; sum: number; rows: string; line?: string };
  /** Letters were lost when the sheet was saved; `lost` names the first cells that show it. */
  'CCDS-S16': { lost: string };
  /**
   * A tally's column without a hamlet's word above it names the hamlets; `header` is blank where
   * nothing heads it.
   */
  'CCDS-S17': { column: string; header: string };
  /**
   * Cells that say what programs write for want of a value (`nan`), read as blank: how many, what,
   * and the first.
   */
  'CCDS-S18': { count: number; found: string; places: string };
  /** The title above a list of members says, in the words `title`, that it lists others. */
  'CCDS-S19': { title: string; form: string };
  /**
   * A title says that the `count` rows below it, `rows`, are not the period's, or that those at `measured`
   * do not count each person or household (`ĐVT: nghìn người`): left out. One of the two is blank.
   */
  'CCDS-S20': { header: string; count: number; rows: string; measured?: string };
  /** A sheet without a header whose running numbers go on from another one's. */
  'CCDS-S21': { rows: number };
  /** `count` rows whose whole text is struck through, `rows`, or of them alone `places`: left out. */
  'CCDS-S22': { count: number; rows: string; places?: string };
  /** `header`, a title, says that what stands below it is new in the period, where the form counts all. */
  'CCDS-S23': { header: string; count: number; rows: string };
  /** A tally's column that is no field's may be a part, or the running total, of `field`: it is not used. */
  'CCDS-S24': { header: string; field: string };
  /** A tally's count is the sum of its columns at `places`, of men and of women or of weeks. */
  'CCDS-S25': { field: string; places: string };
  /** Lines of a CSV that lie in one cell, for a quote is not closed in its place; from row `first` on. */
  'CCDS-S26': { rows: number; first: number };
  /** A quote of a CSV that opens a cell and is never closed, read as text: the `first`, by its row. */
  'CCDS-S27': { first: number };
  /** A column, or a row of a table laid downwards, is called nearly as `meant`, which the table lacks. */
  'CCDS-S28': { header: string; meant: string };
  /**
   * `count` rows of a list of the month `period` have days before it, from `first` to `last`, and count: `rows`
   * of several months, as in a list that is carried on, or `none` where no day lies in the month.
   */
  'CCDS-S29': {
    field: string;
    count: number;
    period: string;
    first: string;
    last: string;
    rows: string;
    none: string;
  };
  /** Values in `count` cells that merges cover, `places`: nobody sees them, and they are not used. */
  'CCDS-S30': { count: number; places: string };

  /**
   * The sheet states two different periods. `first` and `second` say which, as periods or as
   * written, `firstFrom` and `secondFrom` whence.
   */
  'CCDS-P01': { first: string; second: string; firstFrom: string; secondFrom: string };
  /**
   * The sheet is of another period than the one asked for: set aside. `rows`: only these, in each of
   * which a column states it; `column`: only the counts below this heading.
   */
  'CCDS-P02': { stated: string; wanted: string; rows?: string; column?: string };
  /** The sheet states no period; it was taken for the one asked for. */
  'CCDS-P03': { wanted: string };
  /**
   * The sheet states no period and the run, of `wanted`, is not of a single month; or `stated`
   * is no month, quarter, half or year. The other of the two is blank.
   */
  'CCDS-P04': { stated: string; wanted: string };

  /**
   * No unit of that name; `suggestions` may be empty. `typed`: the name is a date, which a
   * spreadsheet makes of this. `from`: where it is written, if in no cell.
   */
  'CCDS-U01': {
    name: string;
    parent: string;
    suggestions: string;
    typed?: string;
    date?: string;
    from?: string;
    /** The commune, where the name seems to be of it itself: `Tổ cấp xã`. */
    above?: string;
  };
  /** Several units fit the name; `choices` are `code name` pairs. */
  'CCDS-U02': { name: string; choices: string };
  /** The unit ended on `date`, when it was in `parent`; not counted. */
  'CCDS-U03': { name: string; parent: string; date: string; successors: string };
  /** The unit ended on `date`, and one whole change leads on: counted there; so are `others`. `files`: as many more say so. */
  'CCDS-U04': { name: string; date: string; successor: string; others?: string; files?: number };
  /**
   * Two places name different units; the first is used. `unknown`: the second's name, if no unit's.
   * `taken`: the unit that the first was taken for, where it does not say of which commune it is.
   * `files`: as many more say the same.
   */
  'CCDS-U05': {
    first: string;
    firstFrom: string;
    second: string;
    secondFrom: string;
    unknown?: string;
    taken?: string;
    files?: number;
  };
  /** Nothing says which hamlet the row is of; `name` is the unit above that it names, if any. */
  'CCDS-U06': { name: string };
  /** The name was matched through the config's alias table. */
  'CCDS-U07': { name: string; unit: string };
  /**
   * `count` hamlets, merged of others, go on with the name of one of those: what bears it was added
   * to what came of the others, `name`, in `otherFile`; blank: in the same file.
   */
  'CCDS-U08': { count: number; hamlets: string; form: string; name: string; otherFile: string };

  /** A required value is blank. */
  'CCDS-R01': { field: string };
  /** A required value is not what the column takes; the row is rejected. */
  'CCDS-R02': { field: string; found: string | number; expected: string; suggestion: string };
  /**
   * A value is not what the column takes; this field alone is not reported. Of a cell that names
   * fields, those in `counted` are, and what `unknown` says is not known.
   */
  'CCDS-R03': {
    field: string;
    found: string | number;
    expected: string;
    suggestion: string;
    counted?: string;
    unknown?: string;
  };
  /** A starred count of a tally is blank: not reported. Blank is not zero. */
  'CCDS-R04': { field: string };
  /** A value was repaired without doubt; so were `cells` of the column, `places` the first of them. */
  'CCDS-R05': { field: string; found: string; taken: string; cells?: number; places?: string };
  /** A formula without a cached value: its result is not known. */
  'CCDS-R06': { field: string };
  /** A telephone number of an unusual shape. */
  'CCDS-R07': { field: string; found: string };
  /** The identity number begins with a code of no province. */
  'CCDS-R08': { found: string; prefix: string };
  /** The identity number disagrees with the year of birth or the sex in the row. */
  'CCDS-R09': { found: string; says: string; field: string; column: string };
  /** A tax code with a wrong check digit. */
  'CCDS-R10': { found: string };
  /** A date outside of the period (after its last day). */
  'CCDS-R11': { field: string; found: string; period: string };

  /** By the date of birth or the identity number, the holder is not yet 14. */
  'CCDS-R12': { field: string };
  /** A date before the first day of the period; so are `cells` of the column. */
  'CCDS-R13': { field: string; found: string; period: string; cells?: number; places?: string };

  /** A list's note, or the column `header`, says that the row holds no longer or not yet: `found`. */
  'CCDS-R14': { header: string; found: string; cells?: number; places?: string };

  /** Of a row only some cells, `found`, are struck through; so are `cells` of the column. */
  'CCDS-R15': { found?: string; part?: string; cells?: number; places?: string };

  /** The name's cell is merged over this row from `otherRow` on: it is no entity of its own. */
  'CCDS-R16': { otherRow: number };

  /** The name's cell is merged over this row from `otherRow` on, and yet `field` says otherwise here. */
  'CCDS-R17': { otherRow: number; field: string };

  /** A column in which rows are ticked as done is blank here, or says no. */
  'CCDS-R18': { header: string; cells?: number; places?: string };

  /** A column says that a list's row is of several, `found`: it counts as one. */
  'CCDS-R19': { header: string; found: string; cells?: number; places?: string };

  /** A part is larger than its whole. */
  'CCDS-X01': { part: string; partValue: number; whole: string; wholeValue: number };
  /** Addends do not make their total. */
  'CCDS-X02': { addends: string; sum: number; total: string; totalValue: number };

  /** None of several columns of a row is marked; in `cells` rows, `places` the first of them. */
  'CCDS-X03': { columns: string; cells?: number; places?: string };
  'CCDS-X04': { members: number };

  /** A team without a leader. `team`: its name, blank where it has none. */
  'CCDS-T01': { team: string };
  /** A team with more than one leader; `rows` are theirs. */
  'CCDS-T02': { team: string; leaders: number; rows: string };
  /** A team of fewer than 4 or more than 9 members (of several: on average). */
  'CCDS-T03': { team: string; members: number };
  /** The registry's `teams.csv` says how many teams the hamlet has; the sheet says `value`. */
  'CCDS-T04': { unit: string; value: number; registry: number };
  /**
   * `count` members of a list have no team's name, where others have: one team more. Or `units` hamlets of
   * a tally have members and no number of teams, where others have: one team each.
   */
  'CCDS-T05': { count?: number; rows?: string; units?: string; lines?: string };
  /** A supplement names no team of `count` hamlets: its members are of those in the other file. */
  'CCDS-T06': { count: number; hamlets: string; otherFile: string };
  /** A list without a column of teams: heads of groups number `count` teams, `header`, at `places`. */
  'CCDS-T07': { count: number; header: string; places: string };
  /** Two hamlets that were merged have a team of one name each: two teams. Where the other's stands. */
  'CCDS-T08': { team: string; otherFile: string; otherSheet: string; otherRow: number };

  /**
   * The same person, household, account or merchant stands earlier in this hamlet, or the hamlet
   * itself in a tally: `changes` are the counts that differ; `name` its old name that one of the two
   * rows bears, of `successor`.
   */
  'CCDS-D01': {
    what: string;
    otherFile: string;
    otherSheet: string;
    otherRow: number;
    changes: string;
    name?: string;
    successor?: string;
  };
  /** Counted in another hamlet: this row is rejected. */
  'CCDS-D02': {
    what: string;
    otherUnit: string;
    otherFile: string;
    otherSheet: string;
    otherRow: number;
  };
  /** Counted here; the same stands in another hamlet, where it is rejected. */
  'CCDS-D03': {
    what: string;
    otherUnit: string;
    otherFile: string;
    otherSheet: string;
    otherRow: number;
  };
  /** A member in two hamlets or two teams; both count. */
  'CCDS-D04': { otherUnit: string; otherFile: string; otherSheet: string; otherRow: number };
  /** The same name and nothing more to tell two people apart; both count. */
  'CCDS-D05': { otherFile: string; otherSheet: string; otherRow: number };
  /** An identical copy of another file: set aside. */
  'CCDS-D06': { otherFile: string };
  /**
   * The parts of `count` hamlets were replaced by a later file's; `hamlets` are the first of them.
   * `changes` lists which cells changed, if known. `reason`: a file that could not be read was, as a whole.
   */
  'CCDS-D07': {
    count: number;
    hamlets: string;
    form: string;
    otherFile: string;
    changes: string;
    reason?: string;
  };
  /**
   * Later files replaced others of this file's hamlets, but lack `count` of them: kept. Or its new
   * version lacks `lines` rows of it that are of no known hamlet: left out.
   */
  'CCDS-D08': {
    form: string;
    otherFile: string;
    count?: number;
    hamlets?: string;
    lines?: string;
    rows?: string;
  };
  /**
   * Hamlets have both a list and a tally of one form in one file; the list counts. `columns` of
   * the tally do not fit the list and are not used either.
   */
  'CCDS-D09': {
    count: number;
    hamlets: string;
    form: string;
    /** Blank where the tally's count is. */
    found: number | '';
    expected: number;
    columns: string;
  };
  /** Parts of several files for `count` hamlets were added up. */
  'CCDS-D10': { count: number; hamlets: string; form: string; otherFile: string };
  /** A package was added up; who stands in two packages can't be told. */
  'CCDS-D11': { files: number };
  /** Hamlets of a package that are counted from elsewhere; `units` are some of their codes. */
  'CCDS-D12': { count: number; units: string; otherFile: string };
  /**
   * A running total or a baseline of files that add up, which is no increment: `before` is the
   * other file's, `value` the one that is used. `stated` is blank where this file states none.
   */
  'CCDS-D13': {
    field: string;
    stated: number | '';
    before: number;
    value: number;
    otherFile: string;
  };
  /** What came later of hamlets that were merged, `name`: the merged ones' own, in the other file, stands. */
  'CCDS-D14': { count: number; hamlets: string; form: string; name: string; otherFile: string };
  /**
   * Of hamlets that were merged `name` state no running total, `field`, and `others`, in `otherFile`,
   * do; blank: in the same file.
   */
  'CCDS-D15': {
    count: number;
    hamlets: string;
    form: string;
    field: string;
    name: string;
    others: string;
    otherFile: string;
  };
  /** Of `count` merged hamlets nothing but the parts `name` came: nothing of `others`. */
  'CCDS-D17': { count: number; hamlets: string; form: string; name: string; others: string };
  /** A file of one week (round, day) was not added to the one of another, or of the month, that stands. */
  'CCDS-D18': { count: number; hamlets: string; form: string; otherFile: string; changes: string };
  /** A tally has a row a week for `count` hamlets: the month is made of them. */
  'CCDS-D16': {
    count: number;
    hamlets: string;
    form: string;
    rows: string;
    sheets?: string;
    files?: string;
    /** Columns, where the table is laid downwards. */
    places?: string;
    /** Hamlets whose weeks only rise, what was added up of them, and what their last weeks come to. */
    rising?: number;
    sum?: number;
    last?: number;
  };
  /**
   * A tally has a row of men and one of women (`rows`), or one of each team (`teams`), for `count`
   * hamlets: they were added up.
   */
  'CCDS-D20': {
    count: number;
    hamlets: string;
    form: string;
    rows: string;
    teams?: string;
    /** Columns of either, where the table is laid downwards. */
    places?: string;
  };
  /** A supplement was added to a file saved after it, which took the place of the one it was made for. */
  'CCDS-D21': { count: number; hamlets: string; form: string; otherFile: string };
  /** Hamlets have both a list and a tally of one form in one file, and the two agree; the list counts. */
  'CCDS-D22': { count: number; hamlets: string; form: string };
  /**
   * Tallies of several sheets of one file have the same counts for `count` hamlets: `sheets` are those used;
   * or the row is the total of a commune, `unit`, that has these hamlets.
   */
  'CCDS-D23': { count: number; hamlets: string; form: string; sheets: string; unit?: string };
  /**
   * Submissions that came after their month was closed are rejected, in part or whole; blank
   * `rows`: no row was read.
   */
  'CCDS-D24': { period: string; files: string; rows: string };
  /** The running total of `count` merged hamlets goes on without what `others` had until then. */
  'CCDS-D25': { indicator: string; count: number; hamlets: string; others: string };
  /** `count` files are to the byte ones that `period`, closed earlier, has figures of. */
  'CCDS-D26': { period: string; count: number; files: string };
  /** All that came of `count` hamlets' form is of one week, and stands for the month. */
  'CCDS-D19': { count: number; hamlets: string; form: string; week: number };

  /** A baseline stated in a sheet differs from the registry's. */
  'CCDS-B01': { baseline: string; stated: number; registry: number };
  /** A unit's own baseline differs from its children's sum; its own is used. */
  'CCDS-B02': { baseline: string; own: number; sum: number };
  /** A count is larger than its baseline. */
  'CCDS-B03': { indicator: string; value: number; baseline: number; over?: number };

  /** A running total is lower than in an earlier month of the same year. */
  'CCDS-H01': { indicator: string; value: number; before: number; period: string };
  /** Hidiroglou-Berthelot: grew or fell far more than elsewhere. `usual`: at the median pace. */
  'CCDS-H02': { indicator: string; value: number; before: number; usual: number; period: string };
  /** Modified z-score: the difference is far from the others'. `usual`: the median difference. */
  'CCDS-H03': { indicator: string; value: number; before: number; usual: number; period: string };

  /** A hamlet has not reported; `forms` lists what is missing. */
  'CCDS-C01': { unit: string; forms: string };
  /** A sheet has a form's header and no data row: an empty report is not a report. */
  'CCDS-C02': { form: string };
  /** A list stands in for the whole year's first month: cumulative taken as in-period. */
  'CCDS-C03': { units: number };
  /** Lists of an earlier month are gone: their households may be counted again. */
  'CCDS-C04': { files: number; period: string };
  /** Earlier months have submissions and are not closed: running totals leave them out. */
  'CCDS-C05': { months: string; units: number };
  /** Of a period that is built from months some have no figures: `count` of `expected` have. */
  'CCDS-C06': { count: number; expected: number; months: string };
  /** Closed months were never held against others before them that were closed later. */
  'CCDS-C07': { months: string; later: string };
  /** Files of a closed month are not what was closed. */
  'CCDS-C08': { period: string; files: string };
  /** Closed months can't be made anew, though others before them were corrected since. */
  'CCDS-C09': { months: string; corrected: string };
  /** Submissions of a closed month have another content under the same name. */
  'CCDS-C10': { period: string; files: string };
  /** Closed months can't be made anew, though their totals have others that are reopened. */
  'CCDS-C11': { months: string; reopened: string };
  /** Submissions of a closed month can't be read now. `lists`: how many of households, blank for none. */
  'CCDS-C12': { period: string; files: string; reason: string; lists: string };
  /** The journal has months as closed whose closed figures are gone. */
  'CCDS-C13': { months: string };
  /** Closed months have figures of hamlets whose codes the registry no longer has on any day. */
  'CCDS-C14': { months: string; units: number; found: string };

  /** A decision was applied. `line` is its row in `decisions.csv`. */
  'CCDS-K01': { decision: string; what: string; line: number };
  /** A decision that no longer meets what it was made for, or can't be read: `found` is what can't. */
  'CCDS-K02': { decision: string; unmet: string; line: number; found: string };

  /** Two units of one name under one parent. */
  'CCDS-G01': { name: string; codes: string };
  /** A name or code with stray spaces. */
  'CCDS-G02': { found: string };
  /**
   * A reference table names a unit that is not in the registry; on `date`, where it is there on other
   * days. `name`: the unit above the hamlets that it is, where a hamlet is meant. `rows` of the table do, where
   * they are told as one.
   */
  'CCDS-G03': { found: string; date?: string; near?: string; name?: string; rows?: number };
  /** A unit's rows leave days out: it ended on `date` and goes on after `until`. */
  'CCDS-G04': { name: string; date: string; until: string };
  /** A code means another unit since `date`. */
  'CCDS-G05': { found: string; name: string; successor: string; date: string };
  /** A unit ended on `date`, and no change says where it went. */
  'CCDS-G06': { name: string; date: string };
  /** A unit began on `date`, and no change says what it was before. */
  'CCDS-G07': { name: string; date: string };
  /** The shares of a split make less than 1: the rest is not allocated. */
  'CCDS-G08': { name: string; date: string; sum: number };
  /** Of a split, some shares are given and some blank: nothing is allocated. */
  'CCDS-G09': { name: string; date: string };
  /** A row goes on under a parent whose code means another unit since `date`. */
  'CCDS-G10': { name: string; found: string; parent: string; successor: string; date: string };
  'CCDS-G11': { column: string; found: string; rows: number };
  /** A target's code means another unit in the period at hand than at the end of its own. */
  'CCDS-G12': { found: string; period: string; name: string; successor: string };
  /** A number or date of the registry that is written in another way; so are `rows` of the column. */
  'CCDS-G13': { column: string; found: string; taken: string; rows?: number };
  /** A table of the registry that nothing reads, with a name nearly that of one which is read. */
  'CCDS-G14': { found: string; near: string };
  /**
   * All of a unit became part of `successor` on `date`, and its row goes on beyond `until`, the day
   * before.
   */
  'CCDS-G15': { name: string; date: string; successor: string; until: string };
  /** A unit right below `parent`, which has units of a level between, as `others`; so are `rows` of them. */
  'CCDS-G16': { name: string; parent: string; others: string; rows?: number };
  /**
   * A change that changes nothing: `same` became part of itself alone; or one of `name` and `successor`
   * is a hamlet, and the other is none.
   */
  'CCDS-G17': { same: string; name: string; successor: string; date: string };

  /** On the map of `date` a unit took over a part of `name` that is not known. `parent` holds it. */
  'CCDS-M01': { unit: string; name: string; date: string; parent: string };
  /** Of some hamlets only the unit above is known on the map of `date`. */
  'CCDS-M02': { units: number; unit: string; date: string };
  /** On the map of `date` no unit holds the figures: they are in no total. */
  'CCDS-M03': { name: string; date: string };
  /** Nothing says where a unit is on the map of `date`: `parent` alone holds its figures. */
  'CCDS-M04': { name: string; date: string; parent: string };
  /** A running total of a unit that was split goes on nowhere, and leaves the totals above. */
  'CCDS-M05': { name: string; indicator: string; value: number; parent: string };
}

type Empty = Record<never, never>;

/** Code of a finding, without its severity: `CCDS-R04`. */
export type Code = keyof CodeArguments;

/** A code with arguments of its own: a finding to be, which has no place yet. */
export type Coded<C extends Code = Code> = {
  [K in C]: { readonly code: K; readonly args: CodeArguments[K] };
}[C];
