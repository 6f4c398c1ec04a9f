/** The browser scales type by itself. */
export const systemTypeScale = () => 1
