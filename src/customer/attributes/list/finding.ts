/** What the agent looks for among the attributes. */
export interface Finding {
  words: string;
  /** A filter of `attributesText.filters`, or `group:` and a group's title. */
  filter: string;
}

export const everything: Finding = { words: '', filter: 'all' };

export const isFinding = ({ words, filter }: Finding) => words.trim() !== '' || filter !== 'all';
