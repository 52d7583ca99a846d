import { Command } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { addApproveCommand } from './approve-command.ts';
import { addAttachCommand } from './attach-command.ts';
import { addCancelCommand } from './cancel-command.ts';
import type { CliContext, ConnectionFlags } from './cli-context.ts';
import { addDoctorCommand } from './doctor-command.ts';
import { addDownCommand } from './down-command.ts';
import { addGenerateCommand } from './generate-command.ts';
import { addListCommand } from './list-command.ts';
import { addReportCommand } from './report-command.ts';
import { addResumeCommand } from './resume-command.ts';
import { addStatusCommand } from './status-command.ts';
import { addTemporalCommand } from './temporal-command.ts';
import { addUpCommand } from './up-command.ts';
import { addWorkerCommand } from './worker-command.ts';

/** Creates the command line: every command with its options. Throws CommanderError instead of ending the process. */
export function createProgram(context: CliContext): Command {
  const program = new Command('lectra')
    .description(packageJson.description)
    .version(packageJson.version)
    .option(
      '--address <host:port>',
      'a Temporal service of your own (default: TEMPORAL_ADDRESS, else the embedded one)',
    )
    .option('--namespace <name>', 'namespace of that service')
    .option('--profile <name>', 'profile of temporal.toml')
    .exitOverride()
    .showHelpAfterError('`lectra --help` lists the commands, `lectra COMMAND --help` the options of one.')
    .configureOutput({
      writeOut: (text) => void context.stdout.write(text),
      writeErr: (text) => void context.stderr.write(text.replace(/^error: /, 'lectra: ')),
      getErrHelpWidth: context.columns,
      getOutHelpWidth: context.columns,
    });
  program.hook('preAction', () => context.useConnection(program.opts<ConnectionFlags>()));
  addGenerateCommand(program, context);
  addStatusCommand(program, context);
  addListCommand(program, context);
  addAttachCommand(program, context);
  addApproveCommand(program, context);
  addCancelCommand(program, context);
  addResumeCommand(program, context);
  addReportCommand(program, context);
  addUpCommand(program, context);
  addDownCommand(program, context);
  addWorkerCommand(program, context);
  addDoctorCommand(program, context);
  addTemporalCommand(program, context);
  return program;
}
