import type { CommandSpec, Context } from '../command.js';
import { ExitStatus } from '../exit-status.js';
import { AS_OF, FORMAT, PERIOD, REGISTRY } from '../flags.js';
import type { Action } from '../units/action.js';

/** `ccds units ACTION`: looks at, checks and builds the registry. */
export const units: CommandSpec = {
  name: 'units',
  usage: 'check|list|tree|diff|import|suggest|hamlets [...] [--registry DIR]',
  argument: { flags: '<ACTION...>', text: 'unitsAction' },
  options: [
    REGISTRY,
    AS_OF,
    PERIOD,
    FORMAT,
    { flags: '--out <FILE>', text: 'outFile' },
    { flags: '--force', text: 'forceFile' },
  ],
  async run(context) {
    const { ACTIONS } = await import('../units/index.js');
    const [name = '', ...words] = context.args;
    const action = ACTIONS.find((one) => one.name === name);
    if (action === undefined) return refuse(context, name, ACTIONS);
    const [least, most] = action.words;
    if (words.length >= least && words.length <= most) return action.run(context, words);
    const usage = `ccds units ${name} ${action.usage}`;
    await context.complain(context.messages.units.argumentsWrong({ action: name, usage }));
    return ExitStatus.Failed;
  },
};

async function refuse(
  { messages, complain }: Context,
  action: string,
  all: readonly Action[],
): Promise<ExitStatus> {
  const { distance } = await import('../../core/distance.js');
  const near = all.find(({ name }) => distance(name, action, 2) <= 2);
  const actions = all.map(({ name }) => name).join(', ');
  const suggestion = near === undefined ? {} : { suggestion: near.name };
  await complain(messages.units.actionUnknown({ action, actions, ...suggestion }));
  return ExitStatus.Failed;
}
