import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { openArtifactStore } from '../artifacts/open-artifact-store.ts';
import { assertWritable } from '../jobs/assert-writable.ts';
import type { GivenSource } from '../jobs/read-source.ts';
import type { RequestWords } from '../jobs/resolve-request.ts';
import { type StartedRun, startRun } from '../jobs/start-run.ts';
import type { CliContext } from './cli-context.ts';
import { chooseOutputFolder, type FollowOptions, followStartedRun } from './follow-started-run.ts';
import type { HeldClient } from './held-client.ts';
import { type PreparedRequest, prepareRequest } from './prepare-request.ts';
import { withSession } from './with-session.ts';

interface GenerateOptions extends RequestWords, FollowOptions {
  readonly topic?: string;
}

/** Adds `generate`: a document or a topic in, a deck, a narration and a video out. */
export function addGenerateCommand(program: Command, context: CliContext): void {
  program
    .command('generate')
    .description('make a lecture of a document or a topic: deck, narration, captioned video')
    .argument('[document]', 'a file, the address of a page (https://…), - for standard input, or a topic in quotes')
    .option('--topic <words>', 'a topic, also where a file has that name')
    .option('--research', 'read up on the topic at Wikipedia first, and credit it')
    .option('--project <name>', 'name of the run and of its folder (default: from the file name)')
    .option('--slides <count>', 'number of slides, 3 to 100 (default: what --minutes needs, else 10)')
    .option('--minutes <count>', 'how long the lecture should be, 1 to 60')
    .option('--audience <words>', 'for whom it is, such as "nurses in their first year"')
    .option('--tone <words>', 'how it should sound, such as "friendly, with everyday examples"')
    .option('--gate', 'wait after the outline until `lectra approve` lets the run go on')
    .option('--language <code>', 'language of the lecture (default: that of the document)')
    .option('--theme <name>', 'look of the slides (default: paper)')
    .option('--voice <name>', 'voice of the speech engine')
    .option('--speech <engine>', 'auto or espeak (default: auto)')
    .option('--rate <percent>', 'how much faster or slower to speak, -50 to 50')
    .option('--pitch <semitones>', 'how much higher or lower to speak, -6 to 6')
    .option('--images <count>', 'pictures to look at for each slide, 0 to 5; 0 draws all (default: 3)')
    .option('--writer <name>', 'auto, ollama, openai or extractive, which needs no model (default: auto)')
    .option('--model <name>', 'model of the writer, as its server calls it')
    .option('--variation <number>', 'another draft of the same: 1, 2 … have the model write anew (default: 0)')
    .option('--yes', 'download a missing model without asking')
    .option('--no-video', 'make no video')
    .option('--quality <lines>', '720p, 1080p, 1440p or 2160p (default: 1080p)')
    .option('--captions <kind>', 'track or none (default: track)')
    .option('--out <folder>', 'also lay the finished folder below this one')
    .addOption(new Option('--detach', 'print the id and leave; the run goes on').conflicts('out'))
    .option('--json', 'print one JSON object on stdout')
    .action((document: string | undefined, options: GenerateOptions) => generate(document, options, context));
}

async function generate(document: string | undefined, options: GenerateOptions, context: CliContext): Promise<void> {
  const prepared = await prepareRequest(document, options, context);
  const outputFolder = chooseOutputFolder(options, context);
  await assertWritable(outputFolder ?? context.config.outputDir, prepared.request.project);

  await withSession(context, async (parts) => {
    // From here on a Ctrl-C cancels: a start that is cut off could leave a run that nobody knows of.
    const run = await putAndStart(prepared, parts.held, context);
    return followStartedRun(run, options, parts, (prepared.request.variation ?? 0) + 1);
  });
}

async function putAndStart(prepared: PreparedRequest, held: HeldClient, context: CliContext): Promise<StartedRun> {
  const { request, source } = prepared;
  const named = source === null ? request : { ...request, source: await putSource(source, context) };
  context.signal.throwIfAborted();
  const { client, taskQueue } = held.session();
  return startRun({ client, taskQueue, request: named }, context.forceSignal);
}

async function putSource({ bytes, mediaType, name }: GivenSource, { config }: CliContext) {
  const store = await openArtifactStore({ folder: join(config.dataDir, 'artifacts') });
  return { artifact: await store.put(bytes, mediaType), name };
}
