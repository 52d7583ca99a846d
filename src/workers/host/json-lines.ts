import type { Socket } from 'node:net';

/** No message of ours comes near it; a stranger who sends more is cut off. */
const MAX_LINE_CHARS = 4_096;

/** Calls `onValue` for each line of JSON that arrives; anything else ends the connection. */
export function readJsonLines(socket: Socket, onValue: (value: unknown) => void): void {
  let rest = '';
  socket.setEncoding('utf8');
  socket.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const value = parseLine(line);
      if (value === undefined) {
        socket.destroy();
        return;
      }
      onValue(value);
    }
    if (rest.length > MAX_LINE_CHARS) socket.destroy();
  });
}

export function writeJsonLine(socket: Socket, value: object): void {
  if (!socket.destroyed) socket.write(`${JSON.stringify(value)}\n`);
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
