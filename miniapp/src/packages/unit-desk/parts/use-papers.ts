import { type PapersView } from '@app/contract'
import { useLoaded } from '@/shared/api/use-loaded'
import { useFreshLinks } from '@/shared/ui/use-fresh-links'

/** The papers as the contact sees them. Their links are over after five minutes: `gone` asks for new ones. */
export const useDeskPapers = (id: string) => {
  const loaded = useLoaded<PapersView>(`/unit-desk/applications/${id}/papers`)
  return { ...loaded, gone: useFreshLinks(loaded.reload) }
}
