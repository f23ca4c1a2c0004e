import { crowded } from './crowded.ts';
import { documented } from './documented.ts';
import { everyJson } from './everyJson.ts';
import { everything } from './everything.ts';
import { languages } from './languages.ts';
import { oddities } from './oddities.ts';
import { shopCustomers } from './shopCustomers.ts';

/** The profiles that an emulator starts with, as JSON text of an array. All but Gladly's own are invented. */
export const seedProfiles: string = `[${[
  ...documented,
  everything,
  crowded,
  ...languages,
  everyJson,
  ...oddities,
  ...shopCustomers,
].join(',\n')}]`;
