import type { ReactNode, Ref } from 'react';
import { Button } from './Button.tsx';
import './Notice.css';

export interface NoticeProps {
  /** `caution` is read out at once, `info` when the screen reader comes to rest. */
  tone?: 'info' | 'caution';
  title: string;
  /** `h1` where the notice is all there is on the page. */
  titleAs?: 'p' | 'h1';
  children?: ReactNode;
  actions?: ReactNode;
  onDismiss?: { label: string; act: () => void };
  /** Takes the focus when the control that had it is gone. */
  ref?: Ref<HTMLDivElement>;
}

/** What happened, why it matters, what to do: in that order. */
export function Notice({
  tone = 'info',
  title,
  titleAs: Title = 'p',
  children,
  actions,
  onDismiss,
  ref,
}: NoticeProps) {
  return (
    <div
      ref={ref}
      tabIndex={-1}
      className={`notice notice--${tone}`}
      role={tone === 'caution' ? 'alert' : 'status'}
    >
      <div className="notice__body">
        <Title className="notice__title">{title}</Title>
        {children}
        {actions && <div className="notice__actions">{actions}</div>}
      </div>
      {onDismiss && (
        <Button
          look="icon"
          data-icon="close"
          aria-label={onDismiss.label}
          onClick={onDismiss.act}
        />
      )}
    </div>
  );
}
