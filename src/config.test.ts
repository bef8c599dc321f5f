import { describe, expect, it } from 'vitest'
import { readConfig, type ConfigSource } from './config.ts'

const source = (over: Partial<ConfigSource> = {}): ConfigSource => ({ environment: {}, platform: 'linux', userFolder: '/home/ada', script: '/usr/bin/consilium', ...over })

describe('readConfig', () => {
  it.each<readonly [string, Partial<ConfigSource>, string]>([
    ['Linux', {}, '/home/ada/.local/share/consilium'],
    ['Linux with its own data folder', { environment: { XDG_DATA_HOME: '/data' } }, '/data/consilium'],
    ['a data folder that is not absolute, which the specification tells to ignore', { environment: { XDG_DATA_HOME: 'data' } }, '/home/ada/.local/share/consilium'],
    ['macOS', { platform: 'darwin', userFolder: '/Users/ada' }, '/Users/ada/Library/Application Support/consilium'],
    ['Windows', { platform: 'win32', environment: { LOCALAPPDATA: '/c/local' } }, '/c/local/consilium'],
    ['a home that is named', { environment: { CONSILIUM_HOME: '/srv/consilium' } }, '/srv/consilium'],
    ['a home that is named and empty', { environment: { CONSILIUM_HOME: '' } }, '/home/ada/.local/share/consilium'],
  ])('finds the home on %s', (_what, over, home) => {
    expect(readConfig(source(over)).home).toBe(home)
  })

  it.each([
    [{}, 'on-a-terminal'], [{ NO_COLOR: '1' }, 'never'], [{ NO_COLOR: '' }, 'on-a-terminal'], [{ FORCE_COLOR: '1' }, 'always'],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, 'never'], [{ TERM: 'dumb' }, 'never'],
  ] as const)('with %j colours %s', (environment, colour) => {
    expect(readConfig(source({ environment })).colour).toBe(colour)
  })

  it('names the command as a person calls it', () => {
    expect(readConfig(source()).commandName).toBe('consilium')
    expect(readConfig(source({ environment: { npm_command: 'exec' } })).commandName).toBe('npx consilium')
    expect(readConfig(source({ script: '/clone/dist/consilium.js' })).commandName).toBe('npx consilium')
  })
})
