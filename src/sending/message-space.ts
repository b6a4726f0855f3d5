/** Gives a message of so many bytes the memory that it is written into. */
export type MessageSpace = (length: number) => Buffer;

/** Memory of its own for each message. */
export const freshSpace: MessageSpace = (length) => Buffer.allocUnsafe(length);

/** How much longer the next message may be. */
const spareBytes = 1024;

/**
 * The same memory for one message after the other: what each mail took anew, V8 had to clear away. Whoever can't be sure that
 * the one before has left it for good says so by `leave`, and the next gets another.
 */
export function reusedSpace(): { space: MessageSpace; leave: () => void } {
  let kept = Buffer.alloc(0);
  return {
    space(length) {
      if (kept.length < length) kept = Buffer.allocUnsafeSlow(length + spareBytes);
      return kept.subarray(0, length);
    },
    leave() {
      kept = Buffer.alloc(0);
    },
  };
}
