import { maxBodyBytes } from '#src/contract/edits.ts';
import { ApiProblem } from './ApiProblem.ts';

function tooLarge(): ApiProblem {
  return new ApiProblem(
    'too_large',
    `A request may have ${maxBodyBytes.toLocaleString('en')} bytes. Save fewer changes at a time.`,
  );
}

async function readBytes(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new ApiProblem('bad_request', 'The body did not arrive whole.');
    });
    if (done) break;
    size += value.byteLength;
    if (size > maxBodyBytes) {
      void reader.cancel();
      throw tooLarge();
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

/** The body of a JSON request as text. Refuses another content type, too many bytes and invalid UTF-8. */
export async function readBody(request: Request): Promise<string> {
  const type = request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json')
    throw new ApiProblem('bad_request', 'Send the edits as application/json.', { status: 415 });
  if (Number(request.headers.get('Content-Length') ?? 0) > maxBodyBytes) throw tooLarge();
  const bytes = request.body ? await readBytes(request.body) : new Uint8Array();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ApiProblem('bad_request', 'The body is not valid UTF-8.');
  }
}
