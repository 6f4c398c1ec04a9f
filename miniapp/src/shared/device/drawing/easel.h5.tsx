/** A browser draws without one. */
export const Easel = () => null
