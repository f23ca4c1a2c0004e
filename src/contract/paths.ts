/** An id as the routes take it: Gladly's are URL-safe and shorter than 50 characters (Gladly REST API, Customers). */
export const idPattern = /^[A-Za-z0-9_-]{1,49}$/;

export const paths = {
  customers: '/api/customers',
  customer: (id: string) => `/api/customers/${id}`,
  customAttributes: (id: string) => `/api/customers/${id}/custom-attributes`,
  attributeDefinitions: '/api/attribute-definitions',
  launch: '/api/launch',
  launchCode: '/api/launch/code',
} as const;

/** The three ways that Gladly can find a customer by something other than the id (Gladly REST API, Customers: Find). */
export const findParameters = ['email', 'phoneNumber', 'externalCustomerId'] as const;
export type FindParameter = (typeof findParameters)[number];
