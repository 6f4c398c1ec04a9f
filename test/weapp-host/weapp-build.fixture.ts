import path from 'node:path'

/**
 * The build that goes to phones, as `npm run build:weapp` leaves it; `npm test` makes it when its sources have changed.
 * WEAPP_BUILD names another folder, to look at a build from elsewhere.
 */
export const weappBuild = process.env['WEAPP_BUILD'] ?? path.resolve(__dirname, '../../miniapp/dist/weapp')

/** The name that the build calls its server by; the host leads it to the server of the test. */
export const serverName = 'https://bff.example.invalid'
