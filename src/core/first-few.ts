/** So many of the cells, rows or names that are alike stand in a finding. */
export const FEW = 5;

/**
 * The first few, and an ellipsis where there are more: `F9, F13, F17, F21, F25, …`.
 * @param count how many there are, where `texts` are only the first of them
 */
export function firstFew(texts: readonly string[], separator = ', ', count = texts.length): string {
  return [...texts.slice(0, FEW), ...(count > FEW ? ['…'] : [])].join(separator);
}
