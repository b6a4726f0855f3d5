import { momentInSentence, readableMoment } from '../../store/moments.ts';
import type { Proof } from '../../store/queries/consents.ts';
import type { DeliveryRecord } from '../../store/queries/delivery-record.ts';
import type { Moment } from '../../store/schema.ts';
import { bounceWords } from '../../words/incoming.ts';
import { recordWords } from '../../words/record.ts';
import { mailSlots } from '../../words/subscription.ts';
import type { PersonRecord } from './person.ts';

type Row = [label: string, value: string];

/** The record of a person as text to print, moments to the second. */
export function recordText(record: PersonRecord, now: Moment): string {
  const { email, subscription, consents, openRequests, deliveries, bounces, formerAddresses, leftAt } = record;
  const sections: [title: string, rows: Row[]][] = [
    [recordWords.title(email), [[recordWords.asOf, readableMoment(now)]]],
    [recordWords.subscription, subscriptionRows(subscription)],
    ...consents.map((proof, index): [string, Row[]] => [
      recordWords.consent(index + 1),
      [
        ...proofRows(proof),
        ...formerAddresses
          .filter(({ consent }) => consent === proof.id)
          .map(
            (former): Row => [
              recordWords.formerAddress,
              recordWords.formerUntil(former.email, moment(former.renamedAt)),
            ],
          ),
      ],
    ]),
    ...openRequests.map((request, index): [string, Row[]] => [
      recordWords.request(index + 1),
      [
        [recordWords.requested, moment(request.requestedAt)],
        [recordWords.mailed, moment(request.mailedAt)],
        [recordWords.messageId, request.messageId],
        [recordWords.expires, moment(request.expiresAt)],
      ],
    ]),
  ];
  if (deliveries.length > 0) sections.push([recordWords.deliveries, deliveries.map(deliveryRow)]);
  if (bounces.length > 0) {
    const rows = bounces.map(({ issue, kind, readAt, said }): Row => {
      return [issue, [bounceWords.kind(kind), moment(readAt), said].filter(Boolean).join('; ')];
    });
    sections.push([recordWords.bounces, rows]);
  }
  const texts = sections.map(([title, rows]) => [
    title,
    ...rows.map(([label, value]) => `  ${label}: ${indented(value)}`),
  ]);
  if (leftAt) texts.push([`${recordWords.left} ${moment(leftAt)}`]);
  return texts.map((lines) => lines.join('\n')).join('\n\n');
}

function deliveryRow({ issue, state, settledAt, messageId, replyText }: DeliveryRecord): Row {
  const facts = [recordWords.deliveryStates[state], settledAt && moment(settledAt), messageId, replyText];
  return [issue, facts.filter(Boolean).join('; ')];
}

/** Of a text of several lines all but the first, which stands behind its label. */
const indented = (value: string) => value.replace(/\n(?=.)/g, '\n    ');

/** The mail as it was sent; only its link is not known any more. */
function mailText({ mailText: text, requestedAt }: Proof): string {
  if (!text) return recordWords.notRecorded;
  if (!requestedAt) return text;
  return text
    .replaceAll(mailSlots.requestedAt, momentInSentence(requestedAt))
    .replaceAll(mailSlots.requestedAtSecond, readableMoment(requestedAt));
}

const moment = (at: Moment | null) => (at ? `${readableMoment(at)} (${at})` : recordWords.notRecorded);

function subscriptionRows(subscription: PersonRecord['subscription']): Row[] {
  if (!subscription) return [[recordWords.subscription, recordWords.none]];
  const { email, status, statusSince, pauseReason } = subscription;
  return [
    [recordWords.email, email],
    [recordWords.subscription, recordWords.status(status, readableMoment(statusSince))],
    ...(pauseReason ? [[recordWords.pauseReason, pauseReason] satisfies Row] : []),
  ];
}

function proofRows(proof: Proof): Row[] {
  return [
    [recordWords.id, proof.id],
    [recordWords.email, proof.email],
    [recordWords.list, proof.list || recordWords.notRecorded],
    [recordWords.text, proof.consentText],
    [recordWords.hash, proof.consentSha256],
    [recordWords.form, proof.formUrl || recordWords.notRecorded],
    [recordWords.privacy, proof.privacyVersion || recordWords.notRecorded],
    [recordWords.commit, proof.siteCommit ?? recordWords.notRecorded],
    [recordWords.source, recordWords.sourceOf(proof.source)],
    [recordWords.requested, moment(proof.requestedAt)],
    [recordWords.mailed, moment(proof.mailedAt)],
    [recordWords.messageId, proof.messageId ?? recordWords.notRecorded],
    [recordWords.mailVersion, proof.mailVersion ?? recordWords.notRecorded],
    [recordWords.mailText, mailText(proof)],
    [recordWords.confirmed, moment(proof.confirmedAt)],
    ...(proof.withdrawnAt ? [[recordWords.withdrawn, moment(proof.withdrawnAt)] satisfies Row] : []),
    ...(proof.way ? [[recordWords.way, recordWords.ways[proof.way] ?? proof.way] satisfies Row] : []),
  ];
}
