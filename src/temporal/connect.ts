import { Client, Connection, isGrpcServiceError } from '@temporalio/client';
import { ProviderError } from '../contract/errors.ts';
import { listCauses } from '../platform/list-causes.ts';
import { connectionOptionsOf, type TemporalTarget } from './temporal-target.ts';

const CONNECT_TIMEOUT_MS = 10_000;
/** https://grpc.io/docs/guides/status-codes/ */
const GRPC_NOT_FOUND = 5;
const GRPC_REFUSED: readonly number[] = [7, 16];

/** A client connection to a Temporal service. Close it when done. */
export interface TemporalConnection extends AsyncDisposable {
  readonly client: Client;
  readonly address: string;
  readonly namespace: string;
  /** Web UI, or null when none is known. */
  readonly uiUrl: string | null;
  readonly close: () => Promise<void>;
}

/**
 * Connects to a Temporal service and makes sure that the namespace is there.
 * Throws SERVICE_UNAVAILABLE or PROVIDER_REFUSED, both naming the address; waits at most 10 s, or `timeoutMs`.
 */
export async function connectTemporal(
  target: TemporalTarget,
  signal: AbortSignal,
  timeoutMs: number = CONNECT_TIMEOUT_MS,
): Promise<TemporalConnection> {
  signal.throwIfAborted();
  const { address, namespace, uiUrl } = target;
  const connection = Connection.lazy({ ...connectionOptionsOf(target), connectTimeout: timeoutMs });
  const close = () => connection.close();
  try {
    await connection.withAbortSignal(signal, () =>
      connection.withDeadline(Date.now() + timeoutMs, async () => {
        await connection.ensureConnected();
        await connection.workflowService.describeNamespace({ namespace });
      }),
    );
  } catch (error) {
    await close();
    signal.throwIfAborted();
    throw connectError(target, error);
  }
  const client = new Client({ connection, namespace });
  return { client, address, namespace, uiUrl, close, [Symbol.asyncDispose]: close };
}

function connectError(target: TemporalTarget, cause: unknown): ProviderError {
  // What `ensureConnected` meets is wrapped once more.
  const answer = listCauses(cause).find((each) => isGrpcServiceError(each));
  if (answer !== undefined && GRPC_REFUSED.includes(Number(answer.code))) {
    return new ProviderError(
      'PROVIDER_REFUSED',
      `The Temporal service at ${target.address} refuses access to the namespace "${target.namespace}" (${answer.details}). Correct TEMPORAL_API_KEY, TEMPORAL_NAMESPACE or the TLS settings.`,
      { provider: 'temporal' },
      { cause },
    );
  }
  const isMissingNamespace = Number(answer?.code) === GRPC_NOT_FOUND;
  const message = isMissingNamespace
    ? `The Temporal service at ${target.address} has no namespace "${target.namespace}". Create it, or give another one with TEMPORAL_NAMESPACE.`
    : `No Temporal service answers at ${target.address} (${cause instanceof Error ? cause.message : String(cause)}). ${wayOut(target)}`;
  return new ProviderError('SERVICE_UNAVAILABLE', message, { provider: 'temporal' }, { cause });
}

/** Only our own service comes with the address of its page; that one is nobody's to start by hand. */
function wayOut({ uiUrl }: TemporalTarget): string {
  if (uiUrl === null) return 'Start it, or give another --address.';
  return 'It is the one that Lectra starts itself: `lectra down --force` ends it, and the next command starts it anew.';
}
