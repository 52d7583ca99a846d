import type { Command } from 'commander';
import type { Config } from '../config/config.ts';
import { settingsSchema } from '../config/settings.ts';
import { LectraError } from '../contract/errors.ts';
import type { CliContext } from './cli-context.ts';
import { checkMachine } from './doctor/check-machine.ts';
import { checkModels } from './doctor/check-models.ts';
import { checkTemporal } from './doctor/check-temporal.ts';
import { checkTools } from './doctor/check-tools.ts';
import type { DoctorRow } from './doctor/doctor-row.ts';
import { formatDoctor } from './doctor/format-doctor.ts';

/** Adds `doctor`: what is there, what is needed, and the command that mends it. Exit code 1 when something is missing. */
export function addDoctorCommand(program: Command, context: CliContext): void {
  program
    .command('doctor')
    .description('look at everything that Lectra needs and say what to do about what is missing')
    .option('--json', 'print one JSON object on stdout')
    .action(async (options: { readonly json?: boolean }) => {
      const { config, rows } = await examine(context);
      const isWell = rows.every((row) => row.state !== 'missing');
      const settings = config && pickSettings(config);
      context.stdout.write(
        options.json ? `${JSON.stringify({ ok: isWell, rows, settings })}\n` : formatDoctor(rows, config),
      );
      context.setExitCode(isWell ? 0 : 1);
    });
}

async function examine(context: CliContext): Promise<{ config: Config | null; rows: readonly DoctorRow[] }> {
  const settings = readSettings(context);
  if (settings.config === null) return { config: null, rows: [settings.row] };
  const { config } = settings;
  const parts = [
    await checkMachine(config),
    await checkTemporal(config, context.signal),
    await checkTools(config, context.signal),
    await checkModels(
      { config, nowMs: context.nowMs, say: (message) => void context.stderr.write(`${message}\n`) },
      context.signal,
    ),
  ];
  return { config, rows: [settings.row, ...parts.flat()] };
}

function readSettings(context: CliContext): { config: Config | null; row: DoctorRow } {
  const name = 'Settings';
  try {
    const { config } = context;
    return { config, row: { name, state: 'ok', found: 'all can be used', needed: null, mend: null } };
  } catch (error) {
    if (!(error instanceof LectraError)) throw error;
    const mend = 'Correct the setting, or unset it';
    return { config: null, row: { name, state: 'missing', found: error.message, needed: 'settings that fit', mend } };
  }
}

/** Without the connection profile, which may hold keys. */
function pickSettings(config: Config) {
  return Object.fromEntries(settingsSchema.keyof().options.map((key) => [key, config[key]]));
}
