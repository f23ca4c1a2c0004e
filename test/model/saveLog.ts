import type { Edit } from '#src/contract/edits.ts';

/** Attributes in their order, as JSON texts. */
export type Entries = readonly (readonly [string, string])[];

/** Where in a save something else can happen. Between its read and its write nothing does: see decision 004. */
export const gates = ['beforeRead', 'afterWrite', 'beforeAnswer'] as const;
export type Gate = (typeof gates)[number];

/** One save as the model saw it go through the servers. */
export class SaveLog {
  readonly agent: string;
  readonly kind: 'save' | 'undo';
  readonly #gates: Map<Gate, () => Promise<void>>;
  customerId = '';
  edits: readonly Edit[] = [];
  /** What each read of the profile really answered; undefined where the answer was spoiled. */
  readonly reads: (Entries | undefined)[] = [];
  readonly writes: { before: Entries; after: Entries }[] = [];
  /** From the fresh read to the write. */
  inWindow = false;
  /** Its agent was told what became of it: from then on nothing more may. */
  settled = false;
  /** Somebody else's change stood against it. */
  isConflict = false;
  /** Told once when the server begins with this save. */
  onBegun = () => {};

  constructor(
    agent: string,
    kind: 'save' | 'undo',
    interlude?: { at: Gate; act: () => Promise<void> },
  ) {
    this.agent = agent;
    this.kind = kind;
    this.#gates = new Map(interlude && [[interlude.at, interlude.act]]);
  }

  settle(): void {
    this.settled = true;
    this.inWindow = false;
  }

  async pass(gate: Gate): Promise<void> {
    const act = this.#gates.get(gate);
    this.#gates.delete(gate);
    await act?.();
  }
}
