import { Notice } from '#src/ui/Notice.tsx';

const text = {
  title: 'No customer chosen',
  body: 'The profile appears here as soon as a conversation with a customer is open.',
};

/** No customer yet: an agent's desktop without an open conversation. */
export function NoCustomer() {
  return (
    <div className="panel">
      <Notice title={text.title} titleAs="h1">
        <p>{text.body}</p>
      </Notice>
    </div>
  );
}
