import type { Option } from '#src/contract/definitions/definitions.ts';
import { equalJson } from '#src/contract/json/equalJson.ts';
import { Field } from '#src/ui/Field.tsx';
import { isJson, rowJson } from '../editRow.ts';
import { Combobox } from './Combobox.tsx';
import { optionOf, valueIn } from './inputFor.ts';
import { inputText } from './inputText.ts';
import { labelOf, notesOf, type InputProps } from './inputProps.tsx';

/** Of more the eye finds none: they are looked for by typing. */
const mostInSelect = 10;

/** What a value is called that has no label. */
const plainLabel = (json: string) => (json.startsWith('"') ? String(JSON.parse(json)) : json);

/** The options, and behind them what is there without being one: it was allowed once, or a system wrote it. */
function allOptions({ row, definition: { options = [] } }: InputProps): Option[] {
  const now = row.remove || row.text === '' ? undefined : rowJson(row);
  const others = [row.from, now].filter((json) => json !== undefined && isJson(json));
  const all = [...options];
  for (const json of others)
    if (json !== undefined && !all.some((option) => equalJson(option.json, json)))
      all.push({ json, label: inputText.notInList(plainLabel(json.trim())) });
  return all;
}

/** One of the brand's values by its label; what is there and not among them stays until another is chosen. */
export function ChoiceInput(props: InputProps) {
  const { name, row, definition, startsAbsent, error, notes, onValue, onRemove } = props;
  const options = allOptions(props);
  const chosen = row.remove ? undefined : optionOf({ ...definition, options }, row);
  const choose = ({ json }: Option) => onValue(valueIn(json));
  const place = chosen ? String(options.indexOf(chosen)) : '';
  return (
    <Field label={labelOf(name)} labelHidden error={error} hint={notesOf(...notes)}>
      {(control) =>
        options.length > mostInSelect + 1 ? (
          <Combobox
            control={control}
            options={options}
            chosen={chosen?.label ?? ''}
            onChoose={choose}
          />
        ) : (
          <select
            {...control}
            data-value
            value={place}
            onChange={({ target: { value } }) => {
              const option = value === '' ? undefined : options[Number(value)];
              if (option) choose(option);
              else onRemove(true);
            }}
          >
            {(startsAbsent || !chosen) && (
              <option value="" disabled={!startsAbsent}>
                {startsAbsent ? inputText.notSet : inputText.choose}
              </option>
            )}
            {options.map(({ json, label }, index) => (
              <option key={json} value={index}>
                {label}
              </option>
            ))}
          </select>
        )
      }
    </Field>
  );
}
