import { createHash } from 'node:crypto';
import { constants, copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { activityInfo } from '@temporalio/activity';
import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import { getJson } from '../artifacts/json-artifacts.ts';
import { type PublishedFile, publishFolder } from '../artifacts/publish-folder.ts';
import { keepRunRecord } from '../artifacts/run-records.ts';
import type { Activities, PublishInput } from '../contract/activities.ts';
import type { ArtifactRef } from '../contract/artifact-ref.ts';
import type { PresentationResult } from '../contract/result.ts';
import { RUN_RECORD_FORMAT } from '../contract/schemas/run-record.ts';
import { type Timeline, timelineSchema } from '../contract/schemas/timeline.ts';
import type { Warning } from '../contract/step-result.ts';
import { toSlideTimings } from '../narration/to-slide-timings.ts';
import { buildReport, type RunReport } from '../report/build-report.ts';
import { formatReportHtml } from '../report/format-report-html.ts';
import { formatReportJson } from '../report/format-report-json.ts';
import { formatReportText } from '../report/format-report-text.ts';
import { formatWriterLine } from '../report/format-writer-line.ts';
import { settlePublish } from '../report/settle-publish.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { formatJson } from './format-json.ts';
import { formatReferenceNotes } from './format-reference-notes.ts';
import { describeCredits, describePictures, describeSpokenText, describeWriting } from './published-texts.ts';
import { defineActivity, type StepScope } from './run-activity.ts';

/** Publish: lays the project's folder from what the run made. It always runs, since a folder is no artifact. */
export function createPublishActivities(deps: ActivityDeps): Pick<Activities, 'publish'> {
  return {
    publish: defineActivity(deps.store, {
      name: 'publish',
      ingredients: null,
      run: (input, scope) => publish(deps, input, scope),
    }),
  };
}

async function publish(deps: ActivityDeps, input: PublishInput, { signal }: StepScope) {
  const { store } = deps;
  const { choices, lecture, plan } = input;
  const run = runOfThisActivity();
  const history = await deps.readHistory(run, signal);
  const report = buildReport({ ...history, nowMs: Date.now() });
  const timeline = await getJson(store, lecture.timings.timeline, timelineSchema);

  const files = [...(await lectureFiles(store, input, timeline)), ...reportFiles(report, input)];
  const { folder, editedFolder } = await publishFolder(
    { outputFolder: deps.outputFolder, project: plan.project, files, now: () => new Date() },
    signal,
  );
  const warnings: Warning[] =
    editedFolder === null
      ? []
      : [
          {
            code: 'EDITED_FILES_KEPT',
            message: `Files that were changed by hand in the last output are kept in ${editedFolder}.`,
          },
        ];
  await keepRunRecord(store, {
    format: RUN_RECORD_FORMAT,
    ...input.run,
    plan,
    choices,
    warnings: input.warnings,
    lecture,
  });
  const path = (name: string) => join(folder, name);
  const value: PresentationResult = {
    status: 'ok',
    workflow_id: run.workflowId,
    run_id: run.runId,
    project: plan.project,
    project_dir: folder,
    presentation_title: lecture.title,
    slide_count: lecture.slides.length,
    page_count: lecture.timings.pageCount,
    image_count: lecture.slides.filter(({ picture }) => picture !== null).length,
    pptx_path: path('presentation.pptx'),
    audio_path: path('narration.mp3'),
    video_path: lecture.video === null ? null : path('presentation.mp4'),
    captions_srt_path: path('captions.srt'),
    captions_vtt_path: path('captions.vtt'),
    narration_path: path('narration.txt'),
    slide_timings_path: path('slide_timings.json'),
    report_path: path('report.html'),
    duration_sec: Number((timeline.totalSamples / timeline.sampleRateHz).toFixed(3)),
    language: plan.language,
    writer: choices.writer.writer,
    model: choices.writer.model,
    speech: choices.voice.engine,
    voice: choices.voice.voice,
    warnings: [...input.warnings, ...warnings],
    stages: report.stages,
    total_seconds: report.total_seconds,
  };
  return { value, warnings };
}

async function lectureFiles(store: ArtifactStore, input: PublishInput, timeline: Timeline): Promise<PublishedFile[]> {
  const { slides, deck, narration, timings, video } = input.lecture;
  const spoken = await describeSpokenText(store, slides);
  const pictures = await describePictures(store, slides);
  const writing = await describeWriting(store, input.lecture);
  return [
    artifactFile(store, 'presentation.pptx', deck),
    artifactFile(store, 'narration.mp3', narration.mp3),
    ...(video === null ? [] : [artifactFile(store, 'presentation.mp4', video)]),
    artifactFile(store, 'captions.srt', timings.srt),
    artifactFile(store, 'captions.vtt', timings.vtt),
    ...slides
      .flatMap(({ pagePictures }) => pagePictures)
      .map((picture, index) => artifactFile(store, `slides/slide-${String(index + 1).padStart(2, '0')}.png`, picture)),
    textFile('narration.txt', spoken.narration),
    textFile('narration_tagged.txt', spoken.tagged),
    textFile('outline.json', writing.outline),
    textFile('script.json', writing.script),
    textFile('segments.json', spoken.segments),
    textFile('slide_timings.json', formatJson(toSlideTimings(timeline))),
    textFile('images_metadata.json', pictures.metadata),
    textFile('credits.md', await describeCredits(store, input, pictures.credits)),
  ];
}

function reportFiles(
  report: RunReport,
  { choices, plan, lecture: { title }, warnings }: PublishInput,
): PublishedFile[] {
  const settled = settlePublish(report);
  const lines = [
    'Publish counts until it wrote this report.',
    formatWriterLine(choices.writer),
    ...formatReferenceNotes(plan.references, 'en'),
    ...warnings.map(({ message }) => `! ${message}`),
  ];
  return [
    textFile('report.json', formatReportJson(report)),
    textFile('report.txt', `${formatReportText(settled)}\n${lines.join('\n')}\n`),
    textFile('report.html', formatReportHtml(settled, title)),
  ];
}

function artifactFile(store: ArtifactStore, name: string, ref: ArtifactRef): PublishedFile {
  return {
    name,
    sha256: ref.sha256,
    writeTo: async (path) => copyFile(await store.pathOf(ref), path, constants.COPYFILE_FICLONE),
  };
}

function textFile(name: string, text: string): PublishedFile {
  return { name, sha256: createHash('sha256').update(text).digest('hex'), writeTo: (path) => writeFile(path, text) };
}

function runOfThisActivity(): { workflowId: string; runId: string } {
  const { workflowExecution } = activityInfo();
  if (workflowExecution === undefined) throw new TypeError('publish runs inside a workflow only');
  return workflowExecution;
}
