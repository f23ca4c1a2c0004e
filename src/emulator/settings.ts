type Permission = 'API User' | 'Compliance Admin';

/** How this organization of Gladly behaves where Gladly's documentation leaves room, or where brands differ. */
export type Settings = {
  agentEmail: string;
  apiToken: string;
  /** What the user of the token may do; deleting needs both. */
  permissions: readonly Permission[];
  /** Whether PATCH replaces `customAttributes` or merges it by top-level key. Not documented, so both exist. */
  customAttributes: 'replace' | 'merge';
  /** `scalars` refuses null, objects and arrays as attribute values. */
  attributeValues: 'any' | 'scalars';
  /** JSON text of an array of profiles; the built-in seeds when left out. */
  profiles: string;
  now: () => Date;
  /** Requests per second and HTTP method, for the whole organization. */
  rateLimit: number | false;
  /** How long find does not yet see a write. */
  indexLagMs: number;
  /** Gladly documents `errors` as an array, and shows an object in its examples of some customer errors. */
  errorsAs: 'array' | 'object';
  /** Whether the answer for a merged id has a `Location`. Not documented for profiles. */
  movedLocation: boolean;
  /** A Lookup Adaptor from before 2021-05-12: only then can `externalCustomerId` be set and searched. */
  legacyLookup: boolean;
};
