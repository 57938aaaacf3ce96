import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { parseSync } from 'vite'

export const ROOT = resolve(import.meta.dirname, '../..')

/** A node of the ESTree that the parser gives; its other fields depend on `type`. */
export interface AstNode {
  type: string
  start: number
  end: number
  [field: string]: unknown
}

export interface Source {
  /** From the repository's root, with slashes: `lib/sites/extract.ts`. */
  path: string
  text: string
  ast: AstNode
  imports: Import[]
}

export interface Import {
  /** As written. */
  specifier: string
  /** From the repository's root for relative imports, else the package's name. */
  target: string
  typeOnly: boolean
}

/** Every TypeScript file below these folders, parsed. @throws when one does not parse */
export function sourcesIn(...folders: string[]): Source[] {
  return folders.flatMap((folder) => filesIn(folder, /\.tsx?$/).map(parseFile))
}

export function filesIn(folder: string, name: RegExp): string[] {
  const entries = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => slashes(relative(ROOT, join(entry.parentPath, entry.name))))
    .toSorted()
}

export function parseFile(path: string): Source {
  const text = readFileSync(join(ROOT, path), 'utf8')
  const ast = parseCode(path, text)
  return { path, text, ast, imports: importsOf(path, ast) }
}

export function parseCode(path: string, text: string): AstNode {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  return program as unknown as AstNode
}

/** Calls `visit` for every node, outermost first. */
export function walk(node: AstNode, visit: (node: AstNode, parent: AstNode | null) => void): void {
  const step = (current: AstNode, parent: AstNode | null) => {
    visit(current, parent)
    for (const value of Object.values(current))
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) step(child, current)
  }
  step(node, null)
}

const isNode = (value: unknown): value is AstNode =>
  typeof value === 'object' && value !== null && typeof (value as AstNode).type === 'string'

/** The value of a string literal, or of a template without substitutions. */
export function stringOf(node: unknown): string | null {
  if (!isNode(node)) return null
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value']
  if (node.type !== 'TemplateLiteral' || (node['expressions'] as unknown[]).length > 0) return null
  return (node['quasis'] as { value: { cooked: string } }[])[0]?.value.cooked ?? null
}

/** `Date.now` for a plain member expression, `fetch` for an identifier, else null. */
export function nameOf(node: unknown): string | null {
  if (!isNode(node)) return null
  if (node.type === 'Identifier') return node['name'] as string
  if (node.type !== 'MemberExpression' || node['computed'] === true) return null
  const object = nameOf(node['object'])
  return object && `${object}.${nameOf(node['property'])}`
}

function importsOf(path: string, ast: AstNode): Import[] {
  const imports: Import[] = []
  walk(ast, (node) => {
    if (!/^(Import|ExportNamed|ExportAll|TSImport)/.test(node.type)) return
    const specifier = stringOf(node['source'])
    if (specifier === null) return
    const kind = (node['importKind'] ?? node['exportKind']) as string | undefined
    const names = (node['specifiers'] ?? []) as { importKind?: string; exportKind?: string }[]
    const typeOnly =
      node.type === 'TSImportType' ||
      kind === 'type' ||
      (names.length > 0 && names.every((name) => (name.importKind ?? name.exportKind) === 'type'))
    imports.push({ specifier, target: targetOf(path, specifier), typeOnly })
  })
  return imports
}

function targetOf(path: string, specifier: string): string {
  const file = specifier.replace(/\?.*$/, '')
  if (file.startsWith('.')) return slashes(relative(ROOT, resolve(ROOT, dirname(path), file)))
  return file.startsWith('@') ? file.split('/').slice(0, 2).join('/') : (file.split('/')[0] ?? file)
}

const slashes = (path: string) => path.replaceAll('\\', '/')
