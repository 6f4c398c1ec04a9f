import { stopServer } from './mariadb-run'

export default stopServer
