/** Taro's web input wraps the real one, which alone should be heard. */
export const inputAria = ({ role: _role, ...attributes }: Record<string, string>) => ({ nativeProps: attributes })
