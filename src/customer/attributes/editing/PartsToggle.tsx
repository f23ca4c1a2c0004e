import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { Definition } from '#src/contract/definitions/definitions.ts';
import { kindOf } from '#src/contract/json/kindOf.ts';
import { Boundary } from '#src/ui/Boundary.tsx';
import { Button } from '#src/ui/Button.tsx';
import { formatJson } from '../list/formatJson.ts';
import { editingText } from './editingText.ts';

const text = editingText.edit;

const JsonTree = lazy(async () => ({ default: (await import('./tree/JsonTree.tsx')).JsonTree }));

/** The text laid out in lines when it is an object or a list; nothing when it is something else, or not JSON yet. */
function laidOut(json: string): string | undefined {
  try {
    JSON.parse(json);
  } catch {
    return undefined;
  }
  return ['object', 'array'].includes(kindOf(json)) ? formatJson(json) : undefined;
}

export interface PartsToggleProps {
  name: string;
  definition: Definition | undefined;
  /** The JSON as it stands in the row, valid or not. */
  json: string;
  error: string | undefined;
  onChange: (json: string) => void;
  /** The control for the JSON as a text. */
  children: ReactNode;
}

/** Edits an object or a list part by part, or as JSON text: the same value, two ways. */
export function PartsToggle({
  name,
  definition,
  json,
  error,
  onChange,
  children,
}: PartsToggleProps) {
  const [inParts, setInParts] = useState(false);
  const nested = laidOut(json);

  function toggle() {
    if (inParts && nested !== undefined) onChange(nested);
    setInParts(!inParts);
  }

  return (
    <>
      {inParts ? (
        <Boundary fallback={children}>
          <Suspense fallback={children}>
            <JsonTree name={name} definition={definition} json={json} onChange={onChange} />
          </Suspense>
          {error && <p className="field__error">{error}</p>}
        </Boundary>
      ) : (
        children
      )}
      {(inParts || nested !== undefined) && (
        <div>
          <Button look="quiet" onClick={toggle}>
            {inParts ? text.asText : text.inParts}
          </Button>
        </div>
      )}
    </>
  );
}
