import * as z from 'zod/mini';
import { customerResource } from './customerResource.ts';

/** `npm run -s schema`: the Customer resource as JSON Schema 2020-12, and nothing else, on standard output. */
process.stdout.write(`${JSON.stringify(z.toJSONSchema(customerResource), null, 2)}\n`);
