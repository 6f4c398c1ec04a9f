interface Props {
  title: string
  onBack?: () => void
}

/** WeChat draws the bar, with the title of the page's own config. */
export const NavBar = (_props: Props) => null
