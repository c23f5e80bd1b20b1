import type { Chart, Series, Source } from './model.js';
import { escapeXml, XML } from './xml.js';

const FONT = '<a:latin typeface="Times New Roman"/>';
const GREY = 'D9D9D9';
const NO_LINE = '<a:ln w="22225"><a:noFill/></a:ln>';
const WHITE = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>';
const AXES = { category: 501, value: 502, secondCategory: 503, secondValue: 504 } as const;

/** `chartN.xml` (ECMA-376 21.2): bars, with lines over them. */
export function chartXml(chart: Chart): string {
  return [
    XML,
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
    '<c:lang val="vi-VN"/><c:roundedCorners val="0"/><c:chart>',
    title(chart.title),
    '<c:autoTitleDeleted val="0"/>',
    plotArea(chart),
    legend(chart),
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>',
    `<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>${line(GREY, 9525)}</c:spPr>`,
    '<c:printSettings><c:headerFooter/><c:pageMargins b="0.75" l="0.7" r="0.7" t="0.75" header="0.3" footer="0.3"/><c:pageSetup/></c:printSettings>',
    '</c:chartSpace>',
  ].join('');
}

function title(text: string): string {
  const run = `<a:r><a:rPr lang="vi-VN" sz="1200" b="1">${FONT}</a:rPr><a:t>${escapeXml(text)}</a:t></a:r>`;
  const paragraph = `<a:p><a:pPr><a:defRPr sz="1200" b="1">${FONT}</a:defRPr></a:pPr>${run}</a:p>`;
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>${paragraph}</c:rich></c:tx><c:layout/><c:overlay val="0"/></c:title>`;
}

function plotArea(chart: Chart): string {
  return `<c:plotArea><c:layout/>${barChart(chart)}${lineChart(chart)}${axes(chart)}</c:plotArea>`;
}

function barChart(chart: Chart): string {
  const { bars, categories, lying } = chart;
  if (bars.length === 0) return '';
  const place = barLabels(chart);
  const series = bars.map((one, i) => ser(one, i, categories, place)).join('');
  const head = `<c:barDir val="${lying ? 'bar' : 'col'}"/><c:grouping val="clustered"/><c:varyColors val="0"/>`;
  return `<c:barChart>${head}${series}<c:gapWidth val="60"/>${axisIds(false)}</c:barChart>`;
}

function lineChart({ bars, lines, categories, linesApart }: Chart): string {
  if (lines.length === 0) return '';
  const series = lines.map((one, i) => ser(one, bars.length + i, categories, 't')).join('');
  const head = '<c:grouping val="standard"/><c:varyColors val="0"/>';
  return `<c:lineChart>${head}${series}<c:marker val="1"/>${axisIds(linesApart === true)}</c:lineChart>`;
}

function axisIds(second: boolean): string {
  const [category, value] = second
    ? [AXES.secondCategory, AXES.secondValue]
    : [AXES.category, AXES.value];
  return `<c:axId val="${category}"/><c:axId val="${value}"/>`;
}

/** Over a bar or point; or within a bar, where a line has the room above it. */
type LabelPlace = 'outEnd' | 't' | 'inEnd' | 'inBase';

function barLabels({ lines, linesApart }: Chart): LabelPlace {
  if (lines.length === 0) return 'outEnd';
  return linesApart ? 'inBase' : 'inEnd';
}

function ser(one: Series, index: number, categories: Source<string>, place: LabelPlace): string {
  const kind = place === 't' ? 'line' : 'bar';
  return [
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>`,
    `<c:tx><c:v>${escapeXml(one.name)}</c:v></c:tx>`,
    kind === 'bar' ? barLook(one) : lineLook(one),
    one.labels ? labels(one, place) : '',
    `<c:cat><c:strRef><c:f>${escapeXml(categories.ref)}</c:f>${stringCache(categories.values)}</c:strRef></c:cat>`,
    `<c:val><c:numRef><c:f>${escapeXml(one.values.ref)}</c:f>${numberCache(one)}</c:numRef></c:val>`,
    kind === 'line' ? '<c:smooth val="0"/>' : '',
    '</c:ser>',
  ].join('');
}

function barLook({ color }: Series): string {
  const shape = `<c:spPr><a:solidFill><a:srgbClr val="${color}"/></a:solidFill></c:spPr>`;
  return `${shape}<c:invertIfNegative val="0"/>`;
}

function lineLook({ color, dashed, marksAlone, marker = 'circle' }: Series): string {
  const joined = marksAlone ? NO_LINE : line(color, 22225, dashed);
  const shape = `<c:spPr>${joined}</c:spPr>`;
  const dot = `<c:symbol val="${marker}"/><c:size val="6"/><c:spPr><a:solidFill><a:srgbClr val="${color}"/></a:solidFill>${line(color, 9525)}</c:spPr>`;
  return `${shape}<c:marker>${dashed ? '<c:symbol val="none"/>' : dot}</c:marker>`;
}

function line(color: string, width: number, dashed = false): string {
  const dash = dashed ? '<a:prstDash val="dash"/>' : '';
  return `<a:ln w="${width}"><a:solidFill><a:srgbClr val="${color}"/></a:solidFill>${dash}</a:ln>`;
}

