import type { Config } from '../../config/config.ts';
import type { ModelMeasure } from '../../writing/inspect-ollama.ts';
import { type DoctorRow, okRow } from './doctor-row.ts';

/** A model as it was measured. */
export interface MeasuredModel extends ModelMeasure {
  readonly name: string;
  /** Calls that were made at once. */
  readonly calls: number;
}

/** Returns the rows of a model that was loaded and measured: where it runs, and how many slides it writes at once. */
export function describeMeasure(measured: MeasuredModel, config: Pick<Config, 'gpuSlots'>): readonly DoctorRow[] {
  return [describePlace(measured), describeSlots(measured, config.gpuSlots)];
}

function describePlace({ contextTokens, gpuShare, name, thinks }: MeasuredModel): DoctorRow {
  const facts = [
    placeOf(gpuShare),
    ...(contextTokens === null ? [] : [`context of ${contextTokens} tokens a call`]),
    thinks ? 'thinks before each answer' : 'does not think before answers',
  ];
  const row = okRow('Model that writes', `${name}: ${facts.join(', ')}`);
  if (gpuShare !== null && gpuShare < 0.99) {
    const mend = 'take a smaller model (LECTRA_MODEL) or a smaller context (LECTRA_CONTEXT_TOKENS)';
    return { ...row, state: 'warning', needed: 'a graphics card that holds all of it, for speed', mend };
  }
  if (!thinks) return row;
  const mend = 'ollama pull llama3.1:8b, and LECTRA_MODEL=llama3.1:8b';
  return { ...row, state: 'warning', needed: 'a model that can answer at once, for speed', mend };
}

function placeOf(gpuShare: number | null): string {
  if (gpuShare === null) return 'loaded';
  if (gpuShare >= 0.99) return 'on the graphics card';
  return gpuShare === 0 ? 'on the processor' : `${Math.round(100 * gpuShare)} % on the graphics card`;
}

function describeSlots({ calls, isSingleSlot, name, slots }: MeasuredModel, gpuSlots: number): DoctorRow {
  const label = 'Calls at once';
  const found = slots === calls ? `${slots} or more` : String(slots);
  if (slots >= Math.min(gpuSlots, calls)) return okRow(label, `${found} (LECTRA_GPU_SLOTS asks for ${gpuSlots})`);
  const needed = `${gpuSlots}, as LECTRA_GPU_SLOTS asks for`;
  const mend = isSingleSlot
    ? `take another model: Ollama serves the family of ${name} one call at a time; ollama pull llama3.1:8b`
    : `start the server of Ollama with OLLAMA_NUM_PARALLEL=${gpuSlots} in its environment (https://docs.ollama.com/faq)`;
  return { name: label, state: 'warning', found, needed, mend };
}
