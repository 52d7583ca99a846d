import type { RunModelUsage } from './build-report.ts';

/** Formats what a run asked of its model: "21 requests over 10 connections, 5,120 tokens read, 4,010 written". */
export function formatUsageLine({ answer_tokens, connections, prompt_tokens, requests }: RunModelUsage): string {
  const asked = count(requests, 'request');
  // A run right after another finds that one's connections still open.
  const over = connections === 0 ? '' : ` over ${count(connections, 'connection')}`;
  return `${asked}${over}, ${formatCount(prompt_tokens)} tokens read, ${formatCount(answer_tokens)} written`;
}

/** Formats a number as the report shows it: "5,120". */
export function formatCount(number: number): string {
  return number.toLocaleString('en-US');
}

const count = (number: number, noun: string): string => `${formatCount(number)} ${noun}${number === 1 ? '' : 's'}`;
