import type { ReactNode } from 'react';

/** A number of several groups, such as a phone number, or else a place inside an address where it may break. */
const numbersAndPlaces =
  /(?<![^\s(:,;])([+(]?\d[\d().-]{0,20}(?<!\.)(?: [\d().-]{0,20}[\d)]){1,6}|\+\d{7,15})(?![\w@])|(?<=\w)(?=[@?&#])|(?<=[^/]\/)(?=\w)/;

/** Characters of a text that nobody reads to its end, and whose every piece would be an element of the page. */
const longest = 20_000;

const strings = /("(?:\\.|[^"\\])*")/;

/**
 * A text that breaks where people would break it when it is too long for its line: a number not between its
 * groups, an e-mail address before the @, a link between its parts. A number also keeps its own direction, which
 * a text from right to left would turn around; so does each string of JSON (`code`), whose value would otherwise
 * stand before its name. Not a character is added.
 */
export const softBreaks = (text: string, code = false): ReactNode[] =>
  text.split(text.length > longest ? /$/ : code ? strings : numbersAndPlaces).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : part ? (
      <bdi key={index} dir={code ? 'auto' : 'ltr'} className={code ? undefined : 'number'}>
        {part}
      </bdi>
    ) : (
      <wbr key={index} />
    ),
  );
