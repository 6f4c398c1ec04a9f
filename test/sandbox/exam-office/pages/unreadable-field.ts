/** Its message is Chinese and says what to do. */
export class UnreadableField extends Error {}
