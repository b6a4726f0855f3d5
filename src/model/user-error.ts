/**
 * Something that a person asked for and can't have, or set wrongly: the message is a German sentence that says what is
 * wrong, where, and what to do. Told without a stack trace, exit code 2; any other error is a fault of the product.
 */
export class UserError extends Error {}

/**
 * A UserError that may pass without a changed setting: a full disk, a locked database. Exit code 75 (EX_TEMPFAIL), so that
 * whoever watches over a service starts it again.
 */
export class PassingTrouble extends UserError {}
