import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { Browser, detectBrowserPlatform, install, resolveBuildId } from '@puppeteer/browsers'

const CACHE = resolve(import.meta.dirname, '../../.cache/browsers')
const ADVICE = 'install Chromium (or Chrome for Testing, or Edge), or set CHROMIUM_PATH to one'

/**
 * The executable of a browser that still loads unpacked extensions from the command line: Chromium, Chrome
 * for Testing or Edge. Branded Chrome refuses `--load-extension` since 137. Where none is found, one is
 * installed: by apt as root on Debian and Ubuntu, else Chrome for Testing under `.cache`.
 * @throws an Error whose message is one line that says what to install
 */
export async function findOrInstallChromium(): Promise<string> {
  const chosen = process.env['CHROMIUM_PATH']
  if (chosen) {
    if (isUsable(chosen)) return chosen
    throw new Error(`CHROMIUM_PATH is ${chosen}, which is no Chromium, Chrome for Testing or Edge that starts here`)
  }
  return find() ?? aptInstall('chromium', find) ?? (await download())
}

/** The manifest's `strict_min_version`. */
const OLDEST_FIREFOX = 142

/** The executable of a Firefox that can run the extension, installed by apt where that can be; null where not. */
export function findOrInstallFirefox(): string | null {
  const chosen = process.env['FIREFOX_PATH']
  if (chosen) return isUsableFirefox(chosen) ? chosen : null
  return findFirefox() ?? aptInstall('firefox-esr', findFirefox)
}

function findFirefox(): string | null {
  const places: Partial<Record<NodeJS.Platform, string[]>> = {
    darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    win32: programFolders().map((folder) => join(folder, 'Mozilla Firefox/firefox.exe')),
  }
  const paths = places[process.platform] ?? onPath('firefox', 'firefox-esr')
  return paths.find((path) => existsSync(path) && isUsableFirefox(path)) ?? null
}

function isUsableFirefox(path: string): boolean {
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 })
  return Number(/Firefox (\d+)/.exec(stdout ?? '')?.[1] ?? 0) >= OLDEST_FIREFOX
}

function find(): string | null {
  return candidates().find((path) => existsSync(path) && isUsable(path)) ?? null
}

/** Where such browsers live, best first. */
function candidates(): string[] {
  const home = homedir()
  if (process.platform === 'darwin')
    return [
      ...['/Applications', join(home, 'Applications')].flatMap((folder) =>
        ['Chromium', 'Google Chrome for Testing', 'Microsoft Edge'].map((app) =>
          join(folder, `${app}.app/Contents/MacOS/${app}`),
        ),
      ),
      ...downloaded(join(home, 'Library/Caches')),
    ]
  if (process.platform === 'win32')
    return programFolders().flatMap((folder) => [
      join(folder, 'Chromium/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ])
  const installed = onPath('chromium', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable')
  return [
    ...installed.filter((path) => !isSnap(path)),
    ...downloaded(process.env['XDG_CACHE_HOME'] ?? join(home, '.cache')),
    ...installed.filter(isSnap),
  ]
}

function onPath(...names: string[]): string[] {
  const places = (process.env['PATH'] ?? '').split(delimiter)
  return names.flatMap((name) => places.map((folder) => join(folder, name)))
}

const programFolders = () =>
  ['LOCALAPPDATA', 'ProgramFiles', 'ProgramFiles(x86)'].flatMap((name) => process.env[name] ?? [])

/** Ubuntu's snap sees neither /tmp nor hidden folders, so it comes last. */
const isSnap = (path: string) => path.startsWith('/snap/')

/** Builds that this script, Puppeteer or Playwright fetched earlier. */
function downloaded(caches: string): string[] {
  const stores = [join(CACHE, 'chrome'), join(caches, 'puppeteer/chrome'), join(caches, 'ms-playwright')]
  const names = ['chrome', 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing']
  return stores.flatMap((store) =>
    folders(store).flatMap((build) =>
      folders(build)
        .filter((folder) => /chrome-(linux|mac)/.test(folder))
        .flatMap((folder) => names.map((name) => join(folder, name))),
    ),
  )
}

function folders(path: string): string[] {
  if (!existsSync(path)) return []
  const entries = readdirSync(path, { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map((entry) => join(path, entry.name))
}

/** Starts it once for its version: a missing library or a branded Chrome shows here, not in the middle of a test. */
function isUsable(path: string): boolean {
  // On Windows `--version` opens a window instead.
  if (process.platform === 'win32') return existsSync(path)
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 })
  return status === 0 && /Chromium|Chrome for Testing|Microsoft Edge/.test(stdout)
}

function aptInstall(name: string, lookAgain: () => string | null): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return null
  if (!/^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))) return null
  console.error(`Installing ${name} with apt-get …`)
  const options = {
    stdio: ['ignore', 2, 2] as ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }
  try {
    execFileSync('apt-get', ['update', '-q'], options)
    execFileSync('apt-get', ['install', '-y', '-q', name], options)
  } catch {
    // apt has said why on stderr; there may be another way.
    return null
  }
  return lookAgain()
}

/** Not tried: the machines this was written on reach no download host. Written from the package's documentation. */
async function download(): Promise<string> {
  try {
    const platform = detectBrowserPlatform()
    if (!platform) throw new Error(`no build for ${process.platform} ${process.arch}`)
    console.error('Downloading Chrome for Testing …')
    const buildId = await resolveBuildId(Browser.CHROME, platform, 'stable')
    const { executablePath } = await install({ browser: Browser.CHROME, buildId, cacheDir: CACHE })
    if (!isUsable(executablePath)) throw new Error('it does not start here (shared libraries missing?)')
    return executablePath
  } catch (error) {
    throw new Error(`No browser to run the extension in: ${ADVICE}. (Download: ${reasonOf(error)})`, { cause: error })
  }
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error)).split('\n')[0]
