import { Button } from '#src/ui/Button.tsx';
import { attributesText } from '../attributesText.ts';
import type { Arrangement } from './arrange.ts';
import type { AttributeView } from './useAttributeView.ts';

const text = attributesText;

interface LeftOutProps {
  arrangement: Arrangement;
  look: AttributeView;
}

/** How many attributes are left out and why, each number a switch, and the way to arrange them. */
export function LeftOut({ arrangement: { empty, hidden }, look }: LeftOutProps) {
  const { view, setView, arranging, setArranging, tools, loadTools } = look;
  return (
    <>
      {arranging && tools && <tools.ArrangeHelp look={look} />}
      <div className="attributes__foot">
        {empty > 0 && !arranging && (
          <Button
            look="quiet"
            aria-pressed={view.showEmpty}
            onClick={() => setView({ showEmpty: !view.showEmpty })}
          >
            {text.empty(empty)}
          </Button>
        )}
        {hidden > 0 && !arranging && (
          <Button
            look="quiet"
            aria-pressed={view.showHidden}
            onClick={() => setView({ showHidden: !view.showHidden })}
          >
            {text.hidden(hidden)}
          </Button>
        )}
        <Button
          look="quiet"
          aria-pressed={arranging}
          onClick={() => {
            loadTools();
            setArranging(!arranging);
          }}
        >
          {text.arrange}
        </Button>
      </div>
    </>
  );
}
