/** Another request changed the row since it was read. */
export class RowChanged extends Error {}
