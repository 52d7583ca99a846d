/** One thing that the doctor looked at. */
export interface DoctorRow {
  readonly name: string;
  /** `warning`: Lectra works, but something is worth knowing. */
  readonly state: 'ok' | 'warning' | 'missing';
  /** What was found. */
  readonly found: string;
  /** What is needed; null when all is well. */
  readonly needed: string | null;
  /** The command or step that mends it; null when all is well. */
  readonly mend: string | null;
}

export function okRow(name: string, found: string): DoctorRow {
  return { name, state: 'ok', found, needed: null, mend: null };
}
