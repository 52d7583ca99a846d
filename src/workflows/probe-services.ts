import { ApplicationFailure } from '@temporalio/workflow';
import { ERROR_CODES } from '../contract/error-codes.ts';
import type { RunChoices, RunPlan } from '../contract/plan.ts';
import type { RunJournal } from './run-journal.ts';
import type { RunStep } from './run-step.ts';
import { isNobodyThere } from './step-failure.ts';

/** Asks once, at the same time, which writer, voice and picture providers this run can use. */
export async function probeServices(
  plan: RunPlan,
  runStep: RunStep,
  journal: Pick<RunJournal, 'warn'>,
): Promise<RunChoices> {
  const [writer, voice, pictures] = await Promise.all([
    orWhenNobodyIsThere(() => writeWithoutModels(plan, journal), runStep('probeWriter', { plan })),
    orWhenNobodyIsThere(() => null, runStep('probeVoice', { plan })),
    orWhenNobodyIsThere(() => ({ providers: [] }), runStep('probePictures', { plan })),
  ]);
  return {
    writer: writer ?? plan.embeddedWriter ?? refuseTopicAlone(),
    voice: voice ?? plan.embeddedVoice ?? refuse('ENGINE_MISSING', 'No speech engine is installed.'),
    pictures,
  };
}

/** A writer that was asked for by name is never replaced, and nobody gets another one without being told. */
function writeWithoutModels({ embeddedWriter, wanted }: RunPlan, journal: Pick<RunJournal, 'warn'>): null {
  if (wanted.writer === 'extractive') return null;
  if (wanted.writer !== 'auto') {
    const message = `No worker that could ask the writer "${wanted.writer}" is there.`;
    refuse('WRITER_UNAVAILABLE', message, 'Start one with `lectra worker --role gpu`, or leave out --writer.');
  }
  if (embeddedWriter !== null) {
    const message = 'No worker that could ask a model is there, so the writer that needs none was asked.';
    journal.warn([{ code: 'WRITER_REPLACED', message }]);
  }
  return null;
}

/** A worker that is there and finds no model says so itself. */
function refuseTopicAlone(): never {
  const message = 'No worker that could ask a model is there, and a topic alone needs one.';
  return refuse('WRITER_UNAVAILABLE', message, 'Start one with `lectra worker --role gpu`, or give a document.');
}

async function orWhenNobodyIsThere<T>(fallback: () => T, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (isNobodyThere(error)) return fallback();
    throw error;
  }
}

function refuse(
  code: 'WRITER_UNAVAILABLE' | 'ENGINE_MISSING',
  message: string,
  advice: string = ERROR_CODES[code].hint,
): never {
  throw ApplicationFailure.create({
    message: `Prepare: ${message} ${advice}`,
    type: code,
    nonRetryable: true,
  });
}
