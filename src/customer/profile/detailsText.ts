/** The texts of a profile's details, which come after the rest of it. */
export const detailsText = {
  title: 'Details',
  gladlyId: 'Gladly ID',
  externalId: 'External ID',
  externalIdIn: (system: string) => `ID in ${system}`,
  address: 'Address',
  created: 'Created',
  modified: 'Modified',
  other: 'Other fields Gladly sent',
  none: { address: 'No address', externalId: 'No external ID' },
  neverModified: 'Never',
  unknown: 'Not known',
};
