/** Sources are ES modules; tests run them as CommonJS, turned by swc. @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // Needs a browser, which npm cannot install: `npm run test:e2e`.
  testPathIgnorePatterns: ['/node_modules/', ...(process.env.WENBAN_E2E ? [] : ['<rootDir>/test/e2e/'])],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
}
