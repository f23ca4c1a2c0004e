import { formatJson } from '../list/formatJson.ts';

const shownCharacters = 120;

/** A value in a line of a report: as JSON, cut where it gets long. */
export function shortJson(json: string): string {
  const laidOut = formatJson(json);
  return laidOut.length > shownCharacters ? `${laidOut.slice(0, shownCharacters)}…` : laidOut;
}
