/** A use case as it can be called before its code is there. */
type Later<F> = F extends (...args: infer Args) => infer Result
  ? (...args: Args) => Promise<Awaited<Result>>
  : never;

/** Loads the module of a use case when that is first called for. */
function later<Module, Name extends keyof Module>(
  load: () => Promise<Module>,
  name: Name,
): Later<Module[Name]> {
  const call = async (...args: unknown[]) =>
    ((await load())[name] as (...args: unknown[]) => unknown)(...args);
  return call as Later<Module[Name]>;
}

const units = () => import('../app/units/index.js');
const inspect = () => import('../app/inspect.js');
const explain = () => import('../app/explain.js');

/** The use cases, each loaded where it is called for: a command waits for no other's code. */
export const APP = {
  units: {
    checkUnits: later(units, 'checkUnits'),
    listUnits: later(units, 'listUnits'),
    diffUnits: later(units, 'diffUnits'),
    importUnits: later(units, 'importUnits'),
    suggestUnits: later(units, 'suggestUnits'),
    hamletsFromSheets: later(units, 'hamletsFromSheets'),
    writeResult: later(units, 'writeResult'),
  },
  rollup: later(() => import('../app/rollup.js'), 'rollup'),
  validate: later(() => import('../app/validate.js'), 'validate'),
  template: later(() => import('../app/template.js'), 'template'),
  init: later(() => import('../app/init.js'), 'init'),
  status: later(() => import('../app/status.js'), 'status'),
  close: later(() => import('../app/close.js'), 'close'),
  trace: later(() => import('../app/trace.js'), 'trace'),
  inspectFile: later(inspect, 'inspectFile'),
  inspectSheet: later(inspect, 'inspectSheet'),
  explain: later(explain, 'explain'),
  describer: later(explain, 'describer'),
};

/** The use cases; a test hands in its own. */
export type App = typeof APP;

/** What a run came to, without the paths it was written to. */
export type Summary = Awaited<ReturnType<App['validate']>>['summary'];
