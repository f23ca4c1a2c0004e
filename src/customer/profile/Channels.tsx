import { useId } from 'react';
import type { Channel, Customer } from '#src/contract/customer.ts';
import { customerText } from '../customerText.ts';

const text = customerText.channels;
const addressesInLine = 2;

function byType(channels: readonly Channel[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { type, address } of channels) {
    const name = type === undefined ? text.noType : (text.types[type] ?? type);
    groups.set(name, [...(groups.get(name) ?? []), ...(address ? [address] : [])]);
  }
  return groups;
}

function Addresses({ addresses }: { addresses: string[] }) {
  const list = (
    <ul>
      {[...new Set(addresses)].map((address) => (
        <li key={address}>
          <bdi>{address}</bdi>
        </li>
      ))}
    </ul>
  );
  if (addresses.length <= addressesInLine) return list;
  return (
    <details>
      <summary>{text.addresses(addresses.length)}</summary>
      {list}
    </details>
  );
}

/** The ways in which the customer can be reached, an unknown one under its own name. */
export function Channels({ customer }: { customer: Customer }) {
  const id = useId();
  const { channels = [] } = customer;
  const derived = channels.length > 0 && channels.every((channel) => channel.derived);
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id} className="section__title">
        {text.title}
      </h2>
      {channels.length === 0 && <p className="muted">{text.none}</p>}
      <dl className="facts">
        {Array.from(byType(channels), ([name, addresses]) => (
          <div key={name} className="facts__fact">
            <dt>{name}</dt>
            <dd>
              <Addresses addresses={addresses} />
            </dd>
          </div>
        ))}
      </dl>
      {derived && <p className="pair__note">{text.derived}</p>}
    </section>
  );
}
