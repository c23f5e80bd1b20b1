import type { Lang } from '../../core/lang.js';
import { descendantsAt } from '../../geography/tree.js';
import type { Node } from '../../geography/types.js';
import type { Scope, SubmissionLine } from '../../rollup/types.js';
import { periodEnd } from '../text-labels.js';
import { headingName, nameInParent } from '../unit-names.js';
import { unitWords, withUnitWords } from '../unit-words.js';
import { type Labels, labelsOf } from './labels.js';
import { type Letterhead, letterheadOf, type WorkbookOptions } from './options.js';
import { filesOf, type SourceLine, sourceLines } from './sources-of.js';

/** What every sheet of one workbook is made from. */
export interface Edition extends Scope {
  readonly lang: Lang;
  readonly labels: Labels;
  /** The root as headings name it. */
  readonly place: string;
  readonly letterhead: Letterhead;
  /** Date on the page. */
  readonly date: string;
  readonly options: WorkbookOptions;
  /** Levels below the root that have units, top first. */
  readonly levels: readonly string[];
  /** Codes of the root and all below. */
  readonly codes: ReadonlySet<string>;
  /** Everything that was received is of this edition. */
  readonly isWhole: boolean;
  /** Where the figures came from. */
  readonly sources: readonly SourceLine[];
  /** Files that concern the edition, by path. */
  readonly files: ReadonlyMap<string, readonly SubmissionLine[]>;
}

/** What all sheets of one unit's workbook are made from: its units, files, labels and letterhead. */
export function editionOf(scope: Scope, options: WorkbookOptions): Edition {
  const { root } = scope;
  const lang = options.lang ?? 'vi';
  const words = unitWords([root], lang);
  const summary = withUnitWords(scope.summary, words);
  const labels = labelsOf(lang, words);
  // No paper is older than the map that its figures stand on.
  const date = options.date ?? [summary.tree.date, periodEnd(summary)].sort().at(-1)!;
  const codes = new Set<string>();
  const levels = new Set<string>();
  visit(root, (node) => {
    codes.add(node.unit.code);
    if (node !== root) levels.add(node.unit.level);
  });
  const isWhole = root.parent === null && summary.tree.roots.length === 1;
  const sources = sourceLines(summary, codes);
  return {
    summary,
    root,
    lang,
    labels,
    place: headingName(root.unit.name, lang),
    letterhead: letterheadOf(topOf(root), date, options, labels),
    date,
    options,
    levels: summary.tree.levels.filter((level) => levels.has(level)),
    codes,
    isWhole,
    sources,
    files: filesOf(summary, { codes, isWhole, sources }),
  };
}

/** A unit and all below it, each above its own. */
function visit(node: Node, see: (node: Node) => void): void {
  see(node);
  for (const child of node.children) visit(child, see);
}

/** The province that a unit lies in. */
export function topOf(node: Node): Node {
  return node.parent === null ? node : topOf(node.parent);
}

/**
 * A unit's name in a list over several communes: a hamlet's with its commune, but in that commune's
 * own workbook.
 */
export function unitName(
  { summary, root }: Pick<Edition, 'summary' | 'root'>,
  code: string,
): string {
  const node = summary.tree.byCode.get(code);
  if (node === undefined) return code;
  return node.parent?.unit.code === root.unit.code ? node.unit.name : nameInParent(node);
}

/** Units of a level, in the order of the tree. */
export function unitsAt({ root }: Scope, level: string): readonly Node[] {
  return descendantsAt(root, level);
}
