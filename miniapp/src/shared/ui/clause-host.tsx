import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { ClauseSheet } from './clause-sheet'

const ClauseContext = createContext<(clause: string) => void>(() => undefined)

/** Opens the sheet with a clause's full words, from anywhere under a Page. */
export const useOpenClause = () => useContext(ClauseContext)

export const ClauseHost = ({ children }: { children: ReactNode }) => {
  const [clause, setClause] = useState<string>()
  const open = useMemo(() => (id: string) => setClause(id), [])
  return (
    <ClauseContext.Provider value={open}>
      {children}
      {clause !== undefined && <ClauseSheet clause={clause} onClose={() => setClause(undefined)} />}
    </ClauseContext.Provider>
  )
}
