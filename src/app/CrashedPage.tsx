import { Button } from '#src/ui/Button.tsx';
import { Notice } from '#src/ui/Notice.tsx';
import { appText } from './appText.ts';
import './pages.css';

/** Instead of a white page. */
export function CrashedPage() {
  const { title, body, reload } = appText.crashed;
  return (
    <main className="page__crashed">
      <Notice
        tone="caution"
        title={title}
        titleAs="h1"
        actions={<Button onClick={() => window.location.reload()}>{reload}</Button>}
      >
        <p>{body}</p>
      </Notice>
    </main>
  );
}
