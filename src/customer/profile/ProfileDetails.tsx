import { useId, type ReactNode } from 'react';
import type { Customer } from '#src/contract/customer.ts';
import { AttributeValue } from '../attributes/list/AttributeValue.tsx';
import { customerText } from '../customerText.ts';
import { BrandLinks } from '../reach/brandLinks.tsx';
import { CopyValue } from './CopyValue.tsx';
import { detailsText as text } from './detailsText.ts';
import { Moment } from './Moment.tsx';

interface FactProps {
  label: string;
  copy?: string;
  /** The shortcut that copies it. */
  keys?: string;
  children: ReactNode;
}

function Fact({ label, copy, keys, children }: FactProps) {
  return (
    <div className="fact">
      <dt className="pair__label">
        <bdi>{label}</bdi>
      </dt>
      <dd className="pair__value">{children}</dd>
      {copy !== undefined && (
        <dd className="pair__actions">
          <CopyValue text={copy} label={customerText.copy.value(label)} keys={keys} />
        </dd>
      )}
    </div>
  );
}

const Nothing = ({ children }: { children: string }) => <span className="muted">{children}</span>;

function ExternalIds({ customer }: { customer: Customer }) {
  const { externalCustomerId, externalCustomerIds = [] } = customer;
  if (externalCustomerId === undefined && externalCustomerIds.length === 0)
    return (
      <Fact label={text.externalId}>
        <Nothing>{text.none.externalId}</Nothing>
      </Fact>
    );
  return (
    <>
      {externalCustomerId !== undefined && (
        <Fact label={text.externalId} copy={externalCustomerId} keys="c i">
          <bdi>{externalCustomerId}</bdi>
        </Fact>
      )}
      {externalCustomerIds.map(({ key, json }) => {
        const value: unknown = JSON.parse(json);
        const id = typeof value === 'string' ? value : json;
        return (
          <Fact key={key} label={text.externalIdIn(key)} copy={id} keys="c i">
            <bdi>{id}</bdi>
          </Fact>
        );
      })}
    </>
  );
}

/** What an agent looks up rather than glances at: ids, address, dates, and fields that only Gladly knows. */
export function ProfileDetails({ customer }: { customer: Customer }) {
  const id = useId();
  const { address, createdAt, modifiedAt, otherFields = [] } = customer;
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id} className="section__title">
        {text.title}
      </h2>
      <dl>
        <Fact label={text.address} keys="c d" {...(address ? { copy: address } : {})}>
          {address ? (
            <>
              <bdi className="address">{address}</bdi>
              <div>
                <BrandLinks kind="address" customer={customer} values={{ address }} />
              </div>
            </>
          ) : (
            <Nothing>{text.none.address}</Nothing>
          )}
        </Fact>
        <Fact label={text.gladlyId} copy={customer.id} keys="c i">
          <bdi>{customer.id}</bdi>
        </Fact>
        <ExternalIds customer={customer} />
        <Fact label={text.created}>
          {createdAt ? <Moment at={createdAt} /> : <Nothing>{text.unknown}</Nothing>}
        </Fact>
        <Fact label={text.modified}>
          {modifiedAt ? <Moment at={modifiedAt} /> : <Nothing>{text.neverModified}</Nothing>}
        </Fact>
      </dl>
      {otherFields.length > 0 && (
        <>
          <h3 className="section__subtitle">{text.other}</h3>
          <dl>
            {otherFields.map(({ key, json }) => (
              <Fact key={key} label={key}>
                <AttributeValue json={json} />
              </Fact>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}
