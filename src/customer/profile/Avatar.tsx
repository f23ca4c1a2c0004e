import { useState } from 'react';
import { initials } from './initials.ts';

/** The customer's picture, or the initials when there is none or it does not load. The name stands beside it, so it is silent. */
export function Avatar({
  name = '',
  image,
}: {
  name?: string | undefined;
  image?: string | undefined;
}) {
  const [failed, setFailed] = useState<string>();
  const usable = image !== undefined && image.startsWith('https://') && image !== failed;
  if (usable)
    return (
      <img
        className="avatar"
        src={image}
        alt=""
        referrerPolicy="no-referrer"
        onError={() => setFailed(image)}
      />
    );
  return (
    <span className="avatar" aria-hidden="true">
      {initials(name) || '–'}
    </span>
  );
}
