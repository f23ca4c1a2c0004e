import { Skeleton } from '#src/ui/Skeleton.tsx';
import { customerText } from './customerText.ts';

const text = customerText.panel;

/** The shape of what is coming; says so when Gladly asked to wait. */
export function LoadingPanel({ waiting }: { waiting: boolean }) {
  return (
    <div className="panel" aria-busy="true">
      <p role="status" className={waiting ? 'muted' : 'visually-hidden'}>
        {waiting ? text.waiting : text.loading}
      </p>
      <div className="profile-header">
        <span className="avatar" aria-hidden="true" />
        <div className="panel__lines">
          <Skeleton width="medium" />
          <Skeleton width="short" />
        </div>
      </div>
      {['contact', 'attributes', 'details'].map((section) => (
        <div key={section} className="panel__lines">
          <Skeleton width="short" />
          <Skeleton width="long" />
          <Skeleton width="medium" />
          <Skeleton width="long" />
        </div>
      ))}
    </div>
  );
}
