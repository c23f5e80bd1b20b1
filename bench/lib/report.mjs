// Tables for people, and their place in the docs.
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';
import { fileURLToPath } from 'node:url';

const DOCS = new URL('../../docs/', import.meta.url);

/** @param {readonly string[]} head @param {readonly (readonly (string | number)[])[]} rows */
export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '--:'))), ...rows.map(line)].join(
    '\n',
  );
}

/** The machine, and how busy it was: numbers without it mean little. */
export function machine() {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return (
    `${availableParallelism()} cores (${cpu?.model.trim() || 'unknown model'}), ${memory} GB, ` +
    `${type()} ${release()}, Node ${process.version}; load when it began: ${loadavg()[0]?.toFixed(1)}`
  );
}

/**
 * Puts a section between its marks in a page of the docs, or prints it.
 * @param {{page: string, name: string, text: string, write: boolean}} section
 */
export function publish({ page, name, text, write }) {
  process.stdout.write(`${text}\n`);
  if (!write) return;
  const path = fileURLToPath(new URL(page, DOCS));
  const [begin, end] = [`<!-- bench ${name} -->`, `<!-- end ${name} -->`];
  const old = readFileSync(path, 'utf8');
  const [before, rest] = old.split(begin);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`${page} has no place for '${name}'`);
  writeFileSync(path, `${before}${begin}\n${text}\n${end}${after}`);
}
