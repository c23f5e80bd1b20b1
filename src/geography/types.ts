import type { Place } from '../core/finding.js';
import type { Period } from '../core/period.js';
import type { TableRow } from './tables.js';

/** ISO calendar date, `2025-07-01`. Compares as text. */
export type IsoDate = string;

/** One row of `units.csv`. Key = code + date: official codes are reused. */
export interface Unit {
  readonly code: string;
  /** Carries its type: `Xã Tân Ân`. NFC, single spaces. */
  readonly name: string;
  /** One of the registry's levels, `province` to `hamlet`. */
  readonly level: string;
  /** Code of the parent, null for a province. */
  readonly parent: string | null;
  readonly validFrom: IsoDate | null;
  readonly validTo: IsoDate | null;
  /** Where the row stands in the registry's files. */
  readonly place?: Place;
}

export interface Baseline {
  readonly unit: string;
  /** `households`, `eligible_citizens`, `merchants`, or one the config adds. */
  readonly baseline: string;
  readonly from: IsoDate;
  readonly value: number;
  /** Where the row stands in the registry's files. */
  readonly place?: Place;
}

export interface Target {
  readonly unit: string;
  readonly indicator: string;
  readonly period: Period;
  readonly value: number;
  /** Where the row stands in the registry's files. */
  readonly place?: Place;
}

/** One row of `changes.csv`: unit `from` (as of the day before) became part of `to`. */
export interface Change {
  readonly effective: IsoDate;
  readonly from: string;
  readonly to: string;
  /** 0 to 1; null where a split's shares are not known. */
  readonly share: number | null;
  /** Where the row stands in the registry's files. */
  readonly place?: Place;
}

/** One row of `teams.csv`. */
export interface TeamRow {
  readonly team: string;
  readonly unit: string;
  readonly serves: readonly string[];
  readonly validFrom: IsoDate | null;
  readonly validTo: IsoDate | null;
  /** Where the row stands in the registry's files. */
  readonly place?: Place;
}

/** A registry that has passed its self-checks. */
export interface Registry {
  readonly units: readonly Unit[];
  readonly baselines: readonly Baseline[];
  readonly targets: readonly Target[];
  readonly changes: readonly Change[];
  readonly teams: readonly TeamRow[];
  /** Other tables (`decisions`, `holidays`, `contacts`), as rows of text by header. */
  readonly tables: Readonly<Record<string, readonly TableRow[]>>;
}

/** The units and what became of them: all that a name is found by. */
export type Gazetteer = Pick<Registry, 'units' | 'changes'>;

/** A unit in the tree of one day. */
export interface Node {
  readonly unit: Unit;
  readonly parent: Node | null;
  /** Ordered by code. */
  readonly children: readonly Node[];
}

/** The unit tree as of one day. */
export interface Tree {
  readonly date: IsoDate;
  /** Provinces, ordered by code. */
  readonly roots: readonly Node[];
  readonly byCode: ReadonlyMap<string, Node>;
  /** Levels present, top first: with or without `district`. */
  readonly levels: readonly string[];
}

/** What a sheet says of a place; each part may be missing. */
export interface Named {
  readonly hamlet?: string;
  readonly commune?: string;
  readonly district?: string;
  readonly province?: string;
}

/** A level that a sheet can name. */
export type NamedLevel = keyof Named;

/** One line of the config's alias table: a name as sheets write it, and the unit it means. */
export interface Alias {
  readonly name: string;
  readonly code: string;
}

/** A name that was read by the alias table, and the unit that it stands for. */
export interface Aliased {
  readonly name: string;
  readonly unit: Unit;
}

/** Finds the unit that names mean, within another where that is known. */
export type MatchNamed = (named: Named, within?: Node) => Match;

export type Match =
  | { readonly kind: 'found'; readonly node: Node }
  /** Matched through the config's alias table: the unit's own name, or one above it. */
  | { readonly kind: 'alias'; readonly node: Node; readonly aliases: readonly Aliased[] }
  /** Ended, and one whole change leads on from it. */
  | {
      readonly kind: 'moved';
      readonly node: Node;
      readonly old: Unit;
      readonly date: IsoDate;
      /** Others that became part of the same unit, or it where it was there before. */
      readonly mergedWith?: readonly Unit[];
      /** The names that a text was read by. */
      readonly named?: Named;
    }
  | {
      readonly kind: 'ended';
      readonly old: Unit;
      /** Name of the unit that it was in. */
      readonly oldParent?: string;
      readonly date: IsoDate;
      readonly successors: readonly Unit[];
      /** Those of the successors that are in today's tree, by code. */
      readonly nodes: readonly Node[];
      readonly named?: Named;
    }
  | { readonly kind: 'ambiguous'; readonly name: string; readonly choices: readonly Node[] }
  | {
      readonly kind: 'unknown';
      readonly name: string;
      /** The level that the name was looked for at. */
      readonly level: NamedLevel;
      readonly parent: Node | null;
      readonly suggestions: readonly Node[];
      /** First day of the unit of that name, where it is yet to come. */
      readonly begins?: IsoDate | null;
    };
