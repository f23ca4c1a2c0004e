import { sendEdits } from '#src/customer/attributes/editing/sendEdits.ts';
import { expect, it } from 'vitest';
import { createCustomerApi } from '#src/customer/api.ts';
import { createWorld } from '#src/dev/createWorld.ts';

const nested = `${'{"deeper":['.repeat(25)}1.0${']}'.repeat(25)}`;
const megabyte = JSON.stringify('ä"\\\n'.repeat(160_000));

it.each(['replace', 'merge'] as const)(
  'leaves 50 levels, a megabyte and 5,000 attributes as they are while another is edited (%s)',
  async (customAttributes) => {
    const many = Array.from({ length: 5_000 }, (_, index) => `"key ${index}":${index}.0`);
    const world = createWorld({
      rateLimit: false,
      customAttributes,
      profiles: `[{"id":"big","customAttributes":{"nested":${nested},"megabyte":${megabyte},"edited":1,${many.join(',')}}}]`,
    });
    const { control } = world.emulator;
    const before = control.attributes('big');
    const api = createCustomerApi(world.fetch);
    const { results } = await sendEdits(api, 'big', [{ key: 'edited', from: '1', to: '2' }]);
    expect(results).toEqual([{ key: 'edited', outcome: 'saved' }]);
    expect(control.attributes('big')).toEqual(
      before.map(([key, json]) => [key, key === 'edited' ? '2' : json]),
    );
  },
);
