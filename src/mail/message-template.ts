/** The message of an edition with the places where one recipient's differs from another's. Why: docs/decisions/0027. */
import { foldLines } from 'nodemailer/lib/mime-funcs';
import MimeNode from 'nodemailer/lib/mime-node';
import { bodyHashOf, fieldsOf, relaxedBody } from './dkim-signature.ts';
import type { Edition } from './edition.ts';
import { messageFor, type PersonalFields } from './message.ts';
import { boundaryOf, rawMessage } from './mime.ts';
import { wireForm } from './wire-form.ts';

/** A message whose places are filled in. */
interface FilledMessage {
  /** Each as it goes out, without a line break at its end. */
  fields: string[];
  /** Of the body in its wire form. */
  bodyLength: number;
  /** Writes it at a place of a buffer: no mail has a copy of its own on the way there. */
  writeBody: (into: Buffer, at: number) => void;
  /** What a signature says of the body. */
  bodyHash: () => string;
}

export type MessageTemplate = (token: string, fields: PersonalFields) => FilledMessage;

/**
 * Lets nodemailer encode the edition once for all tokens of this length, on which alone depends where lines break. A
 * filled message reads as the bytes that {@link rawMessage} makes of {@link messageFor}.
 */
export async function messageTemplate(edition: Edition, aboUrl: string, tokenLength: number): Promise<MessageTemplate> {
  const sample = async (letter: string) => {
    const recipient = { address: edition.from.address, token: letter.repeat(tokenLength) };
    const raw = await rawMessage(messageFor(edition, recipient, { aboUrl, date: new Temporal.Instant(0n), messageId }));
    const end = raw.indexOf('\r\n\r\n');
    return { head: raw.toString('utf8', 0, end), body: raw.subarray(end + 4) };
  };
  const [one, other] = [await sample('a'), await sample('b')];
  const body = stretches(wireForm(one.body), wireForm(other.body), tokenLength);
  const relaxed = stretches(relaxedBody(one.body), relaxedBody(other.body), tokenLength);
  const hashed = Buffer.from(relaxed.bytes);
  const fields = fieldsOf(one.head).map(fieldWriter);
  return (token, personal) => {
    const values = { token, boundary: boundaryOf(personal.messageId) };
    return {
      fields: fields.map((field) => field(personal)),
      bodyLength: body.bytes.length,
      writeBody(into, at) {
        body.bytes.copy(into, at);
        body.fill(values, into, at);
      },
      bodyHash() {
        relaxed.fill(values, hashed, 0);
        return bodyHashOf(hashed);
      },
    };
  };
}

/** The samples'. */
const messageId = '<sample@abo.invalid>';

const plainAddress = /^[\w+-]+(?:\.[\w+-]+)*@(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}$/;
const plainId = /^<[\w-]+@[a-z\d.-]+>$/;

/** Encodes fields of a head and nothing else. */
const node = new MimeNode();

/** Writes a field of the sample's head for one recipient. */
function fieldWriter(field: string): (fields: PersonalFields) => string {
  const name = field.slice(0, field.indexOf(':'));
  switch (name) {
    case 'To':
      return ({ to }) => encoded(name, to, plainAddress);
    case 'Message-ID':
      return (fields) => encoded(name, fields.messageId, plainId);
    case 'Date':
      return ({ date }) => `${name}: ${new Date(date.epochMilliseconds).toUTCString().replace('GMT', '+0000')}`;
    case 'List-Unsubscribe':
      return ({ headers }) => `${name}: ${headers[name]}`;
    case 'Content-Type': {
      const boundary = boundaryOf(messageId);
      return (fields) => field.replace(boundary, boundaryOf(fields.messageId));
    }
    default:
      return () => field;
  }
}

/** As nodemailer does it for a whole message; what it would leave as it is, most of the time, isn't shown to it. */
function encoded(name: string, value: string, isPlain: RegExp): string {
  const line = `${name}: ${value}`;
  if (line.length < 76 && isPlain.test(value) && !value.includes('xn--')) return line;
  return foldLines(
    `${name}: ${node.encodeHeaderValue(name, name === 'To' ? { name: '', address: value } : value)}`,
    76,
  );
}

/** What stands in the body of one message alone. */
type Values = Record<'token' | 'boundary', string>;

/** A stretch of bytes for a part of a value; a soft line break may cut a token in two. */
interface Place {
  at: number;
  value: keyof Values;
  from: number;
  to: number;
}

/** Bytes with places to fill in. */
interface Stretches {
  bytes: Buffer;
  /** Fills the places of a copy that begins there. */
  fill: (values: Values, copy: Buffer, start: number) => void;
}

/** Where the two samples differ there is a token. */
function stretches(one: Buffer, other: Buffer, tokenLength: number): Stretches {
  if (one.length !== other.length) throw new Error('where lines break depends on the token');
  const places: Place[] = [];
  for (let at = 0, from = 0; at < one.length; at += 1) {
    if (one[at] === other[at]) continue;
    const start = at;
    while (at < one.length && one[at] !== other[at]) at += 1;
    const to = from + at - start;
    places.push({ at: start, value: 'token', from, to });
    from = to % tokenLength;
  }
  const boundary = boundaryOf(messageId);
  for (let at = one.indexOf(boundary); at >= 0; at = one.indexOf(boundary, at + 1)) {
    places.push({ at, value: 'boundary', from: 0, to: boundary.length });
  }
  return {
    bytes: one,
    fill(values, copy, start) {
      for (const { at, value, from, to } of places) copy.write(values[value].slice(from, to), start + at, 'latin1');
    },
  };
}
