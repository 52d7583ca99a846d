import { type Command, Option } from 'commander';
import { describeRun } from '../jobs/describe-run.ts';
import { runNotFound } from '../jobs/find-run.ts';
import { buildReport } from '../report/build-report.ts';
import { formatReportHtml } from '../report/format-report-html.ts';
import { formatReportJson } from '../report/format-report-json.ts';
import { formatReportText } from '../report/format-report-text.ts';
import type { CliContext } from './cli-context.ts';
import { type CommandOutput, type SessionParts, withKnownRuns } from './with-session.ts';

interface ReportOptions {
  readonly json?: boolean;
  readonly html?: boolean;
}

/** Adds `report`: where the time of a run went, from its history; for open runs up to now. */
export function addReportCommand(program: Command, context: CliContext): void {
  program
    .command('report')
    .description('show where the time of a run went')
    .argument('<id>', 'project or workflow id')
    .addOption(new Option('--json', 'print one JSON object on stdout').conflicts('html'))
    .option('--html', 'print an HTML page with a Gantt picture on stdout')
    .action((id: string, options: ReportOptions) =>
      withKnownRuns(context, {
        purpose: 'look',
        work: (parts) => report(id, options, parts),
        noRuns: () => {
          throw runNotFound(id);
        },
      }),
    );
}

async function report(id: string, options: ReportOptions, { context, held }: SessionParts): Promise<CommandOutput> {
  const snapshot = await describeRun(held.session().client, id, context.signal);
  const built = buildReport({ ...snapshot, nowMs: context.nowMs() });
  if (options.html)
    return { stdout: formatReportHtml(built, snapshot.title ?? snapshot.project ?? snapshot.workflowId) };
  return { stdout: options.json ? formatReportJson(built) : formatReportText(built) };
}
