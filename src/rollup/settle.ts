import { type Finding, ownSeverity, type SeverityOf } from '../core/finding.js';
import { groupBy } from '../core/group-by.js';
import { byCodePoint } from '../core/order.js';
import type { FileReport, SheetReport, TableReport } from '../forms/report.js';
import type { Form } from '../forms/types.js';
import type { Unit } from '../geography/types.js';
import type { Indicator } from '../indicators/types.js';
import { settleAcrossHamlets } from './across.js';
import { standingTotals } from './added-totals.js';
import { type CommuneTotals, settleCommuneTotals } from './commune-totals.js';
import { identicalCopies } from './copies.js';
import { listFacts, tallyFacts } from './facts.js';
import { type Emit, groupParts, type HeldPart, type IdentityOf, type Reading } from './held.js';
import { holdParts, tablesOf } from './hold.js';
import { joinTeams } from './joined-teams.js';
import { type HamletList, settleHamletLists } from './lists.js';
import { markTotalsOfPart, tellMergedInPart } from './merged-in-part.js';
import { type Former, nestParts, takeForParts, tellNamesakes } from './namesakes.js';
import { withoutParts } from './parts-findings.js';
import { rejectRaised } from './raised.js';
import { renewedTables } from './renewed.js';
import { renewedFiles } from './renewed-files.js';
import { type Replaced, replaceEarlier } from './replace.js';
import { type Replacement, replacements } from './replace-told.js';
import { countedFindings } from './set-aside.js';
import { standingFindings } from './stale.js';
import { settleTallies } from './tallies.js';
import { teamFindings } from './teams.js';
import { tellTeamsUnstated } from './teams-unstated.js';
import { toldOnce } from './told-once.js';
import { tellTotalsLacking } from './totals-lacking.js';
import type { Fact } from './types.js';
import { withoutUnits } from './unit-marks.js';
import { unplacedThatStand } from './unplaced.js';
import { tellLoneWeeks } from './weeks.js';

/** One sheet's table in the run, or a sheet that has none (`table` null). */
export interface TableInRun {
  readonly file: FileReport;
  readonly sheet: SheetReport | null;
  readonly table: TableReport | null;
}

/** What all files together came to, before anything is added up. */
export interface Settled {
  readonly files: readonly FileReport[];
  /** Facts' `source` is an index in here. */
  readonly tables: readonly TableInRun[];
  readonly parts: readonly HeldPart[];
  readonly facts: readonly Fact[];
  readonly findings: readonly Finding[];
  /** File → the file that it is an identical copy of. */
  readonly copies: ReadonlyMap<FileReport, FileReport>;
  readonly replaced: readonly Replacement[];
  /** Indexes of tables that were replaced but for their rows of no known hamlet. */
  readonly unplaced: ReadonlySet<number>;
  /** Indexes of tables of which no row counted, or of files that can't be read, that a new version sent anew. */
  readonly renewed: ReadonlySet<number>;
  /** Rows of tables, by their index, that are totals of communes: none of them is rejected. */
  readonly totals: ReadonlyMap<number, number>;
}

/** What settling goes by, beside the files. */
export interface Settling {
  readonly forms: readonly Form[];
  readonly indicators: readonly Indicator[];
  /** The registry's: a file called by one of their names bears no version's mark for it. */
  readonly units?: readonly Unit[];
  /** What the registry says of hamlets that were merged. */
  readonly former?: Former;
  /** The severity in force; each code's own without it. */
  readonly severityOf?: SeverityOf;
}

const NO_CHANGES: Former = {
  namesakeOf: () => null,
  nameOf: (code) => code,
  wereOver: () => [],
  lacking: () => [],
};

/**
 * Settles the files against each other (contract, Counting): identical copies are set
 * aside, later parts replace earlier ones, then duplicates are told. The order in which
 * files are handed in does not matter.
 */
export function settle(reports: readonly FileReport[], by: Settling): Settled {
  const findings: Finding[] = [];
  const context = contextOf(by, (found) => findings.push(found));
  const held = hold(reports, context);
  const replaced = settleReplaced(held, context);
  const lists = settleLists(held, findings, context);
  const counted = settleCounts({ ...held, ...replaced, lists }, context);
  const own = ownFindings({ ...held, ...replaced, ...counted }, context);
  return {
    files: held.files,
    tables: held.tables,
    parts: held.parts,
    facts: counted.facts,
    findings: [...own, ...findings],
    copies: held.copies,
    replaced: replacements(replaced.replaced, context),
    unplaced: replaced.unplaced,
    renewed: replaced.renewed,
    totals: counted.totals.rows,
  };
}

/** What each step of settling works with. */
interface Context extends Reading {
  readonly identityOf: IdentityOf;
  readonly units: readonly Unit[];
  readonly former: Former;
  readonly severityOf: SeverityOf;
  readonly emit: Emit;
}

