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

/** Between the words of a name that is written as one: before a capital after a small letter or a digit, after `_`, `.`, `/` and `:`. */
const placesInNames = /(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=[_./:])(?=\w)/u;

/** A shorter name fits into the narrowest panel. */
const shortName = 20;

/** The name of an attribute, which when it is too long for its line breaks between its words. Not a character is added. */
export const nameBreaks = (name: string): ReactNode[] =>
  name.length > shortName && name.length <= longest
    ? name.split(placesInNames).map((word, index) => [index > 0 && <wbr key={index} />, word])
    : [name];