function labels({ format }: Series, place: LabelPlace): string {
  const number = `<c:numFmt formatCode="${escapeXml(format)}" sourceLinked="0"/>`;
  const shown =
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>';
  return `<c:dLbls>${number}<c:spPr><a:noFill/></c:spPr>${text(800, undefined, place.startsWith('in'))}<c:dLblPos val="${place}"/>${shown}</c:dLbls>`;
}

/** In 60,000ths of a degree: 45 degrees, upwards. */
const TURNED = -2_700_000;

/** @param turned by so much; without it as the program likes */
function text(size: number, turned?: number, white = false): string {
  const body = turned === undefined ? '<a:bodyPr/>' : `<a:bodyPr rot="${turned}" vert="horz"/>`;
  return `<c:txPr>${body}<a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}">${white ? WHITE : ''}${FONT}</a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>`;
}

function stringCache(values: readonly string[]): string {
  const points = values.map((v, i) => `<c:pt idx="${i}"><c:v>${escapeXml(v)}</c:v></c:pt>`);
  return `<c:strCache><c:ptCount val="${values.length}"/>${points.join('')}</c:strCache>`;
}

function numberCache({ values: { values }, format }: Series): string {
  const points = values.map((v, i) =>
    v === null ? '' : `<c:pt idx="${i}"><c:v>${v}</c:v></c:pt>`,
  );
  return `<c:numCache><c:formatCode>${escapeXml(format)}</c:formatCode><c:ptCount val="${values.length}"/>${points.join('')}</c:numCache>`;
}

function axes(chart: Chart): string {
  const main = chart.bars[0] ?? chart.lines[0];
  const format = main?.format ?? 'General';
  const first = categoryAxis(chart) + valueAxis(chart, format);
  return chart.linesApart && chart.lines[0] ? first + secondAxes(chart.lines[0].format) : first;
}

function categoryAxis({ lying, categories, namesBreak }: Chart): string {
  const scaling = `<c:scaling><c:orientation val="${lying ? 'maxMin' : 'minMax'}"/></c:scaling>`;
  const turned = namesBreak ? 0 : !lying && categories.values.length > 10 ? TURNED : undefined;
  return `<c:catAx><c:axId val="${AXES.category}"/>${scaling}<c:delete val="0"/><c:axPos val="${lying ? 'l' : 'b'}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${text(900, turned)}<c:crossAx val="${AXES.value}"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`;
}

/** An axis of shares that come near to 100% ends there. */
function axisMax({ axisEnd }: Chart, format: string, most: number): string {
  if (axisEnd !== undefined) return `<c:max val="${axisEnd}"/>`;
  return format.endsWith('%') && most > 0.8 && most <= 1 ? '<c:max val="1"/>' : '';
}

/** The largest value that the main axis reaches to. */
function mostOf({ bars, lines, linesApart, axisEnd }: Chart): number {
  if (axisEnd !== undefined) return axisEnd;
  const shown = linesApart ? bars : [...bars, ...lines];
  return Math.max(...shown.flatMap(({ values }) => values.values.map((v) => v ?? 0)));
}

function valueAxis(chart: Chart, format: string): string {
  const { lying } = chart;
  const most = mostOf(chart);
  const grid = `<c:majorGridlines><c:spPr>${line(GREY, 9525)}</c:spPr></c:majorGridlines>`;
  const scaling = `<c:scaling><c:orientation val="minMax"/>${axisMax(chart, format, most)}<c:min val="0"/></c:scaling>`;
  const number = `<c:numFmt formatCode="${escapeXml(axisFormat(format, most))}" sourceLinked="0"/>`;
  return `<c:valAx><c:axId val="${AXES.value}"/>${scaling}<c:delete val="0"/><c:axPos val="${lying ? 't' : 'l'}"/>${grid}${number}<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${text(900)}<c:crossAx val="${AXES.category}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`;
}

function secondAxes(format: string): string {
  const scaling = '<c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>';
  const value = `<c:valAx><c:axId val="${AXES.secondValue}"/>${scaling}<c:delete val="0"/><c:axPos val="r"/><c:numFmt formatCode="${escapeXml(axisFormat(format, 1))}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${text(900)}<c:crossAx val="${AXES.secondCategory}"/><c:crosses val="max"/><c:crossBetween val="between"/></c:valAx>`;
  const category = `<c:catAx><c:axId val="${AXES.secondCategory}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="1"/><c:axPos val="b"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/><c:crossAx val="${AXES.secondValue}"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`;
  return value + category;
}

/**
 * `0.00%` on a bar is `0%` on an axis, but where its steps are less than 1%: of the shares of a first
 * month all of them would be `0%`.
 */
function axisFormat(format: string, most: number): string {
  const isSmall = format.endsWith('%') && most < SMALL_SHARE;
  return isSmall
    ? format.replace(/\.0+/, most < SMALL_SHARE / 10 ? '.00' : '.0')
    : format.replace(/\.0+/, '');
}

const SMALL_SHARE = 0.05;

function legend({ bars, lines }: Chart): string {
  if (bars.length + lines.length < 2) return '';
  return `<c:legend><c:legendPos val="b"/><c:layout/><c:overlay val="0"/>${text(900)}</c:legend>`;
}
