import { describe, expect, it } from 'vitest';
import { buildReport } from '../../../src/report/build-report.ts';
import { formatReportHtml } from '../../../src/report/format-report-html.ts';
import { formatReportText } from '../../../src/report/format-report-text.ts';
import { settlePublish } from '../../../src/report/settle-publish.ts';
import { makeRecord, makeRunning } from './make-record.ts';

const report = buildReport({
  startedAtMs: 0,
  closedAtMs: null,
  nowMs: 4_600,
  records: [makeRecord('assembleVideo', null, [0, 100, 4_000]), makeRunning('publish', null, 4_000, 4_100)],
});

describe('the report in the folder', () => {
  it('counts Publish until it wrote it, since nobody reads it while that runs', () => {
    const text = formatReportText(settlePublish(report));
    expect(text).toContain('    Publish                    0.50 s    0.50 s    0.10 s         1       0');
    expect(text).not.toContain('running');
    expect(formatReportHtml(settlePublish(report), 'Tides')).not.toContain('running');
  });

  it('calls any other stage running that is not over', () => {
    const open = buildReport({
      startedAtMs: 0,
      closedAtMs: null,
      nowMs: 4_600,
      records: [makeRunning('assembleVideo', null, 0, 100)],
    });
    expect(settlePublish(open)).toEqual(open);
  });
});
