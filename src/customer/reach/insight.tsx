import { use, useId, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { Customer } from '#src/contract/customer.ts';
import { Button } from '#src/ui/Button.tsx';
import { customerText } from '../customerText.ts';
import { contactName, MarksContext } from '../marks/MarksContext.ts';
import { CopyValue } from '../profile/CopyValue.tsx';
import { BrandLinks } from './brandLinks.tsx';
import { actionsOf, type Action } from './actions.ts';
import { asText } from './asText.ts';
import type { ContactLine } from './contactLines.ts';
import { hintsOf } from './hints.ts';
import { insightText } from './insightText.ts';
import { clockIn, placeOf } from './localTime.ts';
import { channelName } from './lineText.ts';
import { minute } from '#src/ui/minute.ts';
import { display } from './numbers.ts';
import type { LineParts } from './ReachSection.tsx';

interface LineProps {
  line: ContactLine;
  customer: Customer;
}

interface LinesProps {
  lines: readonly ContactLine[];
  customer: Customer;
}

function useClock({ line, customer }: LineProps) {
  const place = useMemo(() => placeOf(line, customer), [line, customer]);
  const now = useSyncExternalStore(minute.subscribe, minute.get);
  const clock = useMemo(() => clockIn(place.zones, now), [place, now]);
  return { place, clock };
}

/** What Gladly was given for a number, each thing once. */
function originOf({ phones }: ContactLine): string {
  const { entered, region } = insightText.time;
  const given = phones.flatMap(({ original, regionCode }) => [
    original ? entered(original) : '',
    regionCode ? region(regionCode) : '',
  ]);
  return [...new Set(given)].join('');
}

/** What was entered where that is not, letter for letter, what is shown. */
function enteredAs(line: ContactLine): string | undefined {
  const shown = display(line);
  const others = [...line.emails, ...line.phones].flatMap(({ original }) =>
    original && original !== shown ? [customerText.contact.entered(original)] : [],
  );
  return [...new Set(others)].join('\n') || undefined;
}

/** What time it is where the number is, how that is known on request, and a caution when it is night wherever that may be. */
function LocalTime(props: LineProps) {
  const text = insightText.time;
  const { place, clock } = useClock(props);
  const isQuiet = clock?.quiet === 'everywhere';
  return (
    <details className="reach__time">
      <summary className={isQuiet ? 'reach__quiet' : undefined}>
        {isQuiet && (
          <span className="reach__sign" data-icon="quiet">
            <span className="visually-hidden">{text.quiet}</span>
          </span>
        )}
        {clock ? text.there(clock.range) : text.unknown}
      </summary>
      <p>
        {place.why}
        {clock && clock.times > 1 && text.several(clock.times)}
        {clock && text.elsewhere}
        {clock && text.quietWhy[clock.quiet]}
        <bdi>{originOf(props.line)}</bdi>
      </p>
    </details>
  );
}

/** Shortcuts: "open" and "copy", then what. The first line of the kind has them, further ones with a digit between. */
const openKeys: Record<Action['way'], string> = {
  email: 'o e',
  call: 'o c',
  text: 'o t',
  whatsapp: 'o w',
};
const copyKeys = { email: 'c e', phone: 'c p', channel: 'c c' };

/** What can be done with a contact point, as links that the agent's own programs open. */
function Actions({ line, customer }: LineProps) {
  const text = insightText.actions;
  const actions = useMemo(() => actionsOf(line), [line]);
  const { clock } = useClock({ line, customer });
  const links = actions.map(({ way, href, off, derived }) => {
    const quiet = clock?.quiet === 'everywhere' && (way === 'call' || way === 'text');
    const label = [
      text[way](display(line)),
      off && text.off,
      quiet && text.quiet,
      derived && text.derived,
    ];
    const name = label.filter(Boolean).join('');
    return (
      <a
        key={way}
        className={`button button--icon reach__action${quiet ? ' reach__quiet' : ''}`}
        data-icon={off ? 'text-off' : way}
        href={href}
        title={name}
        aria-label={name}
        data-keys={openKeys[way]}
        {...(way === 'whatsapp' && { target: '_blank', rel: 'noreferrer' })}
      />
    );
  });
  return (
    <>
      {links}
      <CopyValue
        text={line.value}
        label={text.copy[line.kind](line.value)}
        keys={copyKeys[line.kind]}
      />
    </>
  );
}

const found = new WeakMap<readonly ContactLine[], ReturnType<typeof hintsOf>>();

function hintsFor(lines: readonly ContactLine[]) {
  const hints = found.get(lines) ?? hintsOf(lines);
  found.set(lines, hints);
  return hints;
}

/** Channels of an address or a number that open nothing from here: a sign at its label, the word is among its facts. */
function Signs({ line: { kind, channels } }: { line: ContactLine }) {
  const types = channels.flatMap(({ type = '' }) =>
    kind === 'channel' || /^(EMAIL|VOICE|SMS|WHATSAPP)?$/.test(type) ? [] : [type],
  );
  return [...new Set(types)].map((type) => (
    <span
      key={type}
      className="reach__sign"
      data-icon={type}
      title={channelName(type)}
      aria-hidden="true"
    />
  ));
}

/** Tells at a line that it is not as this agent last saw it, and that the section's hints speak of it. */
function Marks({ line, lines }: { line: ContactLine; lines: readonly ContactLine[] }) {
  const { hasChanged } = use(MarksContext);
  const changed = [...line.emails, ...line.phones].some(({ normalized, original }) =>
    hasChanged(contactName(normalized || original || '')),
  );
  return (
    <>
      <Signs line={line} />
      {changed && <span className="tag">{insightText.changed}</span>}
      {hintsFor(lines).some((hint) => hint.line === line) && (
        <span className="reach__sign reach__mark" data-icon="hint">
          <span className="visually-hidden">{insightText.hints.mark}</span>
        </span>
      )}
    </>
  );
}

/** What concerns all contact points: the hints, counted and on request, and everything as text. */
function Tools({ lines, customer }: LinesProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const hints = hintsFor(lines);
  return (
    <>
      {hints.length > 0 && (
        <Button
          look="quiet"
          data-icon="hint"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {insightText.hints.count(hints.length)}
        </Button>
      )}
      <span className="reach__copy">
        <CopyValue text={asText(customer, lines)} label={insightText.copyAll} keys="c a" />
      </span>
      <div className="reach__links">
        <BrandLinks kind="customer" customer={customer} values={{}} />
      </div>
      <div id={id} className="reach__hints" hidden={!open}>
        {hints.map(({ line, what, why, todo }) => (
          <p key={(line?.value ?? '') + what}>
            {line && (
              <strong>
                <bdi>{display(line)}</bdi>
              </strong>
            )}
            <bdi>{what}</bdi> {why} {todo}
          </p>
        ))}
      </div>
    </>
  );
}

/** What belongs to the section's head. */
export const tools = (lines: readonly ContactLine[], customer: Customer): ReactNode => (
  <Tools lines={lines} customer={customer} />
);

/** What belongs to a line. One without a value has nothing to act on. */
export function parts(
  line: ContactLine,
  lines: readonly ContactLine[],
  customer: Customer,
): LineParts {
  const { kind, value } = line;
  if (!value) return {};
  return {
    marks: <Marks line={line} lines={lines} />,
    shown: display(line),
    entered: enteredAs(line),
    more: (
      <>
        {kind === 'phone' && <LocalTime line={line} customer={customer} />}
        <BrandLinks kind={kind} customer={customer} values={{ [kind]: value }} />
      </>
    ),
    actions: <Actions line={line} customer={customer} />,
  };
}
