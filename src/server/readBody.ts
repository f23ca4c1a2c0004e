import { maxBodyBytes } from '#src/contract/edits.ts';
import { ApiProblem } from './ApiProblem.ts';

interface BodyLimits {
  /** The content type that the address takes. */
  type?: string;
  maxBytes?: number;
  /** How long the sender may take for the whole body. */
  timeoutMs?: number;
}

function tooLarge(maxBytes: number): ApiProblem {
  return new ApiProblem(
    'too_large',
    `A request may have ${maxBytes.toLocaleString('en')} bytes here. Send less at a time.`,
  );
}

/** Who sends a byte a minute would hold a connection for hours, so the reading ends after `timeoutMs`. */
async function readBytes(
  body: ReadableStream<Uint8Array>,
  { maxBytes, timeoutMs }: Required<Omit<BodyLimits, 'type'>>,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let isLate = false;
  const reader = body.getReader();
  const timer = setTimeout(() => {
    isLate = true;
    void reader.cancel();
  }, timeoutMs);
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw new ApiProblem('bad_request', 'The body did not arrive whole.');
      });
      if (isLate) throw new ApiProblem('bad_request', 'The body did not arrive in time.');
      if (done) break;
      size += value.byteLength;
      if (size > maxBytes) {
        void reader.cancel();
        throw tooLarge(maxBytes);
      }
      chunks.push(value);
    }
  } finally {
    clearTimeout(timer);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

/**
 * The body of a request as text: JSON with edits, unless the limits say otherwise. Refuses another content type,
 * too many bytes, a sender who takes too long, and invalid UTF-8.
 */
export async function readBody(request: Request, limits: BodyLimits = {}): Promise<string> {
  const { type = 'application/json', maxBytes = maxBodyBytes, timeoutMs = 60_000 } = limits;
  const given = request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (given !== type)
    throw new ApiProblem('bad_request', `Send the body as ${type}.`, { status: 415 });
  if (Number(request.headers.get('Content-Length') ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const bytes = request.body
    ? await readBytes(request.body, { maxBytes, timeoutMs })
    : new Uint8Array();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ApiProblem('bad_request', 'The body is not valid UTF-8.');
  }
}
