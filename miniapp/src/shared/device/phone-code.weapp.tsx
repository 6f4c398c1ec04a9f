import { Button } from '@tarojs/components'

/** Only the web comes back from another page. */
export const returnedPhoneCode = (): string | undefined => undefined

interface Props {
  label: string
  onCode: (code: string) => void
  /** Refused, or WeChat gives none: the person types it. */
  onNone: () => void
}

/** Only WeChat's own button may ask for the number. */
export const PhoneButton = ({ label, onCode, onNone }: Props) => (
  <Button
    className="button button--ghost share-button"
    openType="getPhoneNumber"
    onGetPhoneNumber={({ detail }) => (detail.code ? onCode(detail.code) : onNone())}
  >
    {label}
  </Button>
)
