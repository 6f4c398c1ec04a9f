/** Makes a View a control. A phone has no keyboard to walk with. */
export const pressable = (onPress: () => void, enabled = true) => (enabled ? { onClick: onPress } : {})
