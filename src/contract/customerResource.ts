import * as z from 'zod/mini';
import { isDateTime } from './dateTime.ts';

/** Both ends of an address as JSON Schema's `email` format has them (RFC 5321 without quoted names and address literals). */
const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const email = () =>
  z.email({ pattern: new RegExp(`^${atom}(?:\\.${atom})*@(?:${label}\\.)+${label}$`) });

const dateTime = () => z.string().check(z.refine(isDateTime), z.meta({ format: 'date-time' }));

const isObject = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const describe = (description: string) => z.meta({ description });

export const phoneTypes = ['MOBILE', 'HOME', 'WORK', 'OTHER'] as const;
export const channelTypes = [
  'EMAIL',
  'VOICE',
  'SMS',
  'CHAT',
  'FACEBOOK',
  'INSTAGRAM',
  'WHATSAPP',
] as const;

/**
 * The Customer resource as its published JSON Schema has it, field for field: `id` alone is required,
 * the enums are closed. What the panel reads is more tolerant: see `customer.ts`.
 */
export const customerResource = z
  .looseObject({
    id: z.string().check(describe('Gladly-assigned unique identifier for the customer.')),
    name: z.optional(z.string().check(describe('Display name for the customer.'))),
    emails: z.optional(
      z
        .array(
          z.looseObject({
            original: z.optional(email()),
            normalized: z.optional(email()),
            primary: z.optional(z.boolean()),
          }),
        )
        .check(describe('Email addresses associated with the customer.')),
    ),
    phones: z.optional(
      z
        .array(
          z.looseObject({
            original: z.optional(z.string()),
            normalized: z.optional(z.string().check(describe('E.164 normalized phone number.'))),
            type: z.optional(z.enum(phoneTypes)),
            regionCode: z.optional(z.string()),
            primary: z.optional(z.boolean()),
          }),
        )
        .check(describe('Phone numbers associated with the customer.')),
    ),
    address: z.optional(z.string().check(describe('Postal address as a single string.'))),
    externalCustomerId: z.optional(
      z
        .string()
        .check(describe('Identifier from an external system of record (e-commerce, CRM, etc).')),
    ),
    // Not a record: zod's drops an own `__proto__`, which is an ordinary key in JSON.
    customAttributes: z.optional(
      z.unknown().check(
        z.refine(isObject),
        z.meta({
          type: 'object',
          description: 'Arbitrary key/value pairs the brand attaches to the customer profile.',
          additionalProperties: true,
        }),
      ),
    ),
    channels: z.optional(
      z
        .array(
          z.looseObject({
            type: z.optional(z.enum(channelTypes)),
            address: z.optional(z.string()),
          }),
        )
        .check(describe('Channels the customer can be reached on.')),
    ),
    createdAt: z.optional(dateTime()),
    modifiedAt: z.optional(dateTime()),
  })
  .check(
    z.meta({
      title: 'Gladly Customer',
      description:
        'A customer of the brand, with the contact points, channels and custom attributes that the profile panel shows.',
    }),
  );
