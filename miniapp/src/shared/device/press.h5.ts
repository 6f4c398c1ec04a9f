/** Makes a View a control: tap or click, and on a page with a keyboard also Tab, Enter and Space. */
export const pressable = (onPress: () => void, enabled = true) =>
  enabled
    ? {
        onClick: onPress,
        tabIndex: 0,
        onKeyDown: (event: KeyboardEvent) => {
          if (event.key !== 'Enter' && event.key !== ' ') return
          event.preventDefault()
          onPress()
        },
      }
    : { tabIndex: -1 }
