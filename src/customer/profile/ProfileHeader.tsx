import type { Customer } from '#src/contract/customer.ts';
import { reader } from '#src/ui/reader.ts';
import { customerText } from '../customerText.ts';
import { Avatar } from './Avatar.tsx';
import './profile.css';

const text = customerText.header;

function since(createdAt: string | undefined): string {
  if (createdAt === undefined) return text.noDate;
  const month = new Intl.DateTimeFormat(reader.locale, {
    month: 'long',
    year: 'numeric',
    timeZone: reader.timeZone,
  });
  const at = Date.parse(createdAt);
  // Not every date that RFC 3339 allows is one to a browser: no leap second is.
  return text.since(Number.isNaN(at) ? createdAt : month.format(at));
}

/** Who this is. */
export function ProfileHeader({ customer }: { customer: Customer }) {
  const { name, image, createdAt } = customer;
  return (
    <header className="profile-header">
      <Avatar name={name} image={image} />
      <div>
        <h1 className="profile-header__name">
          {name ? <bdi>{name}</bdi> : <span className="muted">{text.noName}</span>}
        </h1>
        <p className="muted">{since(createdAt)}</p>
      </div>
    </header>
  );
}
