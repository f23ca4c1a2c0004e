import type { Customer } from '#src/contract/customer.ts';
import { customerText } from '../customerText.ts';
import { Avatar } from './Avatar.tsx';
import './profile.css';

const text = customerText.header;

function since(createdAt: string | undefined): string {
  if (createdAt === undefined) return text.noDate;
  const month = new Intl.DateTimeFormat(undefined, { month: 'long', year: 'numeric' });
  return text.since(month.format(Date.parse(createdAt)));
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