function contextOf(by: Settling, emit: Emit): Context {
  const { forms, indicators, units = [], former = NO_CHANGES, severityOf = ownSeverity } = by;
  const byId = new Map(forms.map((form) => [form.id, form]));
  const formOf = (id: string) => byId.get(id)!;
  const identityOf = (form: string) => formOf(form).list?.identity;
  return { formOf, identityOf, indicators, units, former, severityOf, emit };
}

type Held = Pick<Settled, 'files' | 'tables' | 'copies' | 'parts'> & {
  /** The parts by hamlet, month and form. */
  readonly groups: readonly (readonly HeldPart[])[];
};

/** Takes up the parts of all files but identical copies. */
function hold(reports: readonly FileReport[], { units, former, emit }: Context): Held {
  const files = [...reports].sort((a, b) => byCodePoint(a.file, b.file));
  const copies = identicalCopies(files, emit, withoutUnits(units));
  const tables = tablesOf(files);
  const parts = nestParts(takeForParts(holdParts(tables, copies, units), former), former);
  return { files, tables, copies, parts, groups: [...groupParts(parts).values()] };
}

type AfterReplacing = Pick<Settled, 'renewed' | 'unplaced'> & {
  readonly replaced: Replaced;
  /** Parts of merged hamlets of which others did not come. */
  readonly ofPart: readonly HeldPart[];
};

/** Later parts replace earlier ones, and tables that were sent anew those that could not be used. */
function settleReplaced(held: Held, context: Context): AfterReplacing {
  const { tables, copies, parts, groups } = held;
  const { units, former, emit } = context;
  const replaced = replaceEarlier(groups, context, former, emit);
  const left = unplacedThatStand(parts, replaced);
  const renewing = { tables, copies, parts, unplaced: left, units };
  const renewed = new Set([...renewedTables(renewing, emit), ...renewedFiles(renewing, emit)]);
  const unplaced = new Set([...left].filter((source) => !renewed.has(source)));
  tellNamesakes(groups, former, emit);
  const ofPart = tellMergedInPart(groups, former, emit);
  return { replaced, renewed, unplaced, ofPart };
}

/** Rows of lists that repeat others are dropped, and so are those that a raised finding rejects. */
function settleLists(
  { parts, groups }: Held,
  findings: readonly Finding[],
  context: Context,
): readonly HamletList[] {
  const { formOf, identityOf, severityOf, emit } = context;
  const lists = settleHamletLists(groups, identityOf, emit);
  settleAcrossHamlets(lists, identityOf, emit);
  joinTeams(groups, context, emit);
  teamFindings(lists, formOf, emit);
  rejectRaised(parts, findings, severityOf);
  return lists;
}

/** What lists and tallies come to, one beside the other. */
function settleCounts(
  run: Held & AfterReplacing & { readonly lists: readonly HamletList[] },
  context: Context,
): Pick<Settled, 'facts'> & { readonly totals: CommuneTotals } {
  const { parts, groups, lists, ofPart } = run;
  const { indicators, former, emit } = context;
  const ofLists = factsOfLists(lists, context);
  const tallied = groups.filter((group) => group.some(({ part }) => part.tally.length > 0));
  const listFacts = groupBy(tallied.length === 0 ? [] : ofLists, ({ source }) => source);
  settleTallies(tallied, { ...context, listFacts }, emit);
  const stated = [...ofLists, ...factsOfTallies(parts, context)];
  const standing = standingTotals(stated, tallied, context, emit);
  const facts = markTotalsOfPart(standing, ofPart, indicators);
  const totals = settleCommuneTotals({ ...run, facts }, context, emit);
  tellTotalsLacking(facts, tallied, context, former, emit);
  tellLoneWeeks(groups, context, emit);
  tellTeamsUnstated(parts, context, emit);
  return { facts, totals };
}

/** The files' own findings that still hold. */
function ownFindings(
  run: Held & AfterReplacing & { readonly totals: CommuneTotals },
  context: Context,
): readonly Finding[] {
  const { files, copies, parts, totals } = run;
  const standing = standingFindings(
    files.filter((file) => !copies.has(file)),
    run,
  );
  const told = withoutParts(
    standing.filter((one) => !totals.isTold(one)),
    parts,
  );
  return toldOnce(countedFindings(told, parts, context), run.tables, context.severityOf);
}

/** Sheets without a period, in a run that asks for none, are checked but give no facts. */
function factsOfLists(lists: readonly HamletList[], { formOf, indicators }: Reading): Fact[] {
  const facts: Fact[] = [];
  for (const list of lists) {
    if (list.parts[0]!.month === null) continue;
    for (const fact of listFacts(list, formOf(list.form), indicators)) facts.push(fact);
  }
  return facts;
}

function factsOfTallies(parts: readonly HeldPart[], { formOf, indicators }: Reading): Fact[] {
  return parts
    .filter(({ part, month, superseded }) => part.tally.length > 0 && month !== null && !superseded)
    .flatMap((held) => tallyFacts(held, formOf(held.table.form), indicators));
}
