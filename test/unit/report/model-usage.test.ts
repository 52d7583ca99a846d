import { describe, expect, it } from 'vitest';
import { buildReport } from '../../../src/report/build-report.ts';
import { formatReportHtml } from '../../../src/report/format-report-html.ts';
import { formatReportJson } from '../../../src/report/format-report-json.ts';
import { formatReportText } from '../../../src/report/format-report-text.ts';
import type { StepUsage } from '../../../src/report/step-record.ts';
import { makeRecord } from './make-record.ts';

const usage = (fields: Partial<StepUsage>): { readonly usage: StepUsage } => ({
  usage: { model: 'llama3.1:8b', requests: 1, connections: 1, promptTokens: 800, answerTokens: 100, ...fields },
});

/** An outline in 4 s, then two scripts side by side in 5 s, one of which had to be asked for twice. */
const records = [
  makeRecord('prepareRun', null, [0, 0, 1_000]),
  makeRecord('writeOutline', null, [1_000, 1_000, 5_000], usage({ answerTokens: 600 })),
  makeRecord('writeSlide', 1, [5_000, 6_000, 9_000], usage({ answerTokens: 300 })),
  makeRecord('writeSlide', 2, [5_000, 6_000, 11_000], usage({ requests: 2, promptTokens: 2_720, answerTokens: 700 })),
  makeRecord('writeSlide', 3, [5_000, 5_000, 5_100], { cached: true }),
];
const closed = { startedAtMs: 0, closedAtMs: 11_000, nowMs: 99_000 };
const report = buildReport({ ...closed, records });

describe('what a model was asked', () => {
  it('is added up by stage, with the rate of all answers together, since they are written side by side', () => {
    const rows = report.stages.flatMap(({ model_usage, name }) =>
      model_usage === null ? [] : [{ name, model_usage }],
    );
    expect(rows).toEqual([
      {
        name: 'Generate Outline',
        model_usage: {
          requests: 1,
          connections: 1,
          prompt_tokens: 800,
          answer_tokens: 600,
          answer_tokens_per_second: 150,
        },
      },
      {
        name: 'Generate Script',
        model_usage: {
          requests: 3,
          connections: 2,
          prompt_tokens: 3_520,
          answer_tokens: 1_000,
          answer_tokens_per_second: 200,
        },
      },
    ]);
  });

  it('is added up for the run, whose rate leaves out the time in which nothing was asked', () => {
    expect(report.model_usage).toEqual({
      model: 'llama3.1:8b',
      requests: 4,
      connections: 3,
      prompt_tokens: 4_320,
      answer_tokens: 1_600,
      answer_tokens_per_second: 177.8,
    });
    expect(JSON.parse(formatReportJson(report))).toHaveProperty('model_usage', report.model_usage);
  });

  it('has no rate where the clock shows no time, and is null where no model was asked', () => {
    const instant = [makeRecord('writeOutline', null, [5, 5, 5], usage({}))];
    expect(buildReport({ ...closed, records: instant }).model_usage).toMatchObject({ answer_tokens_per_second: null });
    const without = buildReport({ ...closed, records: records.map((record) => ({ ...record, usage: null })) });
    expect([without.model_usage, ...without.stages.map((row) => row.model_usage)]).toEqual(Array(13).fill(null));
    expect(formatReportText(without)).not.toContain('Model');
    expect(formatReportHtml(without, 'Tides')).not.toContain('Language model');
  });

  it('ends the table that people read, in one line of at most 80 columns', () => {
    const text = formatReportText(report);
    expect(text).toMatch(
      /\n\nModel: llama3\.1:8b\n {2}4 requests over 3 connections, 4,320 tokens read, 1,600 written\n$/,
    );
    const many = { requests: 2_100, connections: 100, promptTokens: 9_876_543, answerTokens: 1_234_567 };
    const large = buildReport({ ...closed, records: [makeRecord('writeOutline', null, [0, 0, 9_000], usage(many))] });
    expect(
      Math.max(
        ...formatReportText(large)
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(80);
  });

  it('leaves the connections out where those of the run before still served, instead of telling of none', () => {
    const kept = records.map((record) => ({ ...record, usage: record.usage && { ...record.usage, connections: 0 } }));
    expect(formatReportText(buildReport({ ...closed, records: kept }))).toContain('\n  4 requests, 4,320 tokens read');
  });

  it('names no model where history does not tell which it was', () => {
    const unnamed = records.map((record) => ({ ...record, usage: record.usage && { ...record.usage, model: null } }));
    expect(formatReportText(buildReport({ ...closed, records: unnamed }))).toContain('\nModel:\n  4 requests');
  });

  it('has a table of its own in the page, with the name of the model as text', () => {
    const odd = records.map((record) => ({ ...record, usage: record.usage && { ...record.usage, model: '<b>' } }));
    const html = formatReportHtml(buildReport({ ...closed, records: odd }), 'Tides');
    expect(html).toContain('&lt;b&gt;: 4 requests over 3 connections, 4,320 tokens read, 1,600 written.');
    expect(html).toContain('<td data-head="Tokens written">1,000</td><td data-head="Written a second">200</td>');
    expect(html).not.toContain('<b>');
  });
});
