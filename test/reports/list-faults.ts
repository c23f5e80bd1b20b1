/** What Excel would mend in the lists of a worksheet or a chart: their counts, order and limits. */
import { boxOf, tagsOf, twice } from './package-tags.js';

/** Counts that lists state, columns, panes, links and outlines of a worksheet. */
export function listFaults(xml: string): readonly string[] {
  return [
    ...countFaults(xml),
    ...columnFaults(xml),
    ...paneFaults(xml),
    ...twice(tagsOf(xml, 'hyperlink').map(({ ref = '' }) => ref)).map(
      (ref) => `two links at ${ref}`,
    ),
    ...tagsOf(xml, 'hyperlink').flatMap(({ ref = '', tooltip = '', location = '' }) => [
      ...(boxOf(ref) === null ? [`a link at ${ref}`] : []),
      ...(tooltip.length > 255 || location.length > 2079 ? [`a long link at ${ref}`] : []),
    ]),
    ...tagsOf(xml, 'row')
      .filter(({ outlineLevel }) => Number(outlineLevel ?? 0) > 7)
      .map(({ r }) => `row ${r} is too deep`),
  ];
}

const LISTS = [
  ['mergeCells', 'mergeCell'],
  ['dataValidations', 'dataValidation'],
  ['rowBreaks', 'brk'],
  ['tableParts', 'tablePart'],
] as const;

function countFaults(xml: string): string[] {
  return LISTS.flatMap(([list, item]) => {
    const told = tagsOf(xml, list)[0];
    const there = tagsOf(xml, item).length;
    const counts = [told?.count, told?.manualBreakCount];
    return counts.some((count) => count !== undefined && Number(count) !== there)
      ? [`${list}: ${there} are there`]
      : [];
  });
}

/** From left to right, none twice, and no more than there are (ECMA-376 18.3.1.13). */
function columnFaults(xml: string): string[] {
  let before = 0;
  return tagsOf(xml, 'col').flatMap(({ min, max }) => {
    const [first, last] = [Number(min), Number(max)];
    const isRight = before < first && first <= last && last <= 16_384;
    before = last;
    return isRight ? [] : [`columns ${min} to ${max}`];
  });
}

/** What is frozen is something, and the cell selected is in the pane that is told to be active. */
function paneFaults(xml: string): string[] {
  return tagsOf(xml, 'pane').flatMap(({ xSplit, ySplit, topLeftCell, activePane, state }) => {
    const [columns, rows] = [Number(xSplit ?? 0), Number(ySplit ?? 0)];
    const side = columns > 0 ? (rows > 0 ? 'bottomRight' : 'topRight') : 'bottomLeft';
    const first = boxOf(topLeftCell ?? '');
    const isFirst = first !== null && first.left === columns && first.top === rows + 1;
    const isRight = columns + rows > 0 && isFirst && (activePane ?? side) === side;
    const hasSelection = tagsOf(xml, 'selection').some(({ pane }) => pane === side);
    return state !== 'frozen' || (isRight && hasSelection) ? [] : [`a pane at ${topLeftCell}`];
  });
}

/** Series have numbers of their own; each kind of chart has the axes that it names. */
export function chartFaults(xml: string): readonly string[] {
  const numbers = (tag: string) => tagsOf(xml, tag).map(({ val = '' }) => val);
  const axes = [...xml.matchAll(/<c:(?:cat|val)Ax><c:axId val="(\d+)"/g)].map(([, id]) => id!);
  const named = [...xml.matchAll(/<c:(?:bar|line)Chart>.*?<\/c:(?:bar|line)Chart>/gs)].flatMap(
    ([chart]) => tagsOf(chart, 'axId').map(({ val = '' }) => val),
  );
  const crossed = numbers('crossAx');
  return [
    ...twice(numbers('order')).map((n) => `two series ${n}`),
    ...twice(axes).map((id) => `two axes ${id}`),
    ...[...named, ...crossed].filter((id) => !axes.includes(id)).map((id) => `no axis ${id}`),
    ...axes.filter((id) => !named.includes(id)).map((id) => `axis ${id} is of no chart`),
  ];
}
