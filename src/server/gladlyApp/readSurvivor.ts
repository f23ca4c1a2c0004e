import type { Customer } from '#src/contract/customer.ts';
import { idPattern } from '#src/contract/paths.ts';
import type { GladlyClient } from '#src/gladly/client.ts';
import { GladlyError } from '#src/gladly/GladlyError.ts';
import { toCustomer } from '#src/gladly/toCustomer.ts';

/** Profiles that were merged into one that was merged, and so on: more is a circle. */
const mostMerges = 5;

/** The customer of an id, or the one that it was merged into. Throws as `getProfile` does. */
export async function readSurvivor(
  gladly: GladlyClient,
  id: string,
  merges = mostMerges,
): Promise<Customer> {
  try {
    return toCustomer(await gladly.getProfile(id));
  } catch (error) {
    const movedTo = error instanceof GladlyError ? error.fields.movedTo : undefined;
    if (movedTo === undefined || merges === 0 || !idPattern.test(movedTo)) throw error;
    return readSurvivor(gladly, movedTo, merges - 1);
  }
}
