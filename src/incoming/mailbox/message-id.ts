/** Whether a message's own header has this Message-ID (in angle brackets), folded or not. */
export function hasMessageId(raw: Buffer, messageId: string): boolean {
  return messageIdOf(raw) === messageId;
}

/** The Message-ID of a message, in angle brackets; undefined if its header has none. */
export function messageIdOf(raw: Buffer): string | undefined {
  const [head = ''] = raw
    .subarray(0, 100_000)
    .toString('latin1')
    .split(/\r?\n\r?\n/, 1);
  return /^message-id:\s*(<[^>\s]+>)/im.exec(head)?.[1];
}
