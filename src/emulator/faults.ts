/** Which requests a fault meets. */
export type Target = {
  method?: string;
  /** Tried on the path with its query. */
  path?: RegExp;
  /** How many requests it spoils; 1 when left out. */
  times?: number;
  /** How many matching requests pass first. */
  skip?: number;
  /** The request takes effect before its answer is spoiled. */
  applied?: boolean;
};

type Spoiling =
  | { kind: 'status'; status: number; headers?: Readonly<Record<string, string>>; body?: string }
  | { kind: 'delay'; ms: number }
  /** Delayed until this has come to an end. */
  | { kind: 'hold'; until: Promise<unknown> }
  | { kind: 'truncate' }
  | { kind: 'garbage'; body: string; contentType?: string }
  | { kind: 'cut' }
  /** The caller hears nothing more, and the request takes effect at the next {@link Faults.arrive}. */
  | { kind: 'late' };

export type Fault = Target & Spoiling;

export type Faults = {
  add(fault: Fault): void;
  clear(): void;
  /** The fault that this request meets, if any. Asking uses it up. */
  take(method: string, path: string): Fault | undefined;
  /** Keeps what takes effect later. */
  delay(effect: () => Promise<unknown>): void;
  /** Lets everything that is late take effect, in its order. */
  arrive(): Promise<void>;
};

/** Faults that wait for their request; of several that match, the first in line is met. */
export function createFaults(): Faults {
  let waiting: { fault: Fault; skip: number; times: number }[] = [];
  const late: (() => Promise<unknown>)[] = [];
  return {
    delay: (effect) => void late.push(effect),
    async arrive() {
      for (const effect of late.splice(0)) await effect();
    },
    add: (fault) => void waiting.push({ fault, skip: fault.skip ?? 0, times: fault.times ?? 1 }),
    clear: () => void (waiting = []),
    take(method, path) {
      for (const entry of waiting) {
        const { fault } = entry;
        if (fault.method !== undefined && fault.method.toUpperCase() !== method) continue;
        // `search` ignores the position that a `g` or `y` expression keeps from its last use.
        if (fault.path !== undefined && path.search(fault.path) < 0) continue;
        if (entry.skip > 0) {
          entry.skip -= 1;
          continue;
        }
        entry.times -= 1;
        if (entry.times <= 0) waiting = waiting.filter((other) => other !== entry);
        return fault;
      }
      return undefined;
    },
  };
}

/** The spoiled answer. `answer` makes the sound one, with the effects that it has, for which `delay` finds a later time. */
export async function spoiled(
  fault: Fault,
  signal: AbortSignal,
  answer: () => Promise<Response>,
  { delay }: Pick<Faults, 'delay'>,
): Promise<Response> {
  if (fault.kind === 'late') delay(answer);
  if (fault.kind === 'truncate') return truncated(await answer());
  if (fault.kind === 'delay' || fault.kind === 'hold') {
    const early = fault.applied === true ? await answer() : undefined;
    await waited(fault, signal);
    return early ?? answer();
  }
  if (fault.applied === true) await answer();
  switch (fault.kind) {
    case 'cut':
    case 'late':
      throw new TypeError('fetch failed');
    case 'garbage': {
      const contentType = fault.contentType ?? 'application/json';
      return new Response(fault.body, { headers: { 'Content-Type': contentType } });
    }
    case 'status': {
      const { status, headers = {}, body = null } = fault;
      const type = body === null ? {} : { 'Content-Type': 'application/json' };
      return new Response(body, { status, headers: { ...type, ...headers } });
    }
  }
}

async function truncated(whole: Response): Promise<Response> {
  const text = await whole.text();
  const half = text === '' ? null : text.slice(0, Math.floor(text.length / 2));
  return new Response(half, { status: whole.status, headers: whole.headers });
}

/** Until a fault's delay is over, or at once an error when the caller gives up. */
const waited = (delay: { ms: number } | { until: Promise<unknown> }, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const end = () => {
      signal.removeEventListener('abort', stop);
      resolve();
    };
    const timer = 'ms' in delay ? setTimeout(end, delay.ms) : undefined;
    if ('until' in delay) void delay.until.then(end, end);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
  });
