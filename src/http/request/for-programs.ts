/** Paths that answer programs. All others are those of pages, for people. */
const FOR_PROGRAMS = /^\/(?:v1|feeds|docs|static|websub|mcp|openapi\.json|oembed|healthz|readyz)(?:\/|$)/

export const isForPrograms = (path: string): boolean => FOR_PROGRAMS.test(path)
