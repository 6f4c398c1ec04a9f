import { Button } from '@tarojs/components'

/** Opens WeChat's list of chats; what is sent is the page's useShareAppMessage. Only WeChat's own button can. */
export const ShareButton = ({ label }: { label: string }) => (
  <Button className="button button--ghost share-button" openType="share">
    {label}
  </Button>
)
