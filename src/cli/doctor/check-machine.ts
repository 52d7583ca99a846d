import { constants } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { availableParallelism, totalmem } from 'node:os';
import { dirname } from 'node:path';
import type { Config } from '../../config/config.ts';
import { isNodeError } from '../../platform/is-node-error.ts';
import { type DoctorRow, okRow } from './doctor-row.ts';

const GIBIBYTE = 1_073_741_824;
/** The host and its service take about 0.5 GiB, drawing and encoding the rest. */
const NEEDED_MEMORY_BYTES = 2 * GIBIBYTE;
/** A lecture of 100 slides at 2160p with everything between. */
const NEEDED_DISK_BYTES = 2 * GIBIBYTE;
const NEEDED_NODE_MAJOR = 24;

/** Looks at Node, memory, disk and folders. */
export async function checkMachine(config: Config): Promise<readonly DoctorRow[]> {
  return [
    checkNode(process.versions.node),
    checkMemory(totalmem()),
    await checkFolder('Data folder', config.dataDir, 'LECTRA_DATA_DIR'),
    await checkFolder('Output folder', config.outputDir, 'LECTRA_OUTPUT_DIR'),
    await checkDisk(config.dataDir),
  ];
}

function checkNode(version: string): DoctorRow {
  if (Number(version.split('.')[0]) >= NEEDED_NODE_MAJOR) return okRow('Node', version);
  const needed = `${NEEDED_NODE_MAJOR} or newer`;
  return { name: 'Node', state: 'missing', found: version, needed, mend: 'npm ci' };
}

function checkMemory(totalBytes: number): DoctorRow {
  const found = `${toGibibytes(totalBytes)} GiB, ${availableParallelism()} cores`;
  if (totalBytes >= NEEDED_MEMORY_BYTES) return okRow('Memory', found);
  const needed = `${toGibibytes(NEEDED_MEMORY_BYTES)} GiB`;
  return { name: 'Memory', state: 'warning', found, needed, mend: 'Give the machine more memory' };
}

async function checkFolder(name: string, path: string, variable: string): Promise<DoctorRow> {
  const standing = await nearestExisting(path);
  try {
    await access(standing, constants.W_OK);
    return okRow(name, standing === path ? path : `${path} (made when needed)`);
  } catch (error) {
    if (!isNodeError(error, 'EACCES', 'EROFS', 'EPERM')) throw error;
    const mend = `export ${variable}=<a folder of yours>`;
    return { name, state: 'missing', found: `${standing} is read-only`, needed: 'a folder to write to', mend };
  }
}

async function checkDisk(dataDir: string): Promise<DoctorRow> {
  const { bavail, bsize } = await statfs(await nearestExisting(dataDir));
  const freeBytes = bavail * bsize;
  const found = `${toGibibytes(freeBytes)} GiB free`;
  if (freeBytes >= NEEDED_DISK_BYTES) return okRow('Disk', found);
  const needed = `${toGibibytes(NEEDED_DISK_BYTES)} GiB`;
  return { name: 'Disk', state: 'warning', found, needed, mend: 'Free some space, or move LECTRA_DATA_DIR' };
}

async function nearestExisting(path: string): Promise<string> {
  try {
    await access(path);
    return path;
  } catch (error) {
    if (!isNodeError(error, 'ENOENT', 'ENOTDIR') || dirname(path) === path) return path;
    return nearestExisting(dirname(path));
  }
}

function toGibibytes(bytes: number): string {
  return (bytes / GIBIBYTE).toFixed(1);
}
