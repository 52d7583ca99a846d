/** Returns the lines that tell how a run that waits at its gate goes on. Commands stand on lines of their own, to be copied. */
export function describeApproval(run: {
  readonly project: string | null;
  readonly workflowId: string;
}): readonly string[] {
  const name = run.project ?? run.workflowId;
  return [
    'Waiting for your approval of the outline:',
    `  lectra approve ${name}`,
    'or, to change it first:',
    `  lectra approve ${name} --print > outline.json`,
    `  lectra approve ${name} --outline outline.json`,
  ];
}
