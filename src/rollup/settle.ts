import { type Finding, ownSeverity, type SeverityOf } from '../core/finding.js';
import { groupBy } from '../core/group-by.js';
import { byCodePoint } from '../core/order.js';
import type { FileReport, SheetReport, TableReport } from '../forms/report.js';
import type { Form } from '../forms/types.js';
import type { Unit } from '../geography/types.js';
import type { Indicator } from '../indicators/types.js';
import { settleAcrossHamlets } from './across.js';
import { standingTotals } from './added-totals.js';
import { settleCommuneTotals } from './commune-totals.js';
import { identicalCopies } from './copies.js';
import { listFacts, tallyFacts } from './facts.js';
import { groupParts, type HeldPart } from './held.js';
import { holdParts, tablesOf } from './hold.js';
import { joinTeams } from './joined-teams.js';
import { type HamletList, settleHamletLists } from './lists.js';
import { markTotalsOfPart, tellMergedInPart } from './merged-in-part.js';
import { type Former, nestParts, takeForParts, tellNamesakes } from './namesakes.js';
import { withoutParts } from './parts-findings.js';
import { rejectRaised } from './raised.js';
import { renewedTables } from './renewed.js';
import { replaceEarlier } from './replace.js';
import { type Replacement, replacements } from './replace-told.js';
import { countedFindings } from './set-aside.js';
import { standingFindings } from './stale.js';
import { settleTallies } from './tallies.js';
import { teamFindings } from './teams.js';
import { tellTeamsUnstated } from './teams-unstated.js';
import { tellTotalsLacking } from './totals-lacking.js';
import type { Fact } from './types.js';
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
  /** Indexes of tables of which no row counted, and that a new version of their file sent anew. */
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
  const files = [...reports].sort((a, b) => byCodePoint(a.file, b.file));
  const findings: Finding[] = [];
  const emit = (found: Finding) => findings.push(found);
  const copies = identicalCopies(files, emit);
  const tables = tablesOf(files);
  const former = by.former ?? NO_CHANGES;
  const held = takeForParts(holdParts(tables, copies, by.units ?? []), former);
  const parts = nestParts(held, former);
  const groups = [...groupParts(parts).values()];
  const formOf = formsById(by.forms);
  const identityOf = (form: string) => formOf(form).list?.identity;
  const reading = { formOf, indicators: by.indicators };
  const replaced = replaceEarlier(groups, reading, former, emit);
  const left = unplacedThatStand(parts, replaced);
  const renewed = renewedTables(
    { tables, copies, parts, unplaced: left, units: by.units ?? [] },
    emit,
  );
  const unplaced = new Set([...left].filter((source) => !renewed.has(source)));
  tellNamesakes(groups, former, emit);
  const ofPart = tellMergedInPart(groups, former, emit);
  const lists = settleHamletLists(groups, identityOf, emit);
  settleAcrossHamlets(lists, identityOf, emit);
  joinTeams(groups, reading, emit);
  teamFindings(lists, formOf, emit);
  rejectRaised(parts, findings, by.severityOf ?? ownSeverity);
  const ofLists = factsOfLists(lists, formOf, by.indicators);
  const tallied = groups.filter((group) => group.some(({ part }) => part.tally.length > 0));
  const listFacts = groupBy(tallied.length === 0 ? [] : ofLists, ({ source }) => source);
  settleTallies(tallied, { ...reading, listFacts }, emit);
  const stated = [...ofLists, ...factsOfTallies(parts, formOf, by.indicators)];
  const standingOnes = standingTotals(stated, tallied, reading, emit);
  const facts = markTotalsOfPart(standingOnes, ofPart, by.indicators);
  const totals = settleCommuneTotals({ tables, copies, renewed, parts, facts }, reading, emit);
  tellTotalsLacking(facts, tallied, reading, former, emit);
  tellLoneWeeks(groups, reading, emit);
  tellTeamsUnstated(parts, reading, emit);
  const standing = files.filter((file) => !copies.has(file));
  const stands = standingFindings(standing, { tables, parts, unplaced, renewed });
  const told = withoutParts(
    stands.filter((one) => !totals.isTold(one)),
    parts,
  );
  const own = countedFindings(told, parts, reading);
  const all = [...endedOnce(own, by.severityOf ?? ownSeverity), ...findings];
  return {
    files,
    tables,
    parts,
    facts,
    findings: all,
    copies,
    replaced: replacements(replaced, reading),
    unplaced,
    renewed,
    totals: totals.rows,
  };
}

/** CCDS-U04 once a file, not on each of its sheets; what rejects a row is told at each row. */
function endedOnce(findings: readonly Finding[], severityOf: SeverityOf): readonly Finding[] {
  if (severityOf('CCDS-U04') === 'error') return findings;
  const told = new Set<string>();
  return findings.filter(({ code, place, args, unit }) => {
    if (code !== 'CCDS-U04') return true;
    const key = JSON.stringify([place.file, unit, args]);
    return !told.has(key) && told.add(key);
  });
}

function formsById(forms: readonly Form[]): (id: string) => Form {
  const byId = new Map(forms.map((form) => [form.id, form]));
  return (id) => byId.get(id)!;
}

/** Sheets without a period, in a run that asks for none, are checked but give no facts. */
function factsOfLists(
  lists: readonly HamletList[],
  formOf: (id: string) => Form,
  indicators: readonly Indicator[],
): Fact[] {
  const facts: Fact[] = [];
  for (const list of lists) {
    if (list.parts[0]!.month === null) continue;
    for (const fact of listFacts(list, formOf(list.form), indicators)) facts.push(fact);
  }
  return facts;
}

function factsOfTallies(
  parts: readonly HeldPart[],
  formOf: (id: string) => Form,
  indicators: readonly Indicator[],
): Fact[] {
  return parts
    .filter(({ part, month, superseded }) => part.tally.length > 0 && month !== null && !superseded)
    .flatMap((held) => tallyFacts(held, formOf(held.table.form), indicators));
}
