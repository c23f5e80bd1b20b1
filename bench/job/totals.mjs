// All programs must come to the same figures: a fast wrong sum is worth nothing.

/**
 * Figures that two programs disagree on, as sentences.
 * @param {Map<string, import('../lib/measure.mjs').Run[]>} results
 * @param {number} hamlets those that sent a file
 */
export function differences(results, hamlets) {
  const told = [...results].flatMap(([name, [run]]) => (run?.result ? [[name, run.result]] : []));
  const [first, ...others] = told;
  if (first === undefined) return [];
  const [name, { teams }] = first;
  // Each hamlet's lists have a team: one that was not counted was not read as it should be.
  const lacking = teams === hamlets ? [] : [`teams: ${teams} of ${hamlets} hamlets (${name})`];
  const different = others.flatMap(([name, figures]) =>
    Object.keys(first[1])
      .filter((id) => id in figures && figures[id] !== first[1][id])
      .map((id) => `${id}: ${first[1][id]} (${first[0]}), ${figures[id]} (${name})`),
  );
  return [...lacking, ...different];
}
