// Where the time of a whole job on one core goes, by a sampling profile of itself: each
// sample belongs to the innermost frame of ours that says what was being done.
// phases.mjs SUBMISSIONS REGISTRY PERIOD OUT
import { existsSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { say } from './child.mjs';

const dist = new URL('../../dist/', import.meta.url);

/** The first that a frame's script lies in names the phase. */
const PHASES = Object.entries({
  reading: ['spreadsheet/', 'app/reading/', 'app/inputs/', 'app/read-all.js'],
  recognition: [
    'forms/sheet-reader.js',
    'forms/table/open-tables.js',
    ...['cells', 'header', 'lines', 'places', 'down'].map((name) => `forms/${name}/`),
  ],
  validation: ['forms/', 'rules/'],
  'roll-up': ['rollup/', 'history/', 'indicators/', 'app/run.js', 'app/summarise.js'],
  writing: ['reports/', 'messages/', 'app/output/', 'app/rollup.js'],
}).map(([phase, places]) => [phase, places.map(urlOf)]);

/** Where a file or folder of the program lies; one that is no more would hide a phase. */
function urlOf(place) {
  const url = new URL(place, dist);
  if (!existsSync(url)) throw new Error(`phases: there is no ${place}`);
  return url.href;
}

const [submissions, registry, period, out] = process.argv.slice(2);
const { expectShortRun } = await import('../../dist/app/engine.js');
expectShortRun();
const { rollup } = await import('../../dist/app/rollup.js');
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.setSamplingInterval', { interval: 500 });
await session.post('Profiler.start');
const start = performance.now();
await rollup({
  inputs: [submissions],
  registry,
  period,
  out,
  force: true,
  lang: 'vi',
  cwd: process.cwd(),
  threads: 1,
});
const milliseconds = performance.now() - start;
const { profile } = await session.post('Profiler.stop');
say(milliseconds, phases(profile));

/** Milliseconds by phase. */
function phases({ nodes, samples, timeDeltas }) {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((c) => [c, id])));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const known = new Map();
  const phaseOf = (id) => {
    if (id === undefined) return 'other';
    let phase = known.get(id);
    if (phase === undefined) {
      phase = ownPhase(byId.get(id).callFrame) ?? phaseOf(parents.get(id));
      known.set(id, phase);
    }
    return phase;
  };
  const sums = Object.fromEntries(
    [...PHASES.map(([name]) => name), 'collecting', 'other'].map((name) => [name, 0]),
  );
  samples.forEach((id, i) => {
    sums[phaseOf(id)] += timeDeltas[i] / 1000;
  });
  return sums;
}

function ownPhase({ functionName, url }) {
  if (functionName === '(garbage collector)') return 'collecting';
  return PHASES.find(([, places]) => places.some((place) => url.startsWith(place)))?.[0];
}
