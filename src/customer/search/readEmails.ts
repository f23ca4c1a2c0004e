const address = /[^\s<>()[\]:;,"“”„«»@\\]+@[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+/gu;
const leadingQuotes = /^['‘’]+/;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The e-mail addresses in a text, without display names (RFC 5322) or `mailto:` (RFC 6068), each once
 * and in lower case, as Gladly compares them. Quoted local parts and hosts without a dot are not read.
 */
export function readEmails(text: string): string[] {
  // Only mailto: is percent-encoded; elsewhere a % belongs to the address.
  const mailto = /^mailto:([^?]*)/i.exec(text)?.[1];
  const plain = (mailto === undefined ? text : decoded(mailto)).normalize('NFKC');
  if (!plain.includes('@')) return [];
  const found = (plain.match(address) ?? []).map((one) => one.replace(leadingQuotes, ''));
  return [...new Set(found.map((one) => one.toLowerCase()))].filter((one) => !one.startsWith('@'));
}
