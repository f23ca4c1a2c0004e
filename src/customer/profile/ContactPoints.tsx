import { use, useId, useState } from 'react';
import type { Customer, Email, Phone } from '#src/contract/customer.ts';
import { Button } from '#src/ui/Button.tsx';
import { customerText } from '../customerText.ts';
import { contactName, MarksContext } from '../marks/MarksContext.ts';
import { CopyValue } from './CopyValue.tsx';

const text = customerText.contact;
const shownAtFirst = 6;

interface ContactPoint {
  label: string;
  value: string | undefined;
  notes: string[];
  primary: boolean;
  copyLabel: string;
}

const present = (list: (string | false | undefined)[]) =>
  list.filter((item): item is string => typeof item === 'string' && item !== '');

const entered = ({ original, normalized }: Email | Phone) =>
  original !== normalized && normalized && original && text.entered(original);

function fromEmail(email: Email): ContactPoint {
  const value = email.normalized || email.original;
  return {
    label: text.email,
    value,
    notes: present([entered(email)]),
    primary: email.primary === true,
    copyLabel: text.copyEmail(value ?? ''),
  };
}

function fromPhone(phone: Phone): ContactPoint {
  const value = phone.normalized || phone.original;
  const { type = 'OTHER', smsPreference: sms } = phone;
  return {
    label: `${text.phone} · ${text.phoneTypes[type] ?? type}`,
    value,
    notes: present([
      phone.extension && text.extension(phone.extension),
      sms && (text.sms[sms] ?? text.smsUnknown(sms)),
      phone.regionCode && text.region(phone.regionCode),
      entered(phone),
    ]),
    primary: phone.primary === true,
    copyLabel: text.copyPhone(value ?? ''),
  };
}

const primaryFirst = (a: ContactPoint, b: ContactPoint) => Number(b.primary) - Number(a.primary);

function ContactRow({ point }: { point: ContactPoint }) {
  const { label, value, notes, primary, copyLabel } = point;
  const { hasChanged } = use(MarksContext);
  return (
    <li className="pair">
      <div className="pair__body">
        <p className="pair__label">
          {label}
          {primary && <span className="tag">{text.primary}</span>}
          {value && hasChanged(contactName(value)) && <span className="tag">{text.changed}</span>}
        </p>
        <p className="pair__value">
          {value ? <bdi>{value}</bdi> : <span className="muted">{text.noValue}</span>}
        </p>
        {notes.length > 0 && (
          <p className="pair__note">
            <bdi>{notes.join(' · ')}</bdi>
          </p>
        )}
      </div>
      {value && (
        <div className="pair__actions">
          <CopyValue text={value} label={copyLabel} />
        </div>
      )}
    </li>
  );
}

/** How to reach the customer: e-mail addresses, then numbers, each with its primary one first. */
export function ContactPoints({ customer }: { customer: Customer }) {
  const [all, setAll] = useState(false);
  const id = useId();
  const { emails = [], phones = [] } = customer;
  const points = [
    ...emails.map(fromEmail).toSorted(primaryFirst),
    ...phones.map(fromPhone).toSorted(primaryFirst),
  ];
  const hidden = points.length - shownAtFirst;
  const shown = all || hidden <= 1 ? points : points.slice(0, shownAtFirst);
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id} className="section__title">
        {text.title}
      </h2>
      {emails.length === 0 && <p className="muted">{text.noEmails}</p>}
      {phones.length === 0 && <p className="muted">{text.noPhones}</p>}
      {/* A contact point has no id of its own, and the list is never reordered in place. */}
      <ul>
        {shown.map((point, index) => (
          // oxlint-disable-next-line react/no-array-index-key
          <ContactRow key={index} point={point} />
        ))}
      </ul>
      {hidden > 1 && (
        <Button look="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? text.fewer : text.more(hidden)}
        </Button>
      )}
    </section>
  );
}
