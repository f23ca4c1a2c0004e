/**
 * How numbers and moments are written for whoever reads: as the browser is set, unless a desktop around
 * the page says otherwise. What is on the screen when this changes has to be rendered anew.
 */
export const reader: { locale?: string | undefined; timeZone?: string | undefined } = {};
