import { useState } from 'react';
import { Field, type FieldControl } from '#src/ui/Field.tsx';
import { holdableText } from '../holdableText.ts';
import { OneLine } from './OneLine.tsx';
import type { TreeScalar } from './treeModel.ts';
import { treeText } from './treeText.ts';
import { useAct } from './useTree.ts';

interface ControlProps {
  node: TreeScalar;
  control: FieldControl & { 'data-part': string };
  onType: (text: string) => void;
}

function BooleanControl({ node, control, onType }: ControlProps) {
  return (
    <select {...control} value={node.text} onChange={(event) => onType(event.target.value)}>
      {node.text === '' && <option value="">{treeText.choose}</option>}
      <option value="true">{treeText.yes}</option>
      <option value="false">{treeText.no}</option>
    </select>
  );
}

function TextControl({ node, control, onType }: ControlProps) {
  return (
    <textarea
      {...control}
      value={holdableText(node.text) ?? String(JSON.parse(node.text))}
      onChange={(event) => onType(event.target.value)}
      rows={1}
      dir="auto"
      autoComplete="off"
    />
  );
}

function Control(props: ControlProps) {
  const { node, control, onType } = props;
  if (node.kind === 'boolean') return <BooleanControl {...props} />;
  if (node.kind === 'string') return <TextControl {...props} />;
  return <OneLine {...control} value={node.text} onType={onType} inputMode="decimal" />;
}

function RawText({ json }: { json: string }) {
  return (
    <>
      <code className="tree-row__raw value--code" dir="ltr">
        {json}
      </code>
      <p className="field__hint">{treeText.rawOnly}</p>
    </>
  );
}

export interface ScalarControlProps {
  node: TreeScalar;
  words: string;
  /** Of what the brand says about this part. */
  labelId: string | undefined;
  error: string | undefined;
}

/** The control that fits a scalar's kind. Give it the kind as `key`: what it can hold is decided when it appears. */
export function ScalarControl({ node, words, labelId, error }: ScalarControlProps) {
  const act = useAct();
  // Once, so that a character pasted later cannot take the control from under the cursor.
  const [rawOnly] = useState(() => node.kind === 'string' && holdableText(node.text) === undefined);
  // Of no value the type beside it says all there is to say.
  if (node.kind === 'null') return null;
  const onType = (text: string) => act({ do: 'type', id: node.id, text });
  return (
    <div className="tree-row__value">
      {rawOnly ? (
        <RawText json={node.text} />
      ) : (
        <Field label={treeText.value(words)} labelHidden error={error}>
          {(field) => (
            <Control
              node={node}
              control={{
                ...field,
                'aria-describedby':
                  [field['aria-describedby'], labelId].filter(Boolean).join(' ') || undefined,
                'data-part': `value-${node.id}`,
              }}
              onType={onType}
            />
          )}
        </Field>
      )}
    </div>
  );
}
