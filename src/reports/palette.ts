import type { Severity } from '../core/finding.js';

/** Colours, put in by the command line; plain text without them. */
export interface Palette {
  readonly bold: Paint;
  readonly red: Paint;
  readonly yellow: Paint;
  readonly green: Paint;
  readonly dim: Paint;
}
type Paint = (text: string) => string;

const same: Paint = (text) => text;
export const PLAIN: Palette = { bold: same, red: same, yellow: same, green: same, dim: same };

/** The colour of a severity. */
export function colour(paint: Palette, severity: Severity): (text: string) => string {
  return { error: paint.red, warning: paint.yellow, info: paint.dim }[severity];
}
