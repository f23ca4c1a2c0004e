export interface RadiosProps {
  /** What ties them together. */
  name: string;
  answers: readonly { answer: string; label: string }[];
  chosen: string;
  /** The agent is to correct this one. */
  wrong?: boolean;
  onChoose: (answer: string) => void;
}

/** Answers of which one can be chosen. The chosen one, or else the first, takes the row's focus. */
export function Radios({ name, answers, chosen, wrong = false, onChoose }: RadiosProps) {
  const first = answers.some(({ answer }) => answer === chosen) ? chosen : answers[0]?.answer;
  return (
    <div className="radios">
      {answers.map(({ answer, label }) => (
        <label key={answer}>
          <input
            type="radio"
            name={name}
            data-value={answer === first || undefined}
            data-decide={(wrong && answer === first) || undefined}
            checked={answer === chosen}
            onChange={() => onChoose(answer)}
          />
          {label}
        </label>
      ))}
    </div>
  );
}
