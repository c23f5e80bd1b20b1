import type { DataBar, Sheet } from './model.js';
import { rangeText } from './sheet.js';

const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const XM = 'http://schemas.microsoft.com/office/excel/2006/main';
/** A light grey: shows on paper and under the figure. */
const COLOR = 'FFD0D4DA';

/** Bars in the cells, as Excel 2007 reads them (ECMA-376 18.3.1.28). */
export function dataBarRules({ bars }: Sheet, sheet: number): string {
  return bars.map((bar, i) => rule(bar, i, sheet)).join('');
}

function rule({ range, max }: DataBar, index: number, sheet: number): string {
  const id = `<ext xmlns:x14="${X14}" uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}"><x14:id>${guid(sheet, index)}</x14:id></ext>`;
  const scale = `<cfvo type="num" val="0"/><cfvo type="num" val="${max}"/><color rgb="${COLOR}"/>`;
  return `<conditionalFormatting sqref="${rangeText(range)}"><cfRule type="dataBar" priority="${index + 1}"><dataBar>${scale}</dataBar><extLst>${id}</extLst></cfRule></conditionalFormatting>`;
}

/** The same bars for Excel 2010 and later: one colour, from zero to the largest. */
export function dataBarExtension({ bars }: Sheet, sheet: number): string {
  if (bars.length === 0) return '';
  const items = bars.map((bar, i) => extension(bar, i, sheet)).join('');
  return `<extLst><ext xmlns:x14="${X14}" uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings>${items}</x14:conditionalFormattings></ext></extLst>`;
}

function extension({ range, max }: DataBar, index: number, sheet: number): string {
  const number = (n: number) => `<x14:cfvo type="num"><xm:f>${n}</xm:f></x14:cfvo>`;
  const bar = `<x14:dataBar minLength="0" maxLength="100" gradient="0">${number(0)}${number(max)}<x14:negativeFillColor rgb="FFFF0000"/><x14:axisColor rgb="FF000000"/></x14:dataBar>`;
  return `<x14:conditionalFormatting xmlns:xm="${XM}"><x14:cfRule type="dataBar" id="${guid(sheet, index)}">${bar}</x14:cfRule><xm:sqref>${rangeText(range)}</xm:sqref></x14:conditionalFormatting>`;
}

/** Joins the two descriptions of a bar; made from its place, so that bytes stay the same. */
function guid(sheet: number, index: number): string {
  const hex = (n: number, width: number) => n.toString(16).toUpperCase().padStart(width, '0');
  return `{CCD50000-0000-4000-8000-${hex(sheet, 6)}${hex(index + 1, 6)}}`;
}
