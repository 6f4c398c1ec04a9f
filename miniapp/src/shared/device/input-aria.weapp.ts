/** The native input takes its label itself. */
export const inputAria = (attributes: Record<string, string>) => attributes
