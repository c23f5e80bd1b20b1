// The plot of the growth, as SVG: a panel an axis, both scales logarithmic. A cost that is
// linear runs beside the dashed line, or flatter where the job has a fixed cost.

const PANEL = { width: 220, height: 190, left: 48, top: 30, gap: 26, bottom: 34 };

/** @typedef {{n: number, cpu: number}} Point */
/** @param {readonly {title: string, points: readonly Point[]}[]} panels */
export function plot(panels) {
  const step = PANEL.width + PANEL.left + PANEL.gap;
  const width = step * panels.length;
  const height = PANEL.top + PANEL.height + PANEL.bottom;
  const body = panels.map(
    (panel, i) => `<g transform="translate(${i * step} 0)">${drawn(panel)}</g>`,
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11" role="img" aria-label="Time of a whole job against its size">\n` +
    `<rect width="${width}" height="${height}" fill="#fff"/>\n${body.join('\n')}\n</svg>\n`
  );
}

function drawn({ title, points }) {
  const x = scale(
    points.map(({ n }) => n),
    PANEL.left,
    PANEL.left + PANEL.width,
  );
  const seconds = points.map(({ cpu }) => cpu / 1000);
  const spread = points.at(-1).n / points[0].n;
  const linear = [seconds.at(-1) / spread, seconds.at(-1)];
  const y = scale([...seconds, ...linear], PANEL.top + PANEL.height, PANEL.top);
  const path = points.map(({ n }, i) => `${x(n)},${y(seconds[i])}`).join(' ');
  const dots = points.map(
    ({ n }, i) => `<circle cx="${x(n)}" cy="${y(seconds[i])}" r="3" fill="#1f5fa8"/>`,
  );
  const ends = [points[0], points.at(-1)].map(
    ({ n }, i) =>
      `<text x="${x(n)}" y="${PANEL.top + PANEL.height + 16}" text-anchor="${i ? 'end' : 'start'}">${n.toLocaleString('en')}</text>`,
  );
  const sides = [seconds[0], seconds.at(-1)].map(
    (s) => `<text x="${PANEL.left - 6}" y="${y(s) + 4}" text-anchor="end">${s.toFixed(1)} s</text>`,
  );
  return (
    `<text x="${PANEL.left}" y="18" font-weight="bold">${title}</text>` +
    `<rect x="${PANEL.left}" y="${PANEL.top}" width="${PANEL.width}" height="${PANEL.height}" fill="none" stroke="#bbb"/>` +
    `<line x1="${x(points[0].n)}" y1="${y(linear[0])}" x2="${x(points.at(-1).n)}" y2="${y(linear[1])}" stroke="#999" stroke-dasharray="4 3"/>` +
    `<polyline points="${path}" fill="none" stroke="#1f5fa8" stroke-width="1.5"/>${dots.join('')}${ends.join('')}${sides.join('')}`
  );
}

/** A logarithmic scale that leaves a little room at both ends. */
function scale(values, from, to) {
  const [low, high] = [Math.min(...values), Math.max(...values)].map(Math.log);
  const room = (high - low || 1) * 0.06;
  return (value) =>
    Math.round(from + ((Math.log(value) - low + room) / (high - low + 2 * room)) * (to - from));
}
