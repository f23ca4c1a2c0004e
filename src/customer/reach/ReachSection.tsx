import { useId, useMemo, useState, type ReactNode } from 'react';
import type { Customer } from '#src/contract/customer.ts';
import { Button } from '#src/ui/Button.tsx';
import { softBreaks } from '#src/ui/softBreaks.tsx';
import { customerText } from '../customerText.ts';
import { contactLines, type ContactLine } from './contactLines.ts';
import { factsOf, labelOf } from './lineText.ts';
import { useInsight } from './useInsight.ts';
import './reach.css';

const text = customerText.contact;
const shownAtFirst = 6;

/** What comes to a line with the insight; its room is there before, so that nothing moves. */
export interface LineParts {
  marks?: ReactNode;
  /** The value as people read it. */
  shown?: string;
  /** The value as it was entered, for whoever rests on it: mostly a mere other spelling. */
  entered?: string | undefined;
  more?: ReactNode;
  actions?: ReactNode;
}

function Line({ line, marks, shown, entered, more, actions }: LineParts & { line: ContactLine }) {
  const { kind, value, primary, channels } = line;
  const facts = factsOf(line);
  return (
    <li className={`pair reach reach--${kind}`}>
      <div className="pair__body">
        <p className="pair__label reach__label" data-icon={channels[0]?.type}>
          <bdi>{labelOf(line)}</bdi>
          {primary && <span className="tag">{text.primary}</span>}
          {marks}
        </p>
        <p className="pair__value" title={entered}>
          <bdi className={value ? undefined : 'muted'}>
            {softBreaks(shown || value || text.noValue)}
          </bdi>
        </p>
        {facts && (
          <p className="pair__note">
            <bdi>{softBreaks(facts)}</bdi>
          </p>
        )}
        <div className="reach__more">{more}</div>
      </div>
      <div className="pair__actions reach__actions">{actions}</div>
    </li>
  );
}

/** How this person can be reached: a line for each contact point, with what works there. */
export function ReachSection({ customer }: { customer: Customer }) {
  const [all, setAll] = useState(false);
  const id = useId();
  const insight = useInsight();
  const lines = useMemo(() => contactLines(customer), [customer]);
  const hidden = lines.length - shownAtFirst;
  const shown = all || hidden <= 1 ? lines : lines.slice(0, shownAtFirst);
  return (
    <section className="section" aria-labelledby={id}>
      <div className="reach__head">
        <h2 id={id} className="section__title">
          {text.title}
        </h2>
        {insight?.tools(lines, customer)}
      </div>
      {!customer.emails?.length && <p className="muted">{text.noEmails}</p>}
      {!customer.phones?.length && <p className="muted">{text.noPhones}</p>}
      {shown.length > 0 && (
        <ul>
          {shown.map((line) => (
            <Line key={line.key} line={line} {...insight?.parts(line, lines, customer)} />
          ))}
        </ul>
      )}
      {hidden > 1 && (
        <Button look="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? text.fewer : text.more(hidden)}
        </Button>
      )}
      {customer.channels?.some(({ derived }) => derived) && (
        <p className="pair__note reach__note">{text.derived}</p>
      )}
    </section>
  );
}
