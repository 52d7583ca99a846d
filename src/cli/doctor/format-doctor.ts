import type { Config } from '../../config/config.ts';
import { SETTING_ROWS, settingsSchema } from '../../config/settings.ts';
import type { DoctorRow } from './doctor-row.ts';

const MARKS: Readonly<Record<DoctorRow['state'], string>> = { ok: 'ok', warning: '!', missing: 'x' };

/** Returns the rows as a list for people: what was found, and under a row that is not well what to do. */
export function formatDoctor(rows: readonly DoctorRow[], config: Config | null): string {
  const nameWidth = Math.max(...rows.map((row) => row.name.length));
  const lines = rows.flatMap((row) => {
    const line = `  ${MARKS[row.state].padEnd(2)}  ${row.name.padEnd(nameWidth)}  ${row.found}`;
    if (row.needed === null) return [line];
    const indent = ' '.repeat(nameWidth + 8);
    return [line, `${indent}needed: ${row.needed}`, ...(row.mend === null ? [] : [`${indent}mend:   ${row.mend}`])];
  });
  const missing = rows.filter((row) => row.state === 'missing').length;
  const end =
    missing === 0 ? 'Lectra can work.' : `${missing === 1 ? 'One thing is' : `${missing} things are`} missing.`;
  return [...lines, '', ...(config === null ? [] : [...formatSettings(config), '']), end, ''].join('\n');
}

function formatSettings(config: Config): readonly string[] {
  const keys = settingsSchema.keyof().options;
  const width = Math.max(...keys.map((key) => SETTING_ROWS[key].variable.length));
  return [
    'Settings',
    ...keys.map((key) => {
      const value = config[key];
      const shown =
        value === null || value === '' || (Array.isArray(value) && value.length === 0) ? '-' : String(value);
      return `  ${SETTING_ROWS[key].variable.padEnd(width)}  ${shown}  (${SETTING_ROWS[key].purpose})`;
    }),
  ];
}
