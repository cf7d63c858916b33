/** An error whose message is meant for the page: it names no path and no customer. */
export class Refusal extends Error {}
