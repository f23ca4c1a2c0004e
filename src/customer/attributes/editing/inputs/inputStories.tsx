import { expect, within } from 'storybook/test';
import {
  inWorld,
  type Canvas,
  type Services,
  type UserEvent,
} from '../../../../../.storybook/services.tsx';

export const daniel = 'cust-daniel-reyes';

/** A customer with some attributes, as JSON texts, of a brand with some definitions. */
export function described(
  properties: Record<string, object>,
  attributes: Record<string, string>,
  setup: Parameters<typeof inWorld>[0] & { required?: string[] } = {},
) {
  const { required = [], world, arrange, ...rest } = setup;
  const members = Object.entries(attributes).map(([key, json]) => `${JSON.stringify(key)}:${json}`);
  return inWorld({
    world: { attributeSchema: JSON.stringify({ type: 'object', properties, required }), ...world },
    arrange(services) {
      services.gladly.setField(daniel, 'customAttributes', `{${members.join(',')}}`);
      arrange?.(services);
    },
    ...rest,
  });
}

/** Opens an attribute by its label, and answers its control, which has the focus. */
export async function open(canvas: Canvas, userEvent: UserEvent, label: string) {
  await userEvent.click(await canvas.findByRole('button', { name: `Edit ${label}` }));
  const control = await canvas.findByLabelText<HTMLInputElement>(`Value of ${label}`);
  await expect(control).toHaveFocus();
  return control;
}

/** Those that the customer does not have are left out until they are asked for. */
export const showEmpty = async (canvas: Canvas, userEvent: UserEvent) =>
  userEvent.click(await canvas.findByRole('button', { name: /^\d+ empty$/ }));

const bar = (canvas: Canvas) => within(canvas.getByRole('region', { name: 'Unsaved changes' }));

export const save = (canvas: Canvas, userEvent: UserEvent) =>
  userEvent.click(bar(canvas).getByRole('button', { name: 'Save' }));

/** Saves, and answers what Gladly has then. */
export async function saved(canvas: Canvas, userEvent: UserEvent, { gladly }: Services) {
  await save(canvas, userEvent);
  await canvas.findByText(/attributes? saved$/);
  return Object.fromEntries(gladly.attributes(daniel));
}

/** Nothing was changed by looking. */
export const expectUnchanged = (canvas: Canvas) =>
  expect(canvas.queryByRole('region', { name: 'Unsaved changes' })).toBeNull();
