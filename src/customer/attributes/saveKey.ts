/** The name under which the saves of a customer are known to React Query, which remembers them for this session. */
export const saveKey = (customerId: string) => ['save', customerId] as const;
