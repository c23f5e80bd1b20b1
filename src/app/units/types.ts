import type { Severity } from '../../core/finding.js';
import type { Difference } from '../../geography/diff.js';
import type { SkippedRow, UnitRow } from '../../geography/statistics-list.js';
import type { RunOptions } from '../types.js';

export type { Difference, Partner } from '../../geography/diff.js';
export type { SkippedRow, UnitRow } from '../../geography/statistics-list.js';

/** What the commands over the registry are given; `inputs` where they read sheets. */
export type UnitsOptions = RunOptions;

/** Something doubtful or wrong in a registry, in words. */
export interface RegistryRemark {
  /** A rule's code; of an inconsistency its id (`overlap`, `orphan`, …). */
  readonly code: string;
  readonly severity: Severity;
  readonly file: string;
  readonly sheet?: string;
  readonly row: number;
  readonly unit?: string;
  readonly message: string;
  readonly fix: string;
}

/** What `units check` finds. */
export interface RegistryCheck {
  readonly registry: string;
  /** Rows of `units.csv`. */
  readonly units: number;
  readonly changes: number;
  /** In the files' order. */
  readonly remarks: readonly RegistryRemark[];
}

/** A unit of one day's tree. */
export interface ListedUnit extends UnitRow {
  /** 0 for a province. */
  readonly depth: number;
  readonly children: number;
  readonly hamlets: number;
}

/** The units of a day, as a list. */
export interface UnitTree {
  /** ISO; null for the newest map. */
  readonly date: string | null;
  readonly levels: readonly string[];
  /** Each after the one above it, by code. */
  readonly units: readonly ListedUnit[];
}

/** What changed between two days, ISO. */
export interface TreeDiff {
  readonly from: string;
  readonly to: string;
  /** Units of each level on the two days. */
  readonly levels: readonly {
    readonly level: string;
    readonly from: number;
    readonly to: number;
  }[];
  readonly differences: readonly Difference[];
}

/** Rows for `units.csv`, and those of the list that make none. */
export interface ImportedUnits {
  readonly units: readonly UnitRow[];
  readonly skipped: readonly SkippedRow[];
}

/** A unit that a name may mean. */
export interface Candidate {
  readonly code: string;
  readonly name: string;
  /** Name of the unit above. */
  readonly parent: string;
}

/** A name in the sheets that no unit, or not one alone, answers to. */
export interface UnmatchedName {
  /** `near`: something like it is there; `several` fit; `ended`: it is no more. */
  readonly kind: 'near' | 'several' | 'ended' | 'stranger';
  readonly name: string;
  readonly level: string;
  /** The unit that it was looked for in. */
  readonly within: string;
  readonly candidates: readonly Candidate[];
  readonly rows: number;
  /** Where it stands first. */
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
}

/** A hamlet that the registry lacks, as a row to approve. */
export interface ProposedHamlet extends UnitRow {
  readonly rows: number;
  readonly commune: string;
  /** Other spellings taken for it, and units whose names are near. */
  readonly spellings: readonly string[];
  readonly near: readonly string[];
}

/** A file with rows of which nothing says what hamlet they are of. */
export interface UnnamedFile {
  readonly file: string;
  readonly rows: number;
}

/** What a person has to approve before the sheets can be counted. */
export interface Suggestions {
  readonly files: number;
  readonly names: readonly UnmatchedName[];
  readonly hamlets: readonly ProposedHamlet[];
  readonly unnamed: readonly UnnamedFile[];
}
